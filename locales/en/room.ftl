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
settings-session-id = Video session
settings-session-id-help = The id of a session that exists already. Left empty, one is made when the first person enters. It can change only while no guest is in the call.
settings-session-id-wrong = This is no session of this server’s video account.
settings-token-seconds-wrong = Please give a whole number from 30 to 2592000.
settings-door = The door
settings-door-wrong = Please choose one of these.
settings-show-position = Show guests their place in line
settings-name-in-token = Tell names to the video platform
settings-name-in-token-help = The guest’s name is then readable by everyone in the call and in the platform’s logs.
settings-save = Save

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
