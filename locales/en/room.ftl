## A room's pages beside the desk: settings and hosts.

room-page-title = { $page } – { $room } · Anteroom
room-back = The door of { $room }
room-tab-invites = Invites
room-tab-hosts = Hosts
room-tab-settings = Settings
room-tab-log = Log

settings-saved = Saved.
settings-still-waiting = { $count ->
    [one] One person is waiting and keeps waiting until you decide.
   *[other] { $count } people are waiting and keep waiting until you decide.
    }
settings-host-label = Host’s line
settings-host-label-help = Guests read it under the title. Empty, it is the owner’s name.
settings-token-seconds = Seconds to connect
settings-token-seconds-help = How long after being let in a guest’s token can be used. From 30 to 2592000 (30 days).
settings-number-wrong = Please give a whole number from { $least } to { $most }.
settings-door = The door
settings-door-wrong = Please choose one of these.
settings-show-position = Show guests their place in line
settings-name-in-token = Tell names to the video platform
settings-name-in-token-help = The guest’s name is then readable by everyone in the call and in the platform’s logs.
settings-save = Save
room-tab-questions = Questions
settings-presets = Fill in the rules for …
settings-presets-help = Fills in every rule below. You can change each of them before you save.
settings-filled = Filled in for: { $preset }. Nothing is saved yet.
settings-meaning = What this means
settings-closed-message = Word on the closed door
settings-closed-message-help = Guests read it while the door is closed, for example when you open again.
settings-one-at-a-time = One guest at a time
settings-one-at-a-time-help = The desk has a button that lets in the next one and ends the call for the one before.
settings-admit-on-arrival = Admit when a host comes
settings-admit-on-arrival-help = Whoever waits then and is there comes in with the first host. Otherwise a host’s arrival lets nobody in.
settings-hosts-leave = When the last host has been gone for a minute
settings-return-minutes = Minutes to come back
settings-return-minutes-help = So long a guest who left the call comes back without asking. From 0 to 240.
settings-gone-minutes = Minutes a place is kept
settings-gone-minutes-help = Whoever waits and is gone for longer loses the place. From 1 to 240.
settings-most-in-call = Most guests in the call
settings-most-in-call-help = Empty is without limit. Whoever would enter directly then waits.
settings-most-waiting = Most people waiting
settings-most-waiting-help = Empty is without limit. Others are told to try again later.

hosts-leave-go-on = The call goes on
    .meaning = The guests stay among themselves.
hosts-leave-pause = The call pauses
    .meaning = Everybody waits again, in the same order.
hosts-leave-end = The call ends
    .meaning = Everybody is out. Whoever waits keeps waiting.

door-question = { $count ->
    [one] One person is waiting.
   *[other] { $count } people are waiting.
    }
door-question-what = The door will be set to: { $door }. What becomes of those who wait now? Whoever asks after this page was shown is not let in by it.
door-question-keep = Keep them waiting
door-question-admit = Admit them
door-question-cancel = Change nothing

preset-clinic = Clinic
preset-classroom = Classroom
preset-court = Court
preset-webinar = Webinar
preset-support-desk = Support desk

means-door-everyone-waits = Everybody waits until a host admits them.
means-door-trusted-enter = Guests of links that say “enters directly” do; all others wait.
means-door-everyone-enters = Whoever has a link enters at once.
means-door-closed = Nobody can ask to join.
means-one-at-a-time = Guests come in one after the other.
means-admit-on-arrival = When the first host comes, whoever waits is admitted.
means-return-never = Whoever leaves the call asks again.
means-return = { $count ->
    [one] Whoever leaves the call can come back for one minute without asking.
   *[other] Whoever leaves the call can come back for { $count } minutes without asking.
    }
means-gone = { $count ->
    [one] Whoever waits and is gone for one minute loses the place.
   *[other] Whoever waits and is gone for { $count } minutes loses the place.
    }
means-hosts-leave-go-on = When the last host leaves, the call goes on.
means-hosts-leave-pause = When the last host leaves, everybody waits again in the same order.
means-hosts-leave-end = When the last host leaves, the call ends.
means-most-in-call = At most { $count } guests are in the call.
means-most-waiting = At most { $count } people wait.

questions-what = Guests answer them when they ask to join; you read the answers in their row. Empty lines are not asked.
question-number = Question { $number }
question-text = Question
question-kind = Answer
question-kind-text = A few words
question-kind-yes-no = Yes or no
question-kind-choice = One of these
question-choices = Choices
question-choices-help = 2 to 10, separated by commas; only for “one of these”.
question-required = Must be answered
question-choice-count = Please give 2 to 10 choices, separated by commas.
question-choice-twice = Two choices are the same.
question-choices-unasked = Choices belong to “one of these” only.

door-everyone-waits = Everyone waits
    .meaning = Nobody enters until a host admits them.
door-trusted-enter = Trusted invites enter
    .meaning = Links that say “enters directly” do; all others wait.
door-everyone-enters = Everyone enters
    .meaning = Whoever has a link is in the call at once. Those who wait now keep waiting.
door-closed = Closed
    .meaning = Nobody can ask to join.

hosts-what = They see the door of this room and decide.
hosts-owner = Owner
hosts-co-host = Co-host
hosts-remove = Remove
hosts-add-title = Add a co-host
hosts-email-help = Someone with an account here.
hosts-no-account = Nobody with this address has an account here. An admin can make one.
hosts-add = Add
hosts-only-owner = Only the owner or an admin can change who hosts here.
