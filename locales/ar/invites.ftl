## Invites of a room.

shared-copy = نسخ
shared-copied = تم النسخ.
shared-never = أبدًا

invites-what = يتيح الرابط لشخص ما طلب الدخول بالدور الذي تختاره.
invites-rotate = استبدال كل الروابط
invites-not-made = لم تُنشأ الدعوة.
invites-see-form = عرض ما يلزم تصحيحه
invites-link = هذا هو الرابط الجديد
invites-link-for = هذا هو رابط { $name }
invites-only-once = انسخه الآن: يُعرض هذه المرة فقط.
invites-qr = رمز QR لرابط الدعوة
invites-none = لا دعوات بعد
invites-none-next = أنشئ دعوة أدناه وأرسل رابطها إلى ضيوفك.
invites-no-label = بلا تسمية
invites-uses = مرات الاستخدام
invites-uses-of = { $uses } من { $most }
invites-uses-unlimited = { $uses }، بلا حد
invites-last-used = آخر استخدام
invites-waiting = في الانتظار
invites-waiting-count = { $count ->
    [0] لا أحد
   *[other] { $count }
    }
invites-state = الحالة
invites-passcode = رمز دخول
invites-direct = يدخل مباشرة
invites-revoke = سحب
invites-more = دعوات أخرى
invites-new = دعوة جديدة
invites-create = إنشاء الدعوة

invite-state-open = مفتوحة، تنتهي
invite-state-early = تُفتح
invite-state-expired = منتهية
invite-state-used-up = مستنفدة
invite-state-revoked = مسحوبة

invite-label = التسمية
invite-label-help = يراها المضيفون فقط، بجانب كل ضيف.
invite-role = الدور في المكالمة
invite-guest-name = اسم الضيف
invite-guest-name-help = يثبّت الاسم؛ ويصبح الرابط لشخص واحد.
invite-max-uses = عدد مرات الاستخدام
invite-max-uses-help = إن تُرك فارغًا: 1 لضيف محدد، وبلا حد لغيره.
invite-max-uses-wrong = 1 على الأقل، أو اتركه فارغًا.
invite-not-before = ليس قبل
invite-not-before-help = بتوقيت UTC.
    .local = بتوقيتك المحلي.
invite-not-before-wrong = يُرجى إدخال تاريخ ووقت.
invite-expires-in-hours = تنتهي بعد (بالساعات)
invite-expires-in-hours-help = من الآن، أو من «ليس قبل». سنة على الأكثر (8784).
invite-expires-in-hours-wrong = يُرجى إدخال عدد صحيح من الساعات، بحيث تنتهي خلال سنة (8784).
invite-passcode = رمز الدخول
invite-passcode-help = على الضيوف كتابته. من 4 إلى 64 حرفًا.
invite-passcode-wrong = يُرجى استخدام 4 إلى 64 حرفًا، أو تركه فارغًا.
invite-entry = عند الباب
entry-wait = ينتظر
    .meaning = تُدخل كل ضيف بنفسك.
entry-direct = يدخل مباشرة
    .meaning = من لديه الرابط يدخل المكالمة فورًا.

revoke-title = هل تريد سحب { $name }؟
revoke-what = يتوقف الرابط عن العمل فورًا.
revoke-waiting = { $count ->
    [zero] لا أحد ينتظر عبره.
    [one] سيُبلَّغ الشخص الذي ينتظر عبره بأنه سُحب.
    [two] سيُبلَّغ الشخصان اللذان ينتظران عبره بأنه سُحب.
    [few] سيُبلَّغ { $count } أشخاص ينتظرون عبره بأنه سُحب.
    [many] سيُبلَّغ { $count } شخصًا ينتظرون عبره بأنه سُحب.
   *[other] سيُبلَّغ { $count } شخص ينتظرون عبره بأنه سُحب.
    }
revoke-in-call = { $count ->
    [zero] لا أحد في المكالمة جاء عبره.
    [one] يبقى شخص واحد في المكالمة.
    [two] يبقى شخصان في المكالمة.
    [few] يبقى { $count } أشخاص في المكالمة.
    [many] يبقى { $count } شخصًا في المكالمة.
   *[other] يبقى { $count } شخص في المكالمة.
    }
revoke-remove-too = إخراجهم أيضًا
revoke-remove-too-whom = { $count ->
    [zero] لا أحد في المكالمة جاء عبر هذا الرابط.
    [one] الشخص الوحيد في المكالمة الذي جاء عبر هذا الرابط.
    [two] الشخصان في المكالمة اللذان جاءا عبر هذا الرابط.
    [few] { $count } أشخاص في المكالمة جاؤوا عبر هذا الرابط.
    [many] { $count } شخصًا في المكالمة جاؤوا عبر هذا الرابط.
   *[other] { $count } شخص في المكالمة جاؤوا عبر هذا الرابط.
    }
revoke-keep = الإبقاء عليها

rotate-title = هل تريد استبدال كل الروابط؟
rotate-what = يتوقف كل رابط لهذه الغرفة عن العمل فورًا، ويحل محله رابط جديد بالإعدادات نفسها يُعرض مرة واحدة. يحتفظ المنتظرون بأماكنهم، ويبقى من في المكالمة.
rotate-keep = الإبقاء عليها
