## People and keys, for admins.

shared-undo = تراجع

people-what = كل من يمكنه تسجيل الدخول: { $hosts ->
    [zero] لا مضيفين
    [one] مضيف واحد
    [two] مضيفان
    [few] { $hosts } مضيفين
    [many] { $hosts } مضيفًا
   *[other] { $hosts } مضيف
    }، { $admins ->
    [zero] لا مسؤولين
    [one] مسؤول واحد
    [two] مسؤولان
    [few] { $admins } مسؤولين
    [many] { $admins } مسؤولًا
   *[other] { $admins } مسؤول
    }.
people-found = { $count ->
    [zero] لم يُعثر على أحد.
    [one] عُثر على شخص واحد.
    [two] عُثر على شخصين.
    [few] عُثر على { $count } أشخاص.
    [many] عُثر على { $count } شخصًا.
   *[other] عُثر على { $count } شخص.
    }
people-new = حساب جديد
people-search = البحث بالاسم أو البريد الإلكتروني
people-search-button = بحث
people-name = الاسم
people-role = الدور
people-last-seen = آخر ظهور
people-disabled = معطّل
people-email-help = يُستخدم لتسجيل الدخول.
people-email-taken = يوجد حساب بهذا العنوان بالفعل.
people-created = أصبح لـ { $name } حساب الآن
people-first-password = كلمة المرور الأولى لـ { $email }. سلّمها الآن: تُعرض هذه المرة فقط.
people-confirm-first = لتغيير أي شيء هنا يُرجى إدخال كلمة المرور مجددًا.
people-confirm = إدخال كلمة المرور

person-since = منذ
person-no-rooms = لا توجد
person-is-admin = أصبح { $name } مسؤولًا الآن.
person-is-host = أصبح { $name } مضيفًا الآن، وليس مسؤولًا.
person-make-admin-title = هل تريد جعل { $name } مسؤولًا؟
person-make-admin-effect = { $rooms ->
    [zero] سيتمكن { $name } من قبول الضيوف في كل غرفة، وإنشاء الحسابات وتعطيلها، وقراءة السجل كاملًا.
    [one] سيتمكن { $name } من قبول الضيوف في الغرفة الوحيدة الموجودة، وإنشاء الحسابات وتعطيلها، وقراءة السجل كاملًا.
    [two] سيتمكن { $name } من قبول الضيوف في الغرفتين، وإنشاء الحسابات وتعطيلها، وقراءة السجل كاملًا.
    [few] سيتمكن { $name } من قبول الضيوف في كل الغرف وعددها { $rooms }، وإنشاء الحسابات وتعطيلها، وقراءة السجل كاملًا.
    [many] سيتمكن { $name } من قبول الضيوف في كل الغرف وعددها { $rooms }، وإنشاء الحسابات وتعطيلها، وقراءة السجل كاملًا.
   *[other] سيتمكن { $name } من قبول الضيوف في كل الغرف وعددها { $rooms }، وإنشاء الحسابات وتعطيلها، وقراءة السجل كاملًا.
    } يسري ذلك فورًا، حتى في الصفحات المفتوحة.
person-make-admin = جعله مسؤولًا
person-make-host-title = هل تريد جعل { $name } مضيفًا فقط؟
person-make-host-effect = { $rooms ->
    [zero] ليس { $name } مضيفًا في أي غرفة ولن يرى أيًّا منها حتى يضيفه أحد إلى إحداها.
    [one] سيتمكن { $name } من قبول الضيوف في غرفة واحدة فقط.
    [two] سيتمكن { $name } من قبول الضيوف في غرفتين فقط.
    [few] سيتمكن { $name } من قبول الضيوف في { $rooms } غرف فقط.
    [many] سيتمكن { $name } من قبول الضيوف في { $rooms } غرفة فقط.
   *[other] سيتمكن { $name } من قبول الضيوف في { $rooms } غرفة فقط.
    } وتُغلق الحسابات والسجل الكامل أمام { $name }. يسري ذلك فورًا، حتى في الصفحات المفتوحة.
