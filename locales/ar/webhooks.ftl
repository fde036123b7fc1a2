webhooks-title = الإشعارات البرمجية
webhooks-what = تُبلَّغ أنظمة أخرى، على عنوان خاص بها، بما يحدث في الغرف.
webhooks-none = لا توجد إشعارات برمجية بعد
webhooks-url = العنوان
webhooks-url-help = يبدأ بـ https:// وليس من شبكة خاصة.
webhooks-events = الأحداث
webhooks-events-help = أسماء مثل admitted أو denied تفصل بينها مسافات. فارغ: كلها.
webhooks-new = إشعار برمجي جديد
webhooks-create = إنشاء الإشعار البرمجي
webhooks-on = مفعّل
webhooks-off = متوقف
webhooks-failing = { $count ->
    [one] فشلت محاولة واحدة
   *[other] عدد المحاولات الفاشلة: { $count }
    }
webhooks-secret = السر الذي يوقّع
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
webhooks-state-pending = في الانتظار
webhooks-state-delivered = قُبل
webhooks-state-failed = تُرك
webhooks-tries = المحاولات
webhooks-tried = آخر محاولة
webhooks-again = إرسال مرة أخرى
