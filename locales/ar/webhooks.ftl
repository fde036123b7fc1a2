webhooks-title = خطافات الويب
webhooks-what = تُبلَّغ أنظمة أخرى على عناوينها بما يجري في الغرف.
webhooks-none = لا خطافات ويب بعد
webhooks-url = العنوان
webhooks-url-help = يبدأ بـ https:// وليس من شبكة خاصة.
webhooks-events = الأحداث
webhooks-events-help = أسماء مثل admitted أو denied تفصل بينها مسافات. إن تُرك فارغًا: كلها.
webhooks-new = خطاف ويب جديد
webhooks-create = إنشاء خطاف الويب
webhooks-on = يعمل
webhooks-off = متوقف
webhooks-failing = { $count ->
    [zero] لم تفشل أي محاولة
    [one] فشلت محاولة واحدة
    [two] فشلت محاولتان
    [few] فشلت { $count } محاولات
    [many] فشلت { $count } محاولة
   *[other] فشلت { $count } محاولة
    }
webhooks-secret = السر المستخدم في التوقيع
webhooks-secret-what = سلّمه الآن إلى النظام الآخر: يُعرض هذه المرة فقط.
webhooks-test = إرسال تجربة
webhooks-disable = إيقاف
webhooks-enable = تشغيل
webhooks-renew-secret = سر جديد
webhooks-delete = حذف
webhooks-deliveries = ما أُرسل
webhooks-deliveries-none = لا شيء بعد.
webhooks-sequence = الرقم
webhooks-event = الحدث
webhooks-state = الحالة
webhooks-state-pending = قيد الانتظار
webhooks-state-delivered = استُلم
webhooks-state-failed = تُرك
webhooks-tries = المحاولات
webhooks-tried = آخر محاولة
webhooks-again = إرسال مجددًا
