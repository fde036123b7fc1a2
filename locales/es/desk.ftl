## The desk of a room.

desk-title = { $room } – la puerta
desk-parts = Partes de la recepción
desk-tab-door = Puerta
desk-tab-call = Llamada
desk-tab-room = Sala
desk-close = Cerrar
desk-failed = No ha funcionado. Inténtelo de nuevo.
desk-reconnecting = Reconectando. Lo que ve puede tener unos segundos de retraso.
desk-lost-race = Su decisión no cambió nada.

## The room and the others, at the side.

desk-rooms = Salas
desk-this-room = Esta sala
desk-invites = Invitaciones
desk-hosts = Anfitriones
desk-settings = Configuración
desk-log = Registro
desk-my-rooms = Mis salas
desk-new-room = Nueva sala
desk-room-in-call = { $count ->
    [0] nadie en la llamada
   *[other] { $count } en la llamada
    }
# Read aloud after the number of people waiting in a room.
desk-room-waiting = esperando

## What the door does, under the room's title.

desk-door-everyone-waits = Todos esperan hasta que usted los admita.
desk-door-trusted-enter = Los invitados con invitación directa entran; los demás esperan hasta que usted los admita.
desk-door-everyone-enters = Todos los que tienen invitación entran sin esperar.
desk-door-closed = La sala está cerrada. Nadie nuevo puede pedir entrar.

## Lists.

desk-waiting = Esperando
desk-waiting-count = { $count } esperando
desk-new = { $count ->
    [one] { $count } nuevo
   *[other] { $count } nuevos
    }
desk-show-more = Mostrar más
desk-nobody-waits = No espera nadie.
    .next = Quien abra su enlace de invitación y pida entrar aparecerá aquí.
desk-held = Para después
desk-earlier = Anteriores
desk-earlier-empty = Nadie todavía. Aquí aparece quien fue rechazado, salió o desistió.
desk-call-title = En la llamada
desk-join-call = Entrar en la llamada
desk-nobody-in-call = Todavía no hay nadie en la llamada. Los invitados admitidos aparecen aquí con su rol.

## A row.

desk-wait-now = ahora
desk-wait-minutes = { $count } min
desk-asked-at = Lo pidió a las { $time }
desk-same-name = mismo nombre que { $name }
desk-away = ausente desde { $time }
desk-sent-back = devuelto
desk-name-fixed = nombre fijado
desk-name-fixed-by = { $invite }, nombre fijado
desk-admit = Admitir
desk-deny = Rechazar
desk-more = Más
desk-admit-as-subscriber = Admitir como espectador
desk-admit-as-publisher = Admitir como orador
desk-admit-as-moderator = Admitir como moderador
desk-admit-as-publisheronly = Admitir solo para presentar
desk-hold = Dejar para después
desk-resume = Volver a la espera
desk-deny-why = Rechazar y decir por qué
desk-reason-not-on-list = No está en la lista
desk-reason-wrong-time = No es la hora correcta
desk-reason-wrong-room = No es la sala correcta
desk-reason-room-full = La sala está llena
desk-reason-unclear-name = El nombre no está claro
desk-denied = { $name }: entrada rechazada
desk-undo = Deshacer

## Somebody in the call.

desk-make-subscriber = Hacer espectador
desk-make-publisher = Hacer orador
desk-make-moderator = Hacer moderador
desk-send-back = Devolver a la espera
desk-remove = Retirar
desk-remove-for-good = Retirar para siempre
desk-mute = Silenciar
desk-call-again = Llamar de nuevo
desk-stop-publishing = Apagar cámara y micrófono
desk-mute-all = Silenciar a todos
desk-in-call-both = en la llamada desde { $time }, cámara y micrófono encendidos
desk-in-call-camera = en la llamada desde { $time }, cámara encendida, micrófono apagado
desk-in-call-microphone = en la llamada desde { $time }, micrófono encendido
desk-in-call-watching = en la llamada desde { $time }, mirando
desk-not-connected = admitido { $time }, sin conexión
desk-away-not-connected = sin conexión, ausente desde { $time }
desk-hand = quiere hablar
desk-enforcing = Retirando los permisos anteriores

## What became of somebody, under "Earlier".

desk-ended-denied = Rechazado
desk-ended-withdrawn = Dejó la cola
desk-ended-gone = Perdió su lugar
desk-ended-invite-revoked = Invitación retirada
desk-ended-removed = Retirado
desk-ended-blocked = Retirado y bloqueado
desk-ended-left = Salió de la llamada
desk-ended-dropped = Perdió la conexión
desk-ended-never-came = Admitido, nunca llegó
desk-ended-finished = Terminado
desk-ended-ended = Llamada terminada
desk-ended-denied-for-good = Rechazado y bloqueado
desk-ended-by = por { $by }, { $time }
