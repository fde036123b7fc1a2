## Changing accounts: what it means, taking it back, and what the log says of it.

person-effect-first = يُذكر معنى ذلك أولًا.
person-leave-so = إبقاؤه كما هو
person-is-disabled = حساب { $name } معطّل الآن.
person-can-undo = يمكنك التراجع عن ذلك خلال نصف دقيقة.
person-is-yourself = هذا حسابك أنت: تُغلق هذه الصفحات أمامك عندها.
person-leaves-rooms = { $rooms ->
    [zero] لا تفقد أي غرفة مضيفًا.
    [one] تفقد غرفة واحدة عندها أحد مضيفيها.
    [two] تفقد غرفتان عندها أحد مضيفيهما.
    [few] تفقد { $rooms } غرف عندها أحد مضيفيها.
    [many] تفقد { $rooms } غرفة عندها أحد مضيفيها.
   *[other] تفقد { $rooms } غرفة عندها أحد مضيفيها.
    }
person-sign-ins = { $count ->
    [zero] ليس { $name } مسجّل الدخول في أي مكان.
    [one] { $name } مسجّل الدخول في متصفح واحد.
    [two] { $name } مسجّل الدخول في متصفحين.
    [few] { $name } مسجّل الدخول في { $count } متصفحات.
    [many] { $name } مسجّل الدخول في { $count } متصفحًا.
   *[other] { $name } مسجّل الدخول في { $count } متصفح.
    }
person-sign-out-effect = تُغلق الصفحات المفتوحة وتنتهي المكالمات فورًا.
not-now-undo-over = فات أوان التراجع عن ذلك. أجرِ التغيير نفسه إن كان لا يزال لازمًا.

account-role-enabled = مفعّل
log-account-change-undone = تراجع { $actor } عن تغيير يخص { $name }: عاد { $to }.
log-sign-ins-ended = سجّل { $actor } خروج { $name } من كل مكان.
log-second-factor-set = أعدّ { $name } عاملًا ثانيًا.
log-second-factor-removed = أزال { $actor } العامل الثاني لـ { $name }.
log-second-factor-failed = أدخل شخص كلمة مرور { $name } ثم رمزًا خاطئًا.
log-recovery-codes-made = أنشأ { $name } رموز استرداد جديدة.
log-recovery-code-used = { $count ->
    [zero] استخدم { $name } رمز استرداد ولم يبق أي رمز.
    [one] استخدم { $name } رمز استرداد وبقي رمز واحد.
    [two] استخدم { $name } رمز استرداد وبقي رمزان.
    [few] استخدم { $name } رمز استرداد وبقيت { $count } رموز.
    [many] استخدم { $name } رمز استرداد وبقي { $count } رمزًا.
   *[other] استخدم { $name } رمز استرداد وبقي { $count } رمز.
    }
log-installation-changed = غيّر { $actor } إعدادات التثبيت: { $changed }.
log-setting-second-factor = العامل الثاني للمسؤولين
log-act-account-change-undone = تراجع عن تغيير حساب
log-act-sign-ins-ended = تسجيل خروج من قِبل مسؤول
log-act-second-factor-set = إعداد العامل الثاني
log-act-second-factor-removed = إزالة العامل الثاني
log-act-second-factor-failed = عامل ثانٍ خاطئ
log-act-recovery-codes-made = رموز استرداد جديدة
log-act-recovery-code-used = استخدام رمز استرداد
log-act-installation-changed = تغيير إعدادات التثبيت
