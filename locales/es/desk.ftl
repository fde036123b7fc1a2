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
desk-rehearsal = Lo que ven los invitados
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
desk-search = Buscar en la puerta
    .hint = Nombre, nota o invitación
desk-search-now = Buscar
desk-only = Mostrar
desk-only-everyone = Todos
desk-only-away = Ausentes
desk-only-held = Para después
desk-only-same-name = Mismo nombre
desk-nobody-found = Nadie en la puerta coincide.
desk-nobody-waits = No espera nadie.
    .next = Quien abra su enlace de invitación y pida entrar aparecerá aquí.
desk-held = Para después
desk-earlier = Anteriores
desk-earlier-empty = Nadie todavía. Aquí aparece quien fue rechazado, salió o desistió.
desk-call-title = En la llamada
desk-join-call = Entrar en la llamada
desk-unheard = La plataforma de vídeo no comunica a este servidor quién entra y quién sale. Lo que ve aquí lo dicen las páginas de los invitados; quien se va puede seguir apareciendo un minuto más.
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
desk-timeline = Cronología
desk-admit-as-subscriber = Admitir como espectador
desk-admit-as-publisher = Admitir como orador
desk-admit-as-moderator = Admitir como moderador
desk-admit-as-publisheronly = Admitir solo para presentar
desk-hold = Dejar para después
desk-resume = Volver a la espera
desk-hold-with-words = Dejar para después con un mensaje
desk-message = Mensaje
desk-claim = Me ocupo de este invitado
desk-release = Dejar libre
desk-claimed = { $by } se ocupa
desk-transfer = Trasladar a otra sala
desk-said = mensaje:
desk-deny-words = Rechazar con sus propias palabras
desk-deny-for-good = Rechazar y bloquear
desk-send-back-with-words = Devolver a la espera con un mensaje
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
desk-in-call-publishing = en la llamada desde { $time }, cámara o micrófono encendidos
desk-in-call-watching = en la llamada desde { $time }, mirando
desk-not-connected = admitido { $time }, sin conexión
desk-away-not-connected = sin conexión, ausente desde { $time }
desk-hand = quiere hablar
desk-enforcing = Retirando los permisos anteriores
desk-enforcing-overdue = Puede seguir conectado
## A banner: connections that the video platform has not ended for ten minutes.
desk-enforcement-alarm = Alguien que fue retirado o recibió otro rol puede seguir conectado. La plataforma de vídeo no lo ha confirmado en más de 10 minutos; este servidor lo sigue intentando.

## What became of somebody, under "Earlier".

desk-ended-denied = Rechazado
desk-ended-denied-for-good = Rechazado y bloqueado
desk-ended-moved = Trasladado a otra sala
desk-ended-withdrawn = Dejó la cola
desk-ended-gone = Perdió su lugar
desk-ended-invite-revoked = Invitación retirada
desk-ended-removed = Retirado
desk-ended-blocked = Retirado y bloqueado
desk-ended-left = Salió de la llamada
desk-unblock = Dejar que vuelva a pedirlo
desk-lock = Cerrar la puerta
desk-unlock = Abrir la puerta
desk-next = Siguiente
desk-denied-before = { $count ->
    [one] ya rechazado
   *[other] ya rechazado { $count } veces
    }
desk-returning = vuelve
desk-ended-dropped = Perdió la conexión
desk-ended-never-came = Admitido, nunca llegó
desk-ended-finished = Terminado
desk-ended-ended = Llamada terminada
desk-ended-by = por { $by }, { $time }

## About many guests at once.

desk-cancel = Cancelar
desk-pick = Seleccionar a { $name }
desk-admit-shown = Admitir a { $count }
desk-admit-picked = Admitir a los seleccionados
desk-admit-picked-count = Admitir a { $count } seleccionados
desk-deny-picked = Rechazar a los seleccionados
desk-deny-picked-count = Rechazar a { $count } seleccionados
desk-message-all = Mensaje a todos
many-admitted = { $count ->
    [one] { $count } admitido.
   *[other] { $count } admitidos.
    }
many-denied = { $count ->
    [one] { $count } rechazado.
   *[other] { $count } rechazados.
    }
many-left = { $name }: { $why }
many-others = { $count ->
    [one] Otro más había cambiado.
   *[other] Otros { $count } habían cambiado.
    }
many-nobody = No hay nadie seleccionado. Marque primero a los invitados.

## Where a host types.

words-message = Mensaje para { $name }
    .button = Enviar
words-message-all = Mensaje para todos los que esperan
    .button = Enviar a todos
words-hold = Dejar a { $name } para después
    .button = Dejar para después
words-deny = Rechazar a { $name }
    .button = Rechazar
words-send-back = Devolver a { $name } a la sala de espera
    .button = Devolver
words-transfer = Trasladar a { $name } a otra sala
    .button = Trasladar
words-transfer-help = El invitado conserva la hora de su petición, y su página le sigue sola.
words-room = Sala
words-no-room = No tiene otra sala.
words-label = Lo que lee el invitado
words-help = Como máximo 280 caracteres.
words-phrases = O enviar con una pulsación
words-edit-phrases = Cambiar estas frases
phrases-title = Frases
phrases-what = Lo que suele decir a quienes esperan: una pulsación cada una. Si está vacía, vale la habitual.
phrases-label = Frase { $number }
phrase-1 = Le atenderemos dentro de unos minutos.
phrase-2 = Vamos con un poco de retraso. Gracias por esperar.
phrase-3 = Prepare su cámara y su micrófono, por favor.
phrase-4 = Permanezca en esta página, por favor. Está en el lugar correcto.
