## A second factor: setting it up, being asked for it, and what admins see of it.

factor-title = العامل الثاني
factor-what = رمز من تطبيق على هاتفك إضافةً إلى كلمة المرور. من يعرف كلمة مرورك لا يمكنه تسجيل الدخول بها وحدها.
factor-needed = يحتاج المسؤولون هنا إلى عامل ثانٍ. يُرجى إعداده للمتابعة.
factor-no-password = سجّلت الدخول برابط لمرة واحدة وليست لديك كلمة مرور. يحتاج العامل الثاني إليها.
factor-begin-title = الإعداد
factor-begin-what = تحتاج إلى تطبيق مصادقة. يُرجى إدخال كلمة المرور أولًا.
factor-scan-title = إخبار التطبيق
factor-scan-what = امسح هذا بالتطبيق أو اكتب المفتاح. ثم أدخل الأرقام الستة التي يعرضها التطبيق.
factor-qr = رمز QR لتطبيق المصادقة
factor-key = المفتاح للكتابة
factor-code = الرمز
factor-code-wrong = هذا الرمز غير صحيح أو استُخدم من قبل. انتظر الرمز التالي.
factor-turn-on = تشغيل
factor-state = الحالة
factor-on = مُشغّل
factor-off = متوقف
factor-codes = رموز الاسترداد
factor-codes-left = { $count ->
    [zero] لم يبق أي رمز
    [one] بقي رمز واحد
    [two] بقي رمزان
    [few] بقيت { $count } رموز
    [many] بقي { $count } رمزًا
   *[other] بقي { $count } رمز
    }
factor-codes-title = رموز الاسترداد الخاصة بك
factor-codes-once = دوّنها أو اطبعها الآن: تُعرض هذه المرة فقط. كل رمز يتيح لك تسجيل الدخول مرة واحدة دون التطبيق.
factor-codes-new = رموز استرداد جديدة
factor-codes-new-what = تتوقف الرموز القديمة عن العمل.
factor-codes-make = إنشاء رموز جديدة
factor-remove-title = إزالة العامل الثاني
factor-remove-what = ستكفي كلمة المرور وحدها من جديد. أدخل كلمة المرور ورمزًا مرة أخرى.
factor-remove = إزالة
factor-step-title = أدخل رمزك
factor-step-what = كلمة مرورك صحيحة. والآن الرمز من تطبيقك.
factor-step-help = ستة أرقام أو أحد رموز الاسترداد.
factor-step-lost = لا تطبيق ولا رمز استرداد؟ يمكن لمسؤول إزالة عاملك الثاني.
factor-step-other = تسجيل الدخول بحساب آخر
error-second-factor-needed = أعِدّ عاملًا ثانيًا للمتابعة.
    .title = يلزم عامل ثانٍ
refused-second-factor-set = يوجد عامل ثانٍ بالفعل. أزله أولًا.
refused-second-factor-needed = يحتاج المسؤولون هنا إلى عامل ثانٍ، لذلك يبقى.
refused-second-factor-first = أعِدّ عاملك الثاني أولًا، وإلا فستُمنع من الدخول فورًا.
person-factor-title = إزالة العامل الثاني
person-factor-effect = لمن فقده مثل { $name }. يُسجَّل خروج { $name } من كل مكان، وتكفي كلمة المرور وحدها حتى يُعَدّ عامل جديد. تأكد من أن { $name } هو من يطلب ذلك حقًا.
