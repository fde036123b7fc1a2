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
desk-rehearsal = ما يراه الضيوف
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
desk-search = البحث عند الباب
    .hint = الاسم أو الملاحظة أو الدعوة
desk-search-now = بحث
desk-only = عرض
desk-only-everyone = الجميع
desk-only-away = الغائبون
desk-only-held = المؤجَّلون
desk-only-same-name = الاسم نفسه
desk-nobody-found = لا أحد عند الباب يطابق ذلك.
desk-nobody-waits = لا أحد ينتظر.
    .next = من يفتح رابط دعوتك ويطلب الدخول يظهر هنا.
desk-held = مؤجَّلون
desk-earlier = سابقًا
desk-earlier-empty = لا أحد بعد. يظهر هنا من رُفض أو غادر أو انصرف.
desk-call-title = في المكالمة
desk-join-call = دخول المكالمة
desk-unheard = لا تُخبر منصة الفيديو هذا الخادم بمن يأتي ومن يغادر. ما تراه هنا هو ما تقوله صفحات الضيوف؛ وقد يبقى من يغادر ظاهرًا دقيقة أخرى.
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
desk-timeline = التسلسل الزمني
desk-admit-as-subscriber = قبول بدور مشاهد
desk-admit-as-publisher = قبول بدور متحدث
desk-admit-as-moderator = قبول بدور مشرف
desk-admit-as-publisheronly = قبول للعرض فقط
desk-hold = تأجيل
desk-resume = إعادة إلى الانتظار
desk-hold-with-words = تأجيل مع رسالة
desk-message = رسالة
desk-claim = سأتولى هذا الضيف
desk-release = ترك لغيري
desk-claimed = يتولاه { $by }
desk-transfer = نقل إلى غرفة أخرى
desk-said = قيل له:
desk-deny-words = رفض بكلماتك
desk-deny-for-good = رفض وحظر
desk-send-back-with-words = إعادة إلى الانتظار مع رسالة
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
desk-in-call-publishing = في المكالمة منذ { $time }، الكاميرا أو الميكروفون يعمل
desk-in-call-watching = في المكالمة منذ { $time }، يشاهد
desk-not-connected = قُبل { $time }، غير متصل
desk-away-not-connected = غير متصل، غائب منذ { $time }
desk-hand = يريد التحدث
desk-enforcing = جارٍ سحب الصلاحيات السابقة
desk-enforcing-overdue = ربما لا يزال متصلًا
## A banner: connections that the video platform has not ended for ten minutes.
desk-enforcement-alarm = ربما لا يزال متصلًا شخص أُخرج أو تغيّر دوره. لم تؤكد منصة الفيديو ذلك منذ أكثر من 10 دقائق؛ ويواصل هذا الخادم المحاولة.

## What became of somebody, under "Earlier".

desk-ended-denied = مرفوض
desk-ended-denied-for-good = رُفض وحُظر
desk-ended-moved = نُقل إلى غرفة أخرى
desk-ended-withdrawn = غادر قائمة الانتظار
desk-ended-gone = فقد مكانه
desk-ended-invite-revoked = سُحبت الدعوة
desk-ended-removed = أُخرج
desk-ended-blocked = أُخرج وحُظر
desk-ended-left = غادر المكالمة
desk-unblock = السماح بالطلب مجددًا
desk-lock = إغلاق الباب
desk-unlock = فتح الباب
desk-next = التالي
desk-denied-before = { $count ->
    [zero] لم يُرفض سابقًا
    [one] رُفض سابقًا
    [two] رُفض مرتين سابقًا
    [few] رُفض { $count } مرات سابقًا
    [many] رُفض { $count } مرة سابقًا
   *[other] رُفض { $count } مرة سابقًا
    }
desk-returning = عائد
desk-ended-dropped = انقطع اتصاله
desk-ended-never-came = قُبل ولم يأتِ
desk-ended-finished = انتهى
desk-ended-ended = انتهت المكالمة
desk-ended-by = بواسطة { $by }، { $time }

## About many guests at once.

desk-cancel = إلغاء
desk-pick = اختيار { $name }
desk-admit-shown = قبول { $count }
desk-admit-picked = قبول المحددين
desk-admit-picked-count = قبول المحددين ({ $count })
desk-deny-picked = رفض المحددين
desk-deny-picked-count = رفض المحددين ({ $count })
desk-message-all = رسالة إلى الجميع
many-admitted = { $count ->
    [zero] لم يُقبل أحد.
    [one] قُبل ضيف واحد.
    [two] قُبل ضيفان.
    [few] قُبل { $count } ضيوف.
    [many] قُبل { $count } ضيفًا.
   *[other] قُبل { $count } ضيف.
    }
many-denied = { $count ->
    [zero] لم يُرفض أحد.
    [one] رُفض ضيف واحد.
    [two] رُفض ضيفان.
    [few] رُفض { $count } ضيوف.
    [many] رُفض { $count } ضيفًا.
   *[other] رُفض { $count } ضيف.
    }
many-left = { $name }: { $why }
many-others = { $count ->
    [zero] لم يتغير حال أحد غيرهم.
    [one] تغيّر حال ضيف آخر.
    [two] تغيّر حال ضيفين آخرين.
    [few] تغيّر حال { $count } ضيوف آخرين.
    [many] تغيّر حال { $count } ضيفًا آخر.
   *[other] تغيّر حال { $count } ضيف آخر.
    }
many-nobody = لم يُحدَّد أحد. حدّد الضيوف أولًا.

## Where a host types.

words-message = رسالة إلى { $name }
    .button = إرسال
words-message-all = رسالة إلى كل من ينتظر
    .button = إرسال إلى الجميع
words-hold = تأجيل { $name }
    .button = تأجيل
words-deny = رفض { $name }
    .button = رفض
words-send-back = إعادة { $name } إلى غرفة الانتظار
    .button = إعادة
words-transfer = نقل { $name } إلى غرفة أخرى
    .button = نقل
words-transfer-help = يحتفظ الضيف بوقت طلبه، وتنتقل صفحته معه تلقائيًا.
words-room = الغرفة
words-no-room = ليست لديك غرفة أخرى.
words-label = ما يقرؤه الضيف
words-help = 280 حرفًا على الأكثر.
words-phrases = أو الإرسال بضغطة واحدة
words-edit-phrases = تغيير هذه العبارات
phrases-title = العبارات
phrases-what = ما تقوله كثيرًا للمنتظرين: ضغطة واحدة لكل عبارة. إن تُركت فارغة تبقى العبارة المعتادة.
phrases-label = العبارة { $number }
phrase-1 = سنكون معك بعد دقائق قليلة.
phrase-2 = لدينا تأخير بسيط. شكرًا لانتظارك.
phrase-3 = يُرجى تجهيز الكاميرا والميكروفون.
phrase-4 = يُرجى البقاء في هذه الصفحة. أنت في المكان الصحيح.
