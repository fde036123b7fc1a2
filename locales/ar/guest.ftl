## The guest's pages, from the link to the door of the call.

guest-foot = لا شيء في هذه الصفحة يأتي من مواقع أخرى.
optional = (اختياري)
room-with = مع

join-name = اسمك
join-name-help = الاسم الذي يعرفك به المضيف.
join-passcode = رمز الدخول
join-passcode-help = وصلك مع الدعوة.
join-note = ملاحظة للمضيف
join-ask = طلب الدخول
join-for = هذه الدعوة موجهة إلى
join-not-you = لستَ أنت؟ اطلب رابطًا خاصًا بك ممن أرسل إليك هذا الرابط.
join-promise = يرى المضيف اسمك وملاحظتك ثم يُدخلك. حتى ذلك الحين لا يراك أحد ولا يسمعك.

check-title = فحص الكاميرا والميكروفون
check-off = كاميرتك متوقفة
check-denied = لا يتيح المتصفح الكاميرا أو الميكروفون. يمكنك الدخول بدونهما.
check-insecure = لا تتيح المتصفحات الكاميرا في صفحة بلا https. يمكنك الدخول والمشاهدة.
check-start = تشغيل
check-sound = تشغيل صوت تجريبي
check-camera = الكاميرا
check-microphone = الميكروفون
check-level = مستوى صوتك
check-help = لا أحد يرى هذا الفحص أو يسمعه. يمكنك أيضًا الدخول بلا كاميرا وميكروفون.

link-unknown-text = ربما كُتب خطأً أو قُطع عند نسخه. افتحه مجددًا من الرسالة التي وصلتك، أو اطلب رابطًا جديدًا ممن أرسله.
link-early-text = يمكنك ترك هذه الصفحة مفتوحة: سيظهر النموذج تلقائيًا.
link-opens = موعد الفتح:
link-expired-text = اطلب دعوة جديدة ممن دعاك.
link-used-up-text = كانت مخصصة لشخص واحد. إن كنت أنت ذلك الشخص فافتحها في المتصفح الذي استخدمته من قبل. وإلا فاطلب رابطًا خاصًا بك ممن دعاك.
link-revoked-text = استبدلها المضيف أو ألغاها. اطلب دعوة جديدة ممن دعاك.
link-room-closed-text = لا يمكن لأحد طلب الدخول حاليًا. اسأل من دعاك متى تفتح الغرفة مجددًا.
join-no-choice = يُرجى اختيار إحدى الإجابات.
answer-yes = نعم
answer-no = لا
link-look-again = التحقق مجددًا

here-waiting = أنت في المكان الصحيح.
here-waiting-text = يمكن للمضيف أن يرى أنك تنتظر.
here-look-away = لا حاجة إلى متابعة الشاشة؛ اترك هذه الصفحة مفتوحة وستفتح المكالمة تلقائيًا.
here-no-script = تتحقق هذه الصفحة من الجديد كل 10 ثوانٍ.
here-closed = الباب مغلق حاليًا.
here-closed-text = مكانك محفوظ. تتغير هذه الصفحة تلقائيًا عندما يفتح المضيف الباب أو يُدخلك.
here-paused = المكالمة متوقفة مؤقتًا.
here-paused-text = غادر المضيف، لذلك ينتظر الجميع مجددًا بالترتيب نفسه. لا حاجة إلى الطلب مجددًا.
here-sent-back = عدتَ إلى غرفة الانتظار.
here-sent-back-text = نقلك المضيف إلى هنا مؤقتًا. أنت الأول في القائمة، وستتغير هذه الصفحة تلقائيًا عند إدخالك.
here-message = رسالة من المضيف
here-held = يُرجى الانتظار قليلًا.
here-held-text = رآك المضيف وسيعود إليك. مكانك محفوظ.
here-asked = أُرسل طلبك
here-position = { $position ->
    [one] دورك هو التالي
   *[other] ترتيبك { $position } في القائمة
    }
here-host-here = يوجد مضيف الآن
here-usual-wait = { $minutes ->
    [zero] أقل من دقيقة عادةً
    [one] نحو دقيقة عادةً
    [two] نحو دقيقتين عادةً
    [few] نحو { $minutes } دقائق عادةً
    [many] نحو { $minutes } دقيقة عادةً
   *[other] نحو { $minutes } دقيقة عادةً
    }
