## The call, for guests and hosts.

call-title = في المكالمة
call-people-in = الأشخاص في المكالمة
call-alone = لا أحد يتحدث بعد. من يتحدث يظهر هنا.
call-needs-scripts = تحتاج المكالمة إلى البرامج النصية (JavaScript). يُرجى السماح بها لهذه الصفحة ثم إعادة تحميلها.
call-not-in = لستَ في المكالمة حاليًا.
call-you = أنت
call-muted = مكتوم
call-moderator = مشرف
call-screen-of = شاشة
call-wants-to-speak = يريد التحدث

## How good the connection is.

call-quality-joining = جارٍ الدخول…
call-quality-good = الاتصال جيد
call-quality-weak = الاتصال ضعيف
call-quality-interrupted = الاتصال منقطع
call-lost = انقطع الاتصال. تجري المحاولة مجددًا…

## The controls.

call-controls = أدوات التحكم
call-mute = كتم صوتي
call-unmute = تشغيل صوتي
call-camera = الكاميرا
call-share-screen = مشاركة الشاشة
call-raise-hand = رفع اليد
call-lower-hand = خفض اليد
call-step-down = التوقف عن التحدث
call-people = الأشخاص
call-door = الباب
call-leave = مغادرة
call-to-desk = إلى الاستقبال
call-sound-on = تشغيل الصوت
call-close = إغلاق

## The people in the call.

call-mute-person = كتم الصوت
call-stop-person = إيقاف الكاميرا والميكروفون
call-remove-person = إخراج من المكالمة
call-mute-everybody = كتم صوت الجميع
call-not-muted = استثناء من «كتم صوت الجميع»
call-in-call = في المكالمة
call-not-connected = غير متصل
call-make-subscriber = جعله مشاهدًا
call-make-publisher = جعله متحدثًا
call-make-moderator = جعله مشرفًا
call-send-back = إعادة إلى الانتظار

## The door beside the call.

call-waiting = في الانتظار
call-nobody-waits = لا أحد ينتظر.
call-more-wait = يوجد المزيد في الاستقبال.
call-admit = قبول
call-deny = رفض

## Before joining, and when a host offers the stage.

call-before = قبل الدخول
call-as = بدور
call-join = دخول
call-preview-off = كاميرتك متوقفة
call-no-camera = بلا كاميرا
call-no-microphone = بلا ميكروفون
call-change-later = يمكنك تغيير هذا في أي وقت أثناء المكالمة.
call-offer-title = يدعوك المضيف إلى التحدث.
call-offer-text = لن يراك أحد أو يسمعك قبل أن توافق.
call-offer-accept = تشغيل الكاميرا والميكروفون
call-offer-decline = البقاء مشاهدًا

## When the call is over for this page.

call-replaced-title = دخلتَ من علامة تبويب أخرى أو جهاز آخر.
call-replaced-text = تستمر المكالمة هناك. يمكنك إعادتها إلى هذه الصفحة.
call-use-here = المتابعة هنا
call-removed-title = لم تعد في المكالمة.
call-removed-text = أنهى أحد المشرفين المكالمة بالنسبة إليك.
call-failed-title = لا تعمل المكالمة في هذه الصفحة.
call-failed-text = يُرجى إعادة تحميل الصفحة. إن لم ينفع ذلك فجرّب متصفحًا آخر.
call-full-title = المكالمة ممتلئة.
call-full-text = لا يمكن لأحد آخر الدخول حاليًا. يُرجى المحاولة بعد قليل.
call-unsupported-title = لا يمكن لهذه الصفحة المشاركة في المكالمة.
call-unsupported-text = يُرجى إعادة تحميلها. إن لم ينفع ذلك فأخبر المضيف.
call-reload = إعادة التحميل
call-to-door = إلى غرفة الانتظار

## Short news.

call-now-subscriber = أنت الآن مشاهد.
call-now-publisher = يمكنك التحدث الآن.
call-now-publisheronly = يمكن للآخرين الآن رؤيتك وسماعك. أنت لا تراهم.
call-now-moderator = أنت الآن مشرف.
call-was-muted = كتم أحد المشرفين صوتك.
call-was-stopped = أوقف أحد المشرفين كاميرتك وميكروفونك.
call-hand-up = يدك مرفوعة. يراها المضيف.
call-media-denied = لا يتيح المتصفح الكاميرا أو الميكروفون. أنت تشاهد فقط. لإضافتهما اسمح بهما بجانب شريط العنوان، ثم اضغط على «الكاميرا».
call-media-missing = لم يُعثر على كاميرا أو ميكروفون. أنت تشاهد فقط. وصّل جهازًا، ثم اضغط على «الكاميرا».
call-media-insecure = لا تتيح المتصفحات الكاميرا في صفحة بلا https. يمكنك المشاهدة؛ واطلب من المضيف رابطًا آمنًا ليراك الآخرون ويسمعوك.
call-camera-missing = لم يُعثر على كاميرا. يمكن للآخرين سماعك.
call-microphone-missing = لم يُعثر على ميكروفون. يمكن للآخرين رؤيتك.
call-camera-ended = توقفت كاميرتك. اضغط على «الكاميرا» للمحاولة مجددًا.
call-act-failed = لم ينجح ذلك. يُرجى المحاولة مجددًا.
call-publish-failed = لا يمكن للآخرين رؤيتك أو سماعك بعد. تجري المحاولة مجددًا…
