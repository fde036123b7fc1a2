## Alerts and keys of the desk.

desk-tools = التنبيهات والمفاتيح
desk-alerts = عندما يطلب أحد الدخول
desk-alerts-sound = تشغيل صوت
desk-alerts-test = تجربة الصوت
desk-alerts-mute = كتم لمدة 15 دقيقة
desk-alerts-notify = عرض الإشعارات
desk-alerts-muted = مكتوم لمدة 15 دقيقة. اضغط مرة أخرى لإنهائه.
desk-alerts-refused = هذا المتصفح لا يسمح بإشعارات من هذه الصفحة.
desk-alerts-somebody = أحدهم يطلب الدخول.
desk-keys = المفاتيح
desk-keys-on = استخدام المفاتيح في هذه الصفحة
desk-key-move = الصف التالي أو السابق
desk-key-message = كتابة رسالة
desk-key-select = تحديد
