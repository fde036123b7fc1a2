## The log, as sentences. $actor, $guest, $name and the like are names of people; $said is what a host wrote.

log-what = كل ما تقرر هنا. لا يمكن لأحد تغييره. الأوقات بتوقيت UTC.
log-what-all = كل ما تقرر في جميع الغرف. لا يمكن لأحد تغييره. الأوقات بتوقيت UTC.
log-timeline-what = ما جرى مع هذا الضيف. الأوقات بتوقيت UTC.
log-whole = سجل الغرفة كاملًا
log-empty = لا شيء بعد
log-details = التفاصيل
log-earlier = إدخالات أقدم
log-later = إدخالات أحدث
log-pages = صفحات السجل
log-files = حفظ هذا الجزء في ملف:
log-none-found = لا شيء في السجل يطابق ذلك
log-head-title = رأس السلسلة
log-head-what = يحمل كل إدخال بصمة الإدخال الذي قبله. دوّن هذا الرقم وهذه البصمة في مكان آخر: فهما يثبتان لاحقًا أن شيئًا مما سبق لم يتغير.

log-filter-who = من
log-filter-guests = الضيوف
log-filter-what = ماذا
log-filter-room = الغرفة
log-filter-from = من تاريخ
log-filter-to = حتى تاريخ، مع ذلك اليوم
log-filter-any = الكل
log-filter-show = عرض
log-filter-clear = عرض الكل
log-timeline = التسلسل الزمني لهذا الضيف
log-system = Anteroom

log-detail-when = متى
log-detail-from = من أين
log-detail-by = بواسطة
log-detail-entry = الإدخال
log-detail-hash = البصمة
log-erased = (محذوف)
log-detail-generation = الجيل
log-detail-expires-at = صالح حتى
log-actor-guest = الضيف
log-actor-account = شخص له حساب
log-actor-api-key = برنامج له مفتاح
log-actor-system = الخادم

log-other = { $actor }: { $action }.
log-admission-requested = طلب { $guest } الدخول.
    .labelled = طلب { $guest } الدخول عبر { $label }.
log-entered-directly = دخل { $guest } مباشرة بدور { $role }.
log-admitted = قَبِل { $actor } دخول { $guest } بدور { $role }.
log-denied = رفض { $actor } دخول { $guest }.
    .reasoned = رفض { $actor } دخول { $guest }: { $said }.
    .blocked = رفض { $actor } دخول { $guest } وحظره.
log-denial-undone = تراجع { $actor } عن رفض { $guest }.
log-reconsidered = غيّر { $actor } رأيه وأعاد { $guest }.
log-messaged = كتب { $actor } إلى { $guest }.
    .reasoned = كتب { $actor } إلى { $guest }: { $said }.
log-moved-away = نقل { $actor } { $guest } إلى الغرفة { $title }.
log-moved-in = نقل { $actor } { $guest } إلى هنا من الغرفة { $title }.
log-held = أجّل { $actor } دخول { $guest }.
log-resumed = أعاد { $actor } { $guest } إلى قائمة الانتظار.
log-role-changed = غيّر { $actor } دور { $guest } إلى { $to }. سابقًا: { $from }.
log-sent-back = أعاد { $actor } { $guest } إلى غرفة الانتظار.
    .reasoned = أعاد { $actor } { $guest } إلى غرفة الانتظار: { $said }.
log-removed = أخرج { $actor } { $guest }.
    .blocked = أخرج { $actor } { $guest } وحظره.
log-came-back = عاد { $guest } بعد غياب { $length }.
log-away-seconds = { $count ->
    [zero] أقل من ثانية
    [one] ثانية
    [two] ثانيتين
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
    }
log-away-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
    }
