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
settings-session-id = جلسة الفيديو
settings-session-id-help = معرّف جلسة موجودة من قبل. إن تُرك فارغًا تُنشأ جلسة عندما يدخل أول شخص. لا يمكن تغييره إلا حين لا يكون في المكالمة أي ضيف.
settings-session-id-wrong = هذه ليست جلسة من حساب الفيديو الخاص بهذا الخادم.
settings-number-wrong = يُرجى إدخال عدد صحيح من { $least } إلى { $most }.
settings-door = الباب
settings-door-wrong = يُرجى اختيار أحد هذه الخيارات.
settings-show-position = إظهار ترتيب الضيوف لهم في القائمة
settings-name-in-token = إعطاء الأسماء لمنصة الفيديو
settings-name-in-token-help = يصبح اسم الضيف مقروءًا لكل من في المكالمة وفي سجلات المنصة.
settings-save = حفظ
room-tab-questions = الأسئلة
settings-presets = ملء القواعد لـ…
settings-presets-help = يملأ كل القواعد أدناه. يمكنك تغيير أي منها قبل الحفظ.
settings-filled = مُلئت لـ: { $preset }. لم يُحفظ شيء بعد.
settings-meaning = ما معنى ذلك
settings-closed-message = كلمة على الباب المغلق
settings-closed-message-help = يقرؤها الضيوف ما دام الباب مغلقًا، مثل موعد فتحه مجددًا.
settings-one-at-a-time = ضيف واحد في كل مرة
settings-one-at-a-time-help = في الاستقبال زر يُدخل التالي وينهي المكالمة لمن قبله.
settings-admit-on-arrival = القبول عند وصول مضيف
settings-admit-on-arrival-help = من ينتظر حينها وهو موجود يدخل مع أول مضيف. وإلا فوصول المضيف لا يُدخل أحدًا.
settings-hosts-leave = عندما يغيب آخر مضيف دقيقة
settings-return-minutes = دقائق العودة
settings-return-minutes-help = المدة التي يعود فيها ضيف غادر المكالمة دون طلب. من 0 إلى 240.
settings-gone-minutes = دقائق حفظ المكان
settings-gone-minutes-help = من ينتظر ويغيب مدة أطول يفقد مكانه. من 1 إلى 240.
settings-most-in-call = أقصى عدد للضيوف في المكالمة
settings-most-in-call-help = إن تُرك فارغًا فبلا حد. ومن كان سيدخل مباشرة ينتظر عندها.
settings-most-waiting = أقصى عدد للمنتظرين
settings-most-waiting-help = إن تُرك فارغًا فبلا حد. ويُطلب من الآخرين المحاولة لاحقًا.

hosts-leave-go-on = تستمر المكالمة
    .meaning = يبقى الضيوف وحدهم.
hosts-leave-pause = تتوقف المكالمة مؤقتًا
    .meaning = ينتظر الجميع مجددًا، بالترتيب نفسه.
hosts-leave-end = تنتهي المكالمة
    .meaning = يخرج الجميع. ومن ينتظر يبقى منتظرًا.

door-question = { $count ->
    [zero] لا أحد ينتظر.
    [one] ينتظر شخص واحد.
    [two] ينتظر شخصان.
    [few] ينتظر { $count } أشخاص.
    [many] ينتظر { $count } شخصًا.
   *[other] ينتظر { $count } شخص.
    }
door-question-what = سيصبح الباب: { $door }. ماذا عن المنتظرين الآن؟ من يطلب بعد عرض هذه الصفحة لا يدخل بهذا القرار.
door-question-keep = إبقاؤهم منتظرين
door-question-admit = قبولهم
door-question-cancel = عدم تغيير شيء

preset-clinic = عيادة
preset-classroom = صف دراسي
preset-court = محكمة
preset-webinar = ندوة عبر الإنترنت
preset-support-desk = مكتب دعم

means-door-everyone-waits = ينتظر الجميع حتى يقبلهم مضيف.
means-door-trusted-enter = يدخل الضيوف ذوو رابط «يدخل مباشرة»، وينتظر الآخرون.
means-door-everyone-enters = من لديه رابط يدخل فورًا.
means-door-closed = لا يمكن لأحد طلب الدخول.
means-one-at-a-time = يدخل الضيوف واحدًا تلو الآخر.
means-admit-on-arrival = عند وصول أول مضيف يُقبل المنتظرون.
means-return-never = من يغادر المكالمة يطلب مجددًا.
means-return = { $count ->
    [zero] من يغادر المكالمة يطلب مجددًا.
    [one] يمكن لمن يغادر المكالمة العودة خلال دقيقة دون طلب.
    [two] يمكن لمن يغادر المكالمة العودة خلال دقيقتين دون طلب.
    [few] يمكن لمن يغادر المكالمة العودة خلال { $count } دقائق دون طلب.
    [many] يمكن لمن يغادر المكالمة العودة خلال { $count } دقيقة دون طلب.
   *[other] يمكن لمن يغادر المكالمة العودة خلال { $count } دقيقة دون طلب.
    }
means-gone = { $count ->
    [zero] من ينتظر ويغيب يفقد مكانه.
    [one] من ينتظر ويغيب دقيقة يفقد مكانه.
    [two] من ينتظر ويغيب دقيقتين يفقد مكانه.
    [few] من ينتظر ويغيب { $count } دقائق يفقد مكانه.
    [many] من ينتظر ويغيب { $count } دقيقة يفقد مكانه.
   *[other] من ينتظر ويغيب { $count } دقيقة يفقد مكانه.
    }
means-hosts-leave-go-on = عندما يغادر آخر مضيف تستمر المكالمة.
means-hosts-leave-pause = عندما يغادر آخر مضيف ينتظر الجميع مجددًا بالترتيب نفسه.
means-hosts-leave-end = عندما يغادر آخر مضيف تنتهي المكالمة.
means-most-in-call = أقصى عدد للضيوف في المكالمة: { $count }.
means-most-waiting = أقصى عدد للمنتظرين: { $count }.

questions-what = يجيب عنها الضيوف عند طلب الدخول؛ وتقرأ الإجابات في صفهم. الأسطر الفارغة لا تُسأل.
question-number = السؤال { $number }
question-text = السؤال
question-kind = الإجابة
question-kind-text = بضع كلمات
question-kind-yes-no = نعم أو لا
question-kind-choice = واحدة من هذه
question-choices = الخيارات
question-choices-help = من 2 إلى 10، تفصل بينها فواصل؛ فقط لـ «واحدة من هذه».
question-required = الإجابة إلزامية
question-choice-count = يُرجى إدخال 2 إلى 10 خيارات تفصل بينها فواصل.
question-choice-twice = هناك خياران متطابقان.
question-choices-unasked = الخيارات مخصصة لـ «واحدة من هذه» فقط.

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

settings-keep-days = أيام حفظ بيانات الضيوف
settings-keep-days-help = تُحذف الأسماء والملاحظات والعناوين بعد هذا العدد من الأيام من الزيارة، وعلى أبعد تقدير حين يحدده التثبيت. فارغ: كما يحدده التثبيت.