person-make-host = جعله مضيفًا
person-reset-title = إعطاء كلمة مرور جديدة
person-reset-effect = يُسجَّل خروج { $name } من كل مكان. ترى كلمة المرور الجديدة مرة واحدة وتسلّمها.
person-reset = كلمة مرور جديدة
person-new-password = كلمة المرور الجديدة
person-new-password-once = سلّمها الآن: تُعرض هذه المرة فقط. لم تعد القديمة تعمل.
person-disable-title = تعطيل الحساب
person-disable-effect = يُسجَّل خروج { $name } من كل مكان ولا يمكنه تسجيل الدخول. تبقى غرفه.
person-disable = تعطيل
person-enable-title = تفعيل الحساب
person-enable-effect = يمكن لـ { $name } تسجيل الدخول مجددًا بكلمة المرور نفسها.
person-enable = تفعيل

api-keys-title = مفاتيح API
api-keys-what = بالمفتاح يعمل برنامج بصفة مسؤول أو نيابة عن حساب واحد.
api-keys-reference = ما تستطيع البرامج فعله
api-keys-none = لا مفاتيح بعد
api-keys-name = الاسم
api-keys-name-help = الغرض منه.
api-keys-account = البريد الإلكتروني لحساب
api-keys-account-help = يمكن للمفتاح عندها ما يمكن لهذا الحساب. وإن تُرك فارغًا يمكنه كل شيء.
api-keys-rights = يعمل بصفة
api-keys-made = أُنشئ
api-keys-new = مفتاح جديد
api-keys-create = إنشاء المفتاح
api-keys-created = هذا هو المفتاح { $name }

copy-banner = قاعدة البيانات هذه نسخة. لا تعمل الروابط والتذاكر والمفاتيح حتى يقرر مسؤول.
copy-banner-link = اتخاذ القرار
copy-title = قاعدة البيانات هذه نسخة
copy-what = أُخذت { $time }. ربما سُحب بعدها ما كان يفتح الأبواب آنذاك، لذلك تنتظر الروابط وتذاكر الضيوف ومفاتيح API قرارك.
copy-void-title = إبطالها
copy-void-effect = إن فُقد الأصل أو أمكن لأحد قراءة النسخة. يلزم إنشاء روابط ومفاتيح جديدة؛ ومن كان ينتظر أو كان في المكالمة يطلب الدخول مجددًا.
copy-void = إبطالها
copy-keep-title = السماح لها بالعمل مجددًا
copy-keep-effect = إن لم يُسحب شيء منذ ذلك الحين. يعود الضيوف إلى أماكنهم كما كانت وقت أخذ النسخة.
copy-keep = السماح لها بالعمل مجددًا

guests-title = بيانات الضيوف
guests-what = تُحذف الأسماء والملاحظات والعناوين والكلمات { $days ->
    [zero] فور انتهاء الزيارة
    [one] بعد يوم واحد من الزيارة
    [two] بعد يومين من الزيارة
    [few] بعد { $days } أيام من الزيارة
    [many] بعد { $days } يومًا من الزيارة
   *[other] بعد { $days } يوم من الزيارة
    }. يمكن لغرفة أن تحدد مدة أقصر. هنا يمكنك البحث عن شخص، أو تسليم ما هو محفوظ، أو حذفه الآن.
guests-room = الغرفة
guests-any-room = أي غرفة
guests-invite = الرابط
guests-asked = وقت الطلب
guests-none = لم يُعثر على أحد
guests-export = تصدير المحدَّدين
guests-erase = حذف بيانات المحدَّدين
guests-erased = { $count ->
    [zero] لم تُحذف بيانات أي ضيف.
    [one] حُذفت بيانات ضيف واحد.
    [two] حُذفت بيانات ضيفين.
    [few] حُذفت بيانات { $count } ضيوف.
    [many] حُذفت بيانات { $count } ضيفًا.
   *[other] حُذفت بيانات { $count } ضيف.
    }