log-withdrawn = غادر { $guest } قائمة الانتظار.
log-expired = لم يعد { $guest } ينتظر: { $cause }.
log-cause-gone = غياب طويل
log-cause-invite-revoked = سُحبت الدعوة
log-left = غادر { $guest } المكالمة.
log-departed = أصبح { $guest } خارج المكالمة: { $how }.
log-how-dropped = انقطع الاتصال
log-how-never-came = قُبل ولم يأتِ
log-how-finished = انتهى، وجاء التالي
log-how-ended = انتهت المكالمة
log-unblocked = سمح { $actor } لـ { $guest } بالطلب مجددًا.
log-returned = عاد { $guest } إلى المكالمة.
log-token-issued = حصل { $guest } على رمز اتصال بدور { $role }، صالح حتى { $until }.
log-connected = اتصل { $guest } بالمكالمة بدور { $role }.
log-disconnected = قُطع اتصال { $guest } بالمكالمة.
log-muted = كتم { $actor } صوت { $guest }.
log-publishing-stopped = أوقف { $actor } كاميرا { $guest } وميكروفونه.
log-all-muted = كتم { $actor } صوت الجميع.

log-reason-not-on-list = ليس في القائمة
log-reason-wrong-time = الوقت غير صحيح
log-reason-wrong-room = الغرفة غير صحيحة
log-reason-room-full = الغرفة ممتلئة
log-reason-unclear-name = الاسم غير واضح

log-room-created = أنشأ { $actor } الغرفة { $title }.
log-room-changed = غيّر { $actor } الإعدادات: { $changed }.
log-setting-title = العنوان
log-setting-door = الباب
log-setting-phrases = العبارات
log-setting-host-label = سطر المضيف
log-setting-show-position = الترتيب في قائمة الانتظار
log-setting-name-in-token = الأسماء إلى المنصة
log-setting-token-seconds = ثواني الاتصال
log-setting-keep-days = أيام حفظ البيانات
log-setting-return-minutes = العودة
log-setting-gone-minutes = أماكن الغائبين
log-setting-admit-on-arrival = القبول عند وصول مضيف
log-setting-when-hosts-leave = عند مغادرة المضيفين
log-setting-most-in-call = عدد الأشخاص في المكالمة
log-setting-most-waiting = عدد المنتظرين
log-setting-one-at-a-time = واحدًا تلو الآخر
log-setting-closed-message = كلمة على الباب المغلق
log-setting-questions = الأسئلة
log-door-locked = أغلق { $actor } الباب.
log-door-unlocked = فتح { $actor } الباب مجددًا.
log-host-arrived = وصل مضيف.
log-hosts-gone = غاب آخر مضيف دقيقة: { $rule }.
log-rule-go-on = استمرت المكالمة
log-rule-pause = ينتظر الجميع مجددًا
log-rule-end = انتهت المكالمة
log-setting-session-id = الجلسة
log-host-added = أضاف { $actor } { $name } مضيفًا مشاركًا.
log-host-removed = أزال { $actor } { $name } من المضيفين المشاركين.
log-invite-created = أنشأ { $actor } دعوة بلا تسمية: { $role }، { $entry }.
    .labelled = أنشأ { $actor } الدعوة { $label }: { $role }، { $entry }.
log-entry-wait = ينتظر
log-entry-direct = يدخل مباشرة
log-invite-revoked = سحب { $actor } دعوة بلا تسمية.
    .labelled = سحب { $actor } الدعوة { $label }.
log-links-rotated = { $count ->
    [zero] استبدل { $actor } كل الروابط: لا جديد منها.
    [one] استبدل { $actor } كل الروابط: رابط واحد جديد.
    [two] استبدل { $actor } كل الروابط: رابطان جديدان.
    [few] استبدل { $actor } كل الروابط: { $count } روابط جديدة.
    [many] استبدل { $actor } كل الروابط: { $count } رابطًا جديدًا.
   *[other] استبدل { $actor } كل الروابط: { $count } رابط جديد.
    }

log-set-up = أعدّ { $name } Anteroom للعمل.
log-account-created = أنشأ { $actor } حسابًا لـ { $name }: { $role }.
log-account-role-changed = غيّر { $actor } دور { $name } إلى { $to }. سابقًا: { $from }.
log-account-disabled = عطّل { $actor } حساب { $name }.
log-account-enabled = فعّل { $actor } حساب { $name }.
log-password-changed = أعطى { $actor } { $name } كلمة مرور جديدة.
log-signed-in = سجّل { $name } الدخول.
log-sign-in-failed = فشلت محاولة تسجيل الدخول باسم { $email }.
    .unknown = فشلت محاولة تسجيل الدخول.
