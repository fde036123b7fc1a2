## A room's pages beside the desk: settings and hosts.

room-page-title = { $page } – { $room } · Anteroom
room-back = باب { $room }
room-tab-invites = الدعوات
room-tab-hosts = المضيفون
room-tab-settings = الإعدادات
room-tab-log = السجل

settings-saved = تم الحفظ.
settings-still-waiting = { $count ->
    [zero] لا أحد ينتظر.
    [one] ينتظر شخص واحد ويبقى منتظرًا حتى تقرر.
    [two] ينتظر شخصان ويبقيان منتظرَين حتى تقرر.
    [few] ينتظر { $count } أشخاص ويبقون منتظرين حتى تقرر.
    [many] ينتظر { $count } شخصًا ويبقون منتظرين حتى تقرر.
   *[other] ينتظر { $count } شخص ويبقون منتظرين حتى تقرر.
    }
settings-host-label = سطر المضيف
settings-host-label-help = يقرؤه الضيوف تحت العنوان. إن تُرك فارغًا يظهر اسم المالك.
settings-token-seconds = ثواني الاتصال
settings-token-seconds-help = المدة بعد القبول التي يمكن فيها استخدام رمز اتصال الضيف. من 30 إلى 2592000 (30 يومًا).
settings-door = الباب
settings-door-wrong = يُرجى اختيار أحد هذه الخيارات.
settings-show-position = إظهار ترتيب الضيوف لهم في القائمة
settings-name-in-token = إعطاء الأسماء لمنصة الفيديو
settings-name-in-token-help = يصبح اسم الضيف مقروءًا لكل من في المكالمة وفي سجلات المنصة.
settings-save = حفظ

door-everyone-waits = الجميع ينتظرون
    .meaning = لا يدخل أحد حتى يقبله مضيف.
door-trusted-enter = الدعوات الموثوقة تدخل
    .meaning = يدخل من لديه رابط «يدخل مباشرة»، وينتظر الآخرون.
door-everyone-enters = الجميع يدخلون
    .meaning = من لديه رابط يدخل المكالمة فورًا. ومن ينتظر الآن يبقى منتظرًا.
door-closed = مغلق
    .meaning = لا يمكن لأحد طلب الدخول.

hosts-what = يرون باب هذه الغرفة ويقررون.
hosts-owner = المالك
hosts-co-host = مضيف مشارك
hosts-remove = إزالة
hosts-add-title = إضافة مضيف مشارك
hosts-email-help = شخص له حساب هنا.
hosts-no-account = لا أحد بهذا العنوان له حساب هنا. يمكن لمسؤول إنشاء حساب.
hosts-add = إضافة
hosts-only-owner = يمكن للمالك أو لمسؤول فقط تغيير المضيفين هنا.
