## Overview of all rooms, everybody in a call, settings of the installation.

host-tab-overview = نظرة عامة
overview-what = كل الغرف، الآن وفي الآونة الأخيرة.
overview-waiting = في الانتظار
overview-longest = أطول انتظار
overview-in-calls = في المكالمات
overview-decided = ما تقرّر
overview-span = المدة
overview-day = 24 ساعة
overview-week = 7 أيام
overview-none = لا شيء في هذه المدة
overview-none-why = يُحصى هنا من قُبل أو رُفض أو غادر قائمة الانتظار.
overview-decisions = القرارات
overview-let-in = مقبولون
overview-denied = مرفوضون
overview-left = غادروا قبل ذلك
overview-chart-day = المقبولون والمرفوضون والمغادرون بالساعات
overview-chart-week = المقبولون والمرفوضون والمغادرون كل ست ساعات
overview-chart-says = في هذه المدة: المقبولون { $in }، والمرفوضون { $denied }، ومن غادروا قبل ذلك { $left }.
overview-begins-day = قبل يوم
overview-begins-week = قبل أسبوع
overview-most = الحد الأقصى معًا: { $count }
overview-as-table = الشيء نفسه في جدول
overview-from = من
overview-by-room = حسب الغرفة
calls-title = الأشخاص في المكالمات
calls-what = كل من هو في مكالمة الآن، في كل الغرف.
calls-read-again = القراءة مجددًا
calls-none = لا أحد في مكالمة
calls-room = الغرفة
calls-since = منذ
calls-first = من البداية
calls-more = المزيد من الأشخاص
installation-title = الإعدادات
installation-what = تسري على التثبيت كله.
installation-saved = تم الحفظ.
installation-second-factor = يحتاج المسؤولون إلى عامل ثانٍ
installation-second-factor-means = يُطلب من المسؤول الذي ليس لديه عامل ثانٍ إعداده قبل أي شيء آخر.
installation-save = حفظ
installation-keep = مدة حفظ ما يذكره الضيوف
installation-keep-days = { $days ->
    [zero] لا أيام؛ تُحدَّد عند تشغيل الخادم
    [one] يوم واحد؛ تُحدَّد عند تشغيل الخادم
    [two] يومان؛ تُحدَّد عند تشغيل الخادم
    [few] { $days } أيام؛ تُحدَّد عند تشغيل الخادم
    [many] { $days } يومًا؛ تُحدَّد عند تشغيل الخادم
   *[other] { $days } يوم؛ تُحدَّد عند تشغيل الخادم
    }
