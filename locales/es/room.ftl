## A room's pages beside the desk: settings and hosts.

room-page-title = { $page } – { $room } · Anteroom
room-back = La puerta de { $room }
room-tab-invites = Invitaciones
room-tab-hosts = Anfitriones
room-tab-settings = Configuración
room-tab-log = Registro

settings-saved = Guardado.
settings-still-waiting = { $count ->
    [one] Una persona espera y seguirá esperando hasta que usted decida.
   *[other] { $count } personas esperan y seguirán esperando hasta que usted decida.
    }
settings-host-label = Línea del anfitrión
settings-host-label-help = Los invitados la leen bajo el título. Vacía, es el nombre del propietario.
settings-token-seconds = Segundos para conectarse
settings-token-seconds-help = Cuánto tiempo tras la admisión se puede usar el token de un invitado. De 30 a 2592000 (30 días).
settings-door = La puerta
settings-door-wrong = Elija una de estas opciones.
settings-show-position = Mostrar a los invitados su lugar en la cola
settings-name-in-token = Dar los nombres a la plataforma de vídeo
settings-name-in-token-help = El nombre del invitado lo pueden leer entonces todos en la llamada y en los registros de la plataforma.
settings-save = Guardar

door-everyone-waits = Todos esperan
    .meaning = Nadie entra hasta que un anfitrión lo admita.
door-trusted-enter = Las invitaciones de confianza entran
    .meaning = Entran quienes tienen un enlace con «Entra directamente»; los demás esperan.
door-everyone-enters = Todos entran
    .meaning = Quien tiene un enlace está en la llamada al instante. Quienes esperan ahora siguen esperando.
door-closed = Cerrada
    .meaning = Nadie puede pedir entrar.

hosts-what = Ven la puerta de esta sala y deciden.
hosts-owner = Propietario
hosts-co-host = Coanfitrión
hosts-remove = Quitar
hosts-add-title = Añadir un coanfitrión
hosts-email-help = Alguien que tenga cuenta aquí.
hosts-no-account = Nadie con esta dirección tiene cuenta aquí. Un administrador puede crear una.
hosts-add = Añadir
hosts-only-owner = Solo el propietario o un administrador puede cambiar quién es anfitrión aquí.
