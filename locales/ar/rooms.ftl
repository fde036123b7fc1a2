## The list of rooms.

shared-actions = الإجراءات
shared-optional = اختياري

rooms-title = غرفي
rooms-waiting = { $people ->
    [zero] لا أحد ينتظر.
    [one] ينتظر شخص واحد.
    [two] { $rooms ->
        [one] ينتظر شخصان في غرفة واحدة.
       *[other] ينتظر شخصان في غرفتين.
    }
    [few] { $rooms ->
        [one] ينتظر { $people } أشخاص في غرفة واحدة.
        [two] ينتظر { $people } أشخاص في غرفتين.
        [few] ينتظر { $people } أشخاص في { $rooms } غرف.
       *[other] ينتظر { $people } أشخاص في { $rooms } غرفة.
    }
    [many] { $rooms ->
        [one] ينتظر { $people } شخصًا في غرفة واحدة.
        [two] ينتظر { $people } شخصًا في غرفتين.
        [few] ينتظر { $people } شخصًا في { $rooms } غرف.
       *[other] ينتظر { $people } شخصًا في { $rooms } غرفة.
    }
   *[other] { $rooms ->
        [one] ينتظر { $people } شخص في غرفة واحدة.
        [two] ينتظر { $people } شخص في غرفتين.
        [few] ينتظر { $people } شخص في { $rooms } غرف.
       *[other] ينتظر { $people } شخص في { $rooms } غرفة.
    }
    }
rooms-nobody-waiting = لا أحد ينتظر.
rooms-closed = مغلقة
rooms-in-call = { $count ->
    [0] لا أحد في المكالمة
   *[other] { $count } في المكالمة
    }
rooms-held = مؤجَّلون: { $count }
rooms-longest-wait = أول طلب
rooms-count-waiting = { $count } في الانتظار
rooms-more = غرف أخرى
rooms-new = غرفة جديدة
rooms-first = أنشئ غرفتك الأولى
rooms-first-why = للغرفة باب. تدعو الناس برابط، فينتظرون، ثم تُدخلهم.
rooms-new-title = العنوان
rooms-new-title-help = هو أول ما يراه الضيوف، مثل «عيادة المساء».
rooms-presets = قواعد الباب
rooms-preset-usual = كالمعتاد
rooms-create = إنشاء الغرفة
