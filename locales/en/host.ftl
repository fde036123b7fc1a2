## The frame around hosts' and admins' pages.

host-tab-rooms = Rooms
host-tab-people = People
host-tab-log = Log
host-menu-sign-ins = Your sign-ins
host-menu-theme = Light or dark
host-menu-sign-out = Sign out
