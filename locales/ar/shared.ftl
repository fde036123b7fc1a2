## Times, as they stand beside names.

time-now = الآن
time-ago-s = { $count ->
    [zero] الآن
    [one] منذ ثانية
    [two] منذ ثانيتين
    [few] منذ { $count } ثوانٍ
    [many] منذ { $count } ثانية
   *[other] منذ { $count } ثانية
    }
time-ago-min = { $count ->
    [zero] الآن
    [one] منذ دقيقة
    [two] منذ دقيقتين
    [few] منذ { $count } دقائق
    [many] منذ { $count } دقيقة
   *[other] منذ { $count } دقيقة
    }
time-ago-h = { $count ->
    [zero] الآن
    [one] منذ ساعة
    [two] منذ ساعتين
    [few] منذ { $count } ساعات
    [many] منذ { $count } ساعة
   *[other] منذ { $count } ساعة
    }
time-ago-d = { $count ->
    [zero] اليوم
    [one] أمس
    [two] منذ يومين
    [few] منذ { $count } أيام
    [many] منذ { $count } يومًا
   *[other] منذ { $count } يوم
    }
time-in-s = { $count ->
    [zero] الآن
    [one] بعد ثانية
    [two] بعد ثانيتين
    [few] بعد { $count } ثوانٍ
    [many] بعد { $count } ثانية
   *[other] بعد { $count } ثانية
    }
time-in-min = { $count ->
    [zero] الآن
    [one] بعد دقيقة
    [two] بعد دقيقتين
    [few] بعد { $count } دقائق
    [many] بعد { $count } دقيقة
   *[other] بعد { $count } دقيقة
    }
time-in-h = { $count ->
    [zero] الآن
    [one] بعد ساعة
    [two] بعد ساعتين
    [few] بعد { $count } ساعات
    [many] بعد { $count } ساعة
   *[other] بعد { $count } ساعة
    }
time-in-d = { $count ->
    [zero] اليوم
    [one] غدًا
    [two] بعد يومين
    [few] بعد { $count } أيام
    [many] بعد { $count } يومًا
   *[other] بعد { $count } يوم
    }

## Roles, in plain words.

role-subscriber = مشاهد
role-publisher = متحدث
role-publisheronly = عرض فقط
role-moderator = مشرف

## What is wrong with a typed text.

text-empty = يُرجى ملء هذا الحقل.
text-too-long = { $limit ->
    [zero] يُرجى ترك هذا الحقل فارغًا.
    [one] يُرجى استخدام حرف واحد على الأكثر.
    [two] يُرجى استخدام حرفين على الأكثر.
    [few] يُرجى استخدام { $limit } أحرف على الأكثر.
    [many] يُرجى استخدام { $limit } حرفًا على الأكثر.
   *[other] يُرجى استخدام { $limit } حرف على الأكثر.
    }
text-too-short = { $limit ->
    [zero] يُرجى ملء هذا الحقل.
    [one] يُرجى استخدام حرف واحد على الأقل.
    [two] يُرجى استخدام حرفين على الأقل.
    [few] يُرجى استخدام { $limit } أحرف على الأقل.
    [many] يُرجى استخدام { $limit } حرفًا على الأقل.
   *[other] يُرجى استخدام { $limit } حرف على الأقل.
    }
text-forbidden-character = يُرجى عدم استخدام محارف التحكم والاتجاه.
text-not-an-email = هذا ليس عنوان بريد إلكتروني.
text-common-password = هذه من أكثر كلمات المرور شيوعًا. يُرجى اختيار غيرها.

## Why something was not done.

