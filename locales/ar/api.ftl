## Problem documents of the API.

api-guest-is-in = هذا الضيف في المكالمة.
api-guest-is-not-in = هذا الضيف ليس في المكالمة.
api-key-of-another-request = استُخدم مفتاح Idempotency-Key هذا لطلب آخر. استخدم مفتاحًا جديدًا لكل طلب.
api-key-under-way = طلب بمفتاح Idempotency-Key هذا قيد التنفيذ أو انقطع. انتظر لحظة؛ وإذا تكررت هذه الإجابة فتحقّق مما نُفّذ قبل إرساله بمفتاح جديد.
