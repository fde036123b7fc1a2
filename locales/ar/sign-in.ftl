## The start page, signing in and out, and giving the password again.

start-title = مرحبًا بك في Anteroom
start-what = غرفة انتظار لجلسات الفيديو: يطلب الضيوف الدخول ويُدخلهم مضيف.
start-invited = إن كنت مدعوًّا فاستخدم الرابط الذي أُرسل إليك.
start-hosts = للمضيفين والمسؤولين

sign-in-title = تسجيل الدخول
sign-in-for-whom = للمضيفين والمسؤولين. لا يحتاج الضيوف إلا إلى رابط دعوتهم.
sign-in-email = البريد الإلكتروني
sign-in-password = كلمة المرور
sign-in-failed = البريد الإلكتروني وكلمة المرور غير متطابقين. يُرجى المحاولة مجددًا.
sign-in-forgotten = هل نسيت كلمة المرور؟ يمكن لمسؤول أن يعطيك كلمة جديدة.

one-time-link-title = مكتب الاستقبال جاهز
one-time-link-who = يسجّل هذا الرابط دخولك باسم { $name } ويعمل مرة واحدة.
one-time-link-open = فتح مكتب الاستقبال
one-time-link-not-you = لستَ أنت؟ أغلق هذه الصفحة؛ لم يُستهلك شيء بعد.

sign-ins-title = عمليات تسجيل دخولك
sign-ins-what = الأماكن التي سجّلت الدخول فيها. أنهِ ما لا تعرفه.
sign-ins-browser = المتصفح
sign-ins-unknown-browser = متصفح غير معروف
sign-ins-address = العنوان
sign-ins-since = وقت الدخول
sign-ins-last-used = آخر استخدام
sign-ins-this = هذا
sign-ins-everywhere = تسجيل الخروج من كل مكان

confirm-title = يُرجى تأكيد هويتك
confirm-why = ما يفعله المسؤولون يتطلب كلمة المرور مجددًا بعد 15 دقيقة.
confirm-go-on = متابعة
confirm-wrong = كلمة المرور هذه غير صحيحة. يُرجى المحاولة مجددًا.
confirm-no-password = سجّلت الدخول برابط يعمل مرة واحدة وليست لديك كلمة مرور. سجّل الدخول برابط جديد للمتابعة.

setup-page-title = إعداد Anteroom
setup-title = مرحبًا
setup-what = أنت المسؤول الأول. تعمل هذه الصفحة مرة واحدة.
setup-name = اسمك
setup-email-help = تسجّل الدخول به.
setup-password-help = 8 أحرف على الأقل؛ و15 أو أكثر أفضل.
setup-create = إنشاء الحساب
