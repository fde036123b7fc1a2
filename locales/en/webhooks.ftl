webhooks-title = Webhooks
webhooks-what = Other systems are told what happens in rooms, at an address of theirs.
webhooks-none = No webhooks yet
webhooks-url = Address
webhooks-url-help = It begins with https:// and is not of a private network.
webhooks-events = Events
webhooks-events-help = Names such as admitted or denied, apart by spaces. Empty, all of them.
webhooks-new = New webhook
webhooks-create = Create the webhook
webhooks-on = On
webhooks-off = Off
webhooks-failing = { $count ->
    [one] 1 try failed
   *[other] { $count } tries failed
    }
webhooks-secret = The secret that signs
webhooks-secret-what = Give it to the other system now: it is shown only this once.
webhooks-test = Send a test
webhooks-disable = Switch off
webhooks-enable = Switch on
webhooks-renew-secret = New secret
webhooks-delete = Delete
webhooks-deliveries = What was sent
webhooks-deliveries-none = Nothing yet.
webhooks-sequence = Number
webhooks-event = Event
webhooks-state = State
webhooks-state-pending = Waiting
webhooks-state-delivered = Taken
webhooks-state-failed = Given up
webhooks-tries = Tries
webhooks-tried = Last try
webhooks-again = Send again
