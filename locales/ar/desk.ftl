## The desk of a room.

desk-title = { $room } – الباب
desk-parts = أقسام الاستقبال
desk-tab-door = الباب
desk-tab-call = المكالمة
desk-tab-room = الغرفة
desk-close = إغلاق
desk-failed = لم ينجح ذلك. يُرجى المحاولة مجددًا.
desk-reconnecting = جارٍ إعادة الاتصال. قد يكون ما تراه قديمًا ببضع ثوانٍ.
desk-lost-race = لم يغيّر قرارك شيئًا.

## The room and the others, at the side.

desk-rooms = الغرف
desk-this-room = هذه الغرفة
desk-invites = الدعوات
desk-hosts = المضيفون
desk-settings = الإعدادات
desk-log = السجل
desk-my-rooms = غرفي
desk-new-room = غرفة جديدة
desk-room-in-call = { $count ->
    [0] لا أحد في المكالمة
   *[other] { $count } في المكالمة
    }
# Read aloud after the number of people waiting in a room.
desk-room-waiting = في الانتظار

## What the door does, under the room's title.

desk-door-everyone-waits = ينتظر الجميع حتى تقبل دخولهم.
desk-door-trusted-enter = يدخل الضيوف ذوو الدعوة المباشرة، وينتظر الآخرون حتى تقبل دخولهم.
desk-door-everyone-enters = يدخل كل من لديه دعوة دون انتظار.
desk-door-closed = الغرفة مغلقة. لا يمكن لأحد جديد طلب الدخول.

## Lists.

desk-waiting = في الانتظار
desk-waiting-count = { $count } في الانتظار
desk-new = { $count ->
    [zero] لا طلبات جديدة
    [one] طلب جديد
    [two] طلبان جديدان
    [few] { $count } طلبات جديدة
    [many] { $count } طلبًا جديدًا
   *[other] { $count } طلب جديد
    }
desk-show-more = عرض المزيد
desk-nobody-waits = لا أحد ينتظر.
    .next = من يفتح رابط دعوتك ويطلب الدخول يظهر هنا.
desk-held = مؤجَّلون
desk-earlier = سابقًا
desk-earlier-empty = لا أحد بعد. يظهر هنا من رُفض أو غادر أو انصرف.
desk-call-title = في المكالمة
desk-join-call = دخول المكالمة
desk-nobody-in-call = لا أحد في المكالمة بعد. يظهر هنا الضيوف المقبولون مع أدوارهم.

## A row.

desk-wait-now = الآن
desk-wait-minutes = { $count } د
desk-asked-at = طلب الدخول في { $time }
desk-same-name = نفس اسم { $name }
desk-away = غائب منذ { $time }
desk-sent-back = أُعيد
desk-name-fixed = اسم محدد
desk-name-fixed-by = { $invite }، اسم محدد
desk-admit = قبول
desk-deny = رفض
desk-more = المزيد
desk-admit-as-subscriber = قبول بدور مشاهد
desk-admit-as-publisher = قبول بدور متحدث
desk-admit-as-moderator = قبول بدور مشرف
desk-admit-as-publisheronly = قبول للعرض فقط
desk-hold = تأجيل
desk-resume = إعادة إلى الانتظار
desk-deny-why = رفض مع ذكر السبب
desk-reason-not-on-list = ليس في القائمة
desk-reason-wrong-time = الوقت غير صحيح
desk-reason-wrong-room = الغرفة غير صحيحة
desk-reason-room-full = الغرفة ممتلئة
desk-reason-unclear-name = الاسم غير واضح
desk-denied = رُفض دخول { $name }
desk-undo = تراجع

## Somebody in the call.

desk-make-subscriber = جعله مشاهدًا
desk-make-publisher = جعله متحدثًا
desk-make-moderator = جعله مشرفًا
desk-send-back = إعادة إلى الانتظار
desk-remove = إخراج
desk-remove-for-good = إخراج نهائي
desk-mute = كتم الصوت
desk-call-again = مناداة مجددًا
desk-stop-publishing = إيقاف الكاميرا والميكروفون
desk-mute-all = كتم صوت الجميع
desk-in-call-both = في المكالمة منذ { $time }، الكاميرا والميكروفون يعملان
desk-in-call-camera = في المكالمة منذ { $time }، الكاميرا تعمل، الميكروفون متوقف
desk-in-call-microphone = في المكالمة منذ { $time }، الميكروفون يعمل
desk-in-call-watching = في المكالمة منذ { $time }، يشاهد
desk-not-connected = قُبل { $time }، غير متصل
desk-away-not-connected = غير متصل، غائب منذ { $time }
desk-hand = يريد التحدث
desk-enforcing = جارٍ سحب الصلاحيات السابقة

## What became of somebody, under "Earlier".

desk-ended-denied = مرفوض
desk-ended-withdrawn = غادر قائمة الانتظار
desk-ended-gone = فقد مكانه
desk-ended-invite-revoked = سُحبت الدعوة
desk-ended-removed = أُخرج
desk-ended-blocked = أُخرج وحُظر
desk-ended-left = غادر المكالمة
desk-ended-dropped = انقطع اتصاله
desk-ended-never-came = قُبل ولم يأتِ
desk-ended-finished = انتهى
desk-ended-ended = انتهت المكالمة
desk-ended-denied-for-good = رُفض وحُظر
desk-ended-by = بواسطة { $by }، { $time }