here-host-not = لم تبدأ بعد: لا يوجد مضيف. مكانك محفوظ.
here-chime = تشغيل صوت عند إدخالي
here-leave-queue = مغادرة قائمة الانتظار
here-admitted = قُبل دخولك.
here-admitted-as = تدخل بدور
here-call-needs-scripts = تحتاج المكالمة نفسها إلى البرامج النصية (JavaScript). يُرجى السماح بها لهذه الصفحة.
here-join-call = دخول المكالمة
here-leave-call = مغادرة المكالمة
here-denied = لم يُقبل دخولك هذه المرة.
here-denied-reason = يقول المضيف:
here-denied-when = يمكنك الطلب مجددًا
here-denied-offer = ستعرض هذه الصفحة ذلك تلقائيًا.
here-mistake = إن كنت تظن أن هذا خطأ فراسل من دعاك.
here-ask-again = الطلب مجددًا
here-withdrawn = غادرتَ قائمة الانتظار.
here-withdrawn-text = لم يعد المضيف يراك. إن غيّرت رأيك يمكنك الطلب مجددًا؛ وستكون الأخير في القائمة.
here-invite-revoked = سُحبت دعوتك.
here-invite-revoked-text = ألغى المضيف الرابط الذي جئت به، لذلك لم تعد في القائمة. اطلب رابطًا جديدًا ممن دعاك.
here-expired = أُلغي مكانك في القائمة.
here-expired-text = لم تصلنا أي إشارة من هذه الصفحة لوقت طويل. إن كنت لا تزال هنا يمكنك الطلب مجددًا.
here-removed = لم تعد في المكالمة.
here-removed-text = أنهى المضيف المكالمة بالنسبة إليك.
here-left = غادرتَ المكالمة.
here-dropped = انقطعتَ عن المكالمة.
here-dropped-text = انقطع اتصالك مدة أطول من مدة حفظ مكانك. يمكنك طلب الدخول مجددًا.
here-never-came = أُلغي مكانك.
here-never-came-text = قُبل دخولك بينما كانت هذه الصفحة غائبة، وحُفظ المكان 5 دقائق. إن كنت هنا الآن فاطلب مجددًا.
here-finished = انتهى دورك هنا.
here-finished-text = انتقل المضيف إلى الضيف التالي. إن كان لديك شيء آخر يمكنك طلب الدخول مجددًا.
here-ended = انتهت المكالمة.
here-ended-text = غادر المضيف، وانتهت المكالمة للجميع.
here-denied-blocked = لا يمكنك الطلب مجددًا من هنا إلا إذا سمح المضيف بذلك.
here-left-until = يمكنك العودة دون طلب لبعض الوقت
here-unknown = لم نعد نعرفك.
here-unknown-text = ليس لهذا المتصفح مكان في القائمة هنا: مُسحت بياناته أو أُلغي المكان. افتح الرابط الذي وصلك للطلب مجددًا.
here-reconnecting = انقطع الاتصال. تجري المحاولة مجددًا…

role-subscriber-means = يمكنك رؤية الآخرين وسماعهم. تبقى كاميرتك وميكروفونك متوقفين.
role-publisher-means = يمكنك رؤية الآخرين وسماعهم، ويمكنهم رؤيتك وسماعك.
role-publisheronly-means = يمكن للآخرين رؤيتك وسماعك. أنت لا تراهم.
role-moderator-means = يمكنك رؤية الآخرين وسماعهم ويمكنهم رؤيتك وسماعك، ويمكنك كتم صوت الأشخاص أو إخراجهم.

denied-not-on-list = اسمك ليس في قائمة هذه الجلسة.
denied-wrong-time = الوقت غير صحيح. يُرجى مراجعة دعوتك.
denied-wrong-room = هذه ليست الغرفة الصحيحة لك. يُرجى مراجعة دعوتك.
denied-room-full = الجلسة ممتلئة.
denied-unclear-name = لم نتمكن من معرفة من أنت. يُرجى الطلب مجددًا باسمك الكامل.

## What guests see, shown to a host.

rehearsal = تجربة
rehearsal-what = تجربة: هذا ما يراه ضيوف هذه الغرفة. لا أحد ينتظر هنا، والأزرار لا تفعل شيئًا.
rehearsal-pages = صفحات الضيوف
rehearsal-join = الطلب
rehearsal-waiting = في الانتظار
rehearsal-held = مؤجَّل
rehearsal-admitted = مقبول
rehearsal-denied = غير مقبول
rehearsal-guest = ضيف
rehearsal-back = العودة إلى الاستقبال