refused-value = { $field } { $problem }.
refused-passcode = رمز الدخول هذا غير صحيح. اسأل من دعاك.
refused-gone = انتهى هذا. اطلب رابطًا جديدًا ممن دعاك.
refused-call-full = { $limit ->
    [zero] المكالمة ممتلئة ولا تتسع لأحد. أخرج أحدًا أولًا، أو ارفع الحد في إعدادات الغرفة.
    [one] المكالمة ممتلئة: تتسع لشخص واحد. أخرج أحدًا أولًا، أو ارفع الحد في إعدادات الغرفة.
    [two] المكالمة ممتلئة: تتسع لشخصين. أخرج أحدًا أولًا، أو ارفع الحد في إعدادات الغرفة.
    [few] المكالمة ممتلئة: تتسع لـ { $limit } أشخاص. أخرج أحدًا أولًا، أو ارفع الحد في إعدادات الغرفة.
    [many] المكالمة ممتلئة: تتسع لـ { $limit } شخصًا. أخرج أحدًا أولًا، أو ارفع الحد في إعدادات الغرفة.
   *[other] المكالمة ممتلئة: تتسع لـ { $limit } شخص. أخرج أحدًا أولًا، أو ارفع الحد في إعدادات الغرفة.
    }
refused-nobody-ready = لا أحد من المنتظرين موجود الآن. لم يتغير شيء.
refused-sign-in = البريد الإلكتروني أو كلمة المرور غير صحيحة.
refused-unsupported = لا يمكن لمنصة الفيديو فعل هذا من خارج المكالمة. اجعل الضيف مشاهدًا بدلًا من ذلك.
refused-unattributed = لا يعرف هذا الخادم لمن كل بث في المكالمة: لم تخبره منصة الفيديو بذلك.
refused-confirmation = يُرجى إدخال كلمة المرور مجددًا أولًا.
refused-webhook-disabled = خطاف الويب هذا متوقف. شغّله أولًا.
refused-last-admin = هذا آخر مسؤول يمكنه تسجيل الدخول. اجعل شخصًا آخر مسؤولًا أولًا.
refused-session-in-use = يوجد شخص في المكالمة. يمكن أن تحصل الغرفة على جلسة فيديو أخرى بعد خروج الجميع.
refused-last-host = ستبقى غرفة بلا مضيف. أضف إليها مضيفًا آخر أولًا.
refused-still-here = لا يزال أحدهم ينتظر أو في المكالمة. أخرجهم أولًا.
refused-owner = لا يمكن إخراج مالك الغرفة منها.

not-now-asked-again = طلب الضيف الدخول مجددًا؛ وذلك الطلب في قائمة الانتظار.
not-now-guest-gone = لم يعد الضيف موجودًا.
not-now-claimed = يتولاه { $by } بالفعل.

lost-race-waiting = عاد إلى قائمة الانتظار سابقًا، بواسطة { $by }، { $time }.
    .nobody = عاد إلى قائمة الانتظار سابقًا.
lost-race-held = أُجّل سابقًا بواسطة { $by }، { $time }.
    .nobody = أُجّل سابقًا.
lost-race-admitted = قُبل سابقًا بواسطة { $by }، { $time }.
    .nobody = قُبل سابقًا.
lost-race-left = غادر { $by } المكالمة، { $time }.
    .nobody = غادر المكالمة.
lost-race-denied = رُفض سابقًا بواسطة { $by }، { $time }.
    .nobody = رُفض سابقًا.
lost-race-withdrawn = غادر { $by } قائمة الانتظار، { $time }.
    .nobody = غادر قائمة الانتظار.
lost-race-expired = لم يعد ينتظر ({ $by }، { $time }).
    .nobody = لم يعد ينتظر.
lost-race-removed = أُخرج سابقًا بواسطة { $by }، { $time }.
    .nobody = أُخرج سابقًا.

## Why a link does not open the form.

link-unknown = لا نعرف هذا الرابط.
link-early = لم يحن الوقت بعد.
link-expired = انتهت صلاحية هذه الدعوة.
link-used-up = استُخدمت هذه الدعوة من قبل.
link-revoked = سُحبت هذه الدعوة.
link-room-closed = الغرفة مغلقة حاليًا.
