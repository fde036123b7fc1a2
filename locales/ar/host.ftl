## The frame around hosts' and admins' pages.

host-tab-rooms = الغرف
host-tab-people = الأشخاص
host-tab-log = السجل
host-menu-sign-ins = عمليات تسجيل دخولك
host-menu-theme = فاتح أو داكن
host-menu-sign-out = تسجيل الخروج
