## The frame around hosts' and admins' pages.

host-tab-rooms = Räume
host-tab-people = Personen
host-tab-log = Protokoll
host-menu-sign-ins = Ihre Anmeldungen
host-menu-theme = Hell oder dunkel
host-menu-sign-out = Abmelden