log-signed-out = سجّل { $name } الخروج.
log-api-key-created = أنشأ { $actor } مفتاح API { $name }: { $scope }.
log-api-key-revoked = سحب { $actor } مفتاح API { $name }.

account-role-host = مضيف
account-role-admin = مسؤول

log-copy-confirmed = بتّ { $actor } في روابط نسخة مستعادة وتذاكرها ومفاتيحها: { $access }.
log-access-keep = تعمل مجددًا
log-access-void = لم تعد صالحة

log-erased-guest = ضيف (محذوف)
log-guest-erased = حذف { $actor } ما قدّمه { $guest } من بيانات.
log-guest-exported = صدّر { $actor } البيانات المحفوظة عن { $guest }.
log-webhook-created = أنشأ { $actor } خطاف ويب إلى { $name }.
log-webhook-changed = غيّر { $actor } خطاف الويب إلى { $name }: { $changed ->
    [enabled] شُغّل
    [disabled] أُوقف
   *[secret] سر جديد
    }.
log-webhook-deleted = حذف { $actor } خطاف الويب إلى { $name }.

## Names of the acts, for choosing one.

log-act-admission-requested = طلب الدخول
log-act-entered-directly = دخول مباشر
log-act-admitted = قبول
log-act-denied = رفض
log-act-denial-undone = تراجع عن رفض
log-act-reconsidered = إعادة بعد تغيير الرأي
log-act-messaged = كتابة رسالة
log-act-moved-away = نقل إلى غرفة أخرى
log-act-moved-in = نقل من غرفة أخرى
log-act-held = تأجيل
log-act-resumed = إعادة إلى قائمة الانتظار
log-act-role-changed = تغيير الدور في المكالمة
log-act-sent-back = إعادة إلى غرفة الانتظار
log-act-removed = إخراج
log-act-came-back = عودة
log-act-withdrawn = مغادرة قائمة الانتظار
log-act-expired = انتهاء الانتظار
log-act-left = مغادرة المكالمة
log-act-departed = خروج من المكالمة
log-act-unblocked = رفع الحظر
log-act-returned = عودة إلى المكالمة
log-act-token-issued = إصدار رمز اتصال
log-act-connected = اتصال
log-act-disconnected = قطع الاتصال
log-act-muted = كتم الصوت
log-act-publishing-stopped = إيقاف الكاميرا والميكروفون
log-act-all-muted = كتم صوت الجميع
log-act-room-created = إنشاء غرفة
log-act-room-changed = تغيير إعدادات غرفة
log-act-door-locked = إغلاق الباب
log-act-door-unlocked = فتح الباب
log-act-host-arrived = وصول مضيف
log-act-hosts-gone = مغادرة آخر مضيف
log-act-host-added = إضافة مضيف مشارك
log-act-host-removed = إزالة مضيف مشارك
log-act-invite-created = إنشاء دعوة
log-act-invite-revoked = سحب دعوة
log-act-links-rotated = استبدال الروابط
log-act-set-up = إعداد Anteroom
log-act-account-created = إنشاء حساب
log-act-account-role-changed = تغيير دور حساب
log-act-account-disabled = تعطيل حساب
log-act-account-enabled = تفعيل حساب
log-act-password-changed = كلمة مرور جديدة
log-act-signed-in = تسجيل دخول
log-act-sign-in-failed = فشل تسجيل الدخول
log-act-signed-out = تسجيل خروج
log-act-api-key-created = إنشاء مفتاح API
log-act-api-key-revoked = سحب مفتاح API
log-act-copy-confirmed = البتّ في نسخة مستعادة
log-act-guest-erased = حذف بيانات ضيف
log-act-guest-exported = تصدير بيانات ضيف
log-act-webhook-created = إنشاء خطاف ويب
log-act-webhook-changed = تغيير خطاف ويب
log-act-webhook-deleted = حذف خطاف ويب
