## The frame around hosts' and admins' pages.

host-tab-rooms = Salles
host-tab-people = Personnes
host-tab-log = Journal
host-menu-sign-ins = Vos connexions
host-menu-theme = Clair ou sombre
host-menu-sign-out = Se déconnecter
