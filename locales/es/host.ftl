## The frame around hosts' and admins' pages.

host-tab-rooms = Salas
host-tab-people = Personas
host-tab-log = Registro
host-menu-sign-ins = Sus sesiones iniciadas
host-menu-theme = Claro u oscuro
host-menu-sign-out = Cerrar sesión
