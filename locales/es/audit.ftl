## The log, as sentences. $actor, $guest, $name and the like are names of people; $said is what a host wrote.

log-what = Todo lo que se decidió aquí. Nadie puede cambiarlo. Las horas son UTC.
log-what-all = Todo lo que se decidió en todas las salas. Nadie puede cambiarlo. Las horas son UTC.
log-timeline-what = Lo que ocurrió con este invitado. Las horas son UTC.
log-whole = Todo el registro de la sala
log-empty = Nada todavía
log-details = Detalles
log-earlier = Entradas anteriores
log-later = Entradas posteriores
log-pages = Páginas del registro
log-files = Guardar esta parte como archivo:
log-none-found = Nada en el registro coincide
log-head-title = El final de la cadena
log-head-what = Cada entrada contiene la huella de la anterior. Anote este número y esta huella en otro lugar: más adelante prueban que nada anterior se cambió.

log-filter-who = Quién
log-filter-guests = Invitados
log-filter-what = Qué
log-filter-room = Sala
log-filter-from = Desde
log-filter-to = Hasta, ese día incluido
log-filter-any = Todos
log-filter-show = Mostrar
log-filter-clear = Mostrar todo
log-timeline = Cronología de este invitado
log-system = Anteroom

log-detail-when = Cuándo
log-detail-from = Desde
log-detail-by = Por
log-detail-entry = Entrada
log-detail-hash = Huella
log-erased = (borrado)
log-detail-generation = Generación
log-detail-expires-at = Se puede usar hasta
log-actor-guest = el invitado
log-actor-account = alguien con cuenta
log-actor-api-key = un programa con clave
log-actor-system = el servidor

log-other = { $actor }: { $action }.
log-admission-requested = { $guest } pidió entrar.
    .labelled = { $guest } pidió entrar con { $label }.
log-entered-directly = { $guest } entró directamente con el rol { $role }.
log-admitted = { $actor } admitió a { $guest } con el rol { $role }.
log-denied = { $actor } rechazó a { $guest }.
    .reasoned = { $actor } rechazó a { $guest }: { $said }.
    .blocked = { $actor } rechazó y bloqueó a { $guest }.
log-denial-undone = { $actor } retiró el rechazo de { $guest }.
log-reconsidered = { $actor } cambió de idea y recuperó a { $guest }.
log-messaged = { $actor } escribió a { $guest }.
    .reasoned = { $actor } escribió a { $guest }: { $said }.
log-moved-away = { $actor } trasladó a { $guest } a la sala { $title }.
log-moved-in = { $actor } trasladó a { $guest } aquí desde la sala { $title }.
log-held = { $actor } dejó a { $guest } para después.
log-resumed = { $actor } devolvió a { $guest } a la cola.
log-role-changed = { $actor } cambió el rol de { $guest }: { $to }. Antes: { $from }.
log-sent-back = { $actor } devolvió a { $guest } a la sala de espera.
    .reasoned = { $actor } devolvió a { $guest } a la sala de espera: { $said }.
log-removed = { $actor } retiró a { $guest }.
    .blocked = { $actor } retiró y bloqueó a { $guest }.
log-came-back = { $guest } volvió tras { $length } de ausencia.
log-away-seconds = { $count } s
log-away-minutes = { $count } min
log-withdrawn = { $guest } dejó la cola.
log-expired = { $guest } ya no espera: { $cause }.
log-cause-gone = ausente demasiado tiempo
log-cause-invite-revoked = la invitación se retiró
log-left = { $guest } salió de la llamada.
log-departed = { $guest } está fuera de la llamada: { $how }.
log-how-dropped = se perdió la conexión
log-how-never-came = admitido, y nunca llegó
log-how-finished = terminado, llegó el siguiente
log-how-ended = la llamada terminó
log-unblocked = { $actor } permite que { $guest } vuelva a pedirlo.
log-returned = { $guest } volvió a la llamada.
log-token-issued = { $guest } recibió un token con el rol { $role }, válido hasta { $until }.
log-connected = { $guest } se conectó a la llamada con el rol { $role }.
log-disconnected = { $guest } fue desconectado de la llamada.
log-muted = { $actor } silenció a { $guest }.
log-publishing-stopped = { $actor } apagó la cámara y el micrófono de { $guest }.
log-all-muted = { $actor } silenció a todos.

log-reason-not-on-list = no está en la lista
log-reason-wrong-time = no es la hora correcta
log-reason-wrong-room = no es la sala correcta
log-reason-room-full = la sala está llena
log-reason-unclear-name = el nombre no está claro

log-room-created = { $actor } creó la sala { $title }.
log-room-changed = { $actor } cambió la configuración: { $changed }.
log-setting-title = título
log-setting-door = puerta
log-setting-phrases = frases
log-setting-host-label = línea del anfitrión
log-setting-show-position = lugar en la cola
log-setting-name-in-token = nombres a la plataforma
log-setting-token-seconds = segundos para conectarse
log-setting-keep-days = días que se guardan los datos
log-setting-return-minutes = regreso
log-setting-gone-minutes = lugares de quienes se han ido
log-setting-admit-on-arrival = admitir cuando llega un anfitrión
log-setting-when-hosts-leave = cuando se van los anfitriones
log-setting-most-in-call = personas en la llamada
log-setting-most-waiting = personas en espera
log-setting-one-at-a-time = de uno en uno
log-setting-closed-message = aviso en la puerta cerrada
log-setting-questions = preguntas
log-door-locked = { $actor } cerró la puerta.
log-door-unlocked = { $actor } volvió a abrir la puerta.
log-host-arrived = Llegó un anfitrión.
log-hosts-gone = El último anfitrión llevaba un minuto fuera: { $rule }.
log-rule-go-on = la llamada siguió
log-rule-pause = todos vuelven a esperar
log-rule-end = la llamada terminó
log-setting-session-id = sesión
log-host-added = { $actor } añadió a { $name } como coanfitrión.
log-host-removed = { $actor } quitó a { $name } como coanfitrión.
log-invite-created = { $actor } creó una invitación sin etiqueta: { $role }, { $entry }.
    .labelled = { $actor } creó la invitación { $label }: { $role }, { $entry }.
log-entry-wait = espera
log-entry-direct = entra directamente
log-invite-revoked = { $actor } retiró una invitación sin etiqueta.
    .labelled = { $actor } retiró la invitación { $label }.
log-links-rotated = { $count ->
    [one] { $actor } sustituyó todos los enlaces: uno es nuevo.
   *[other] { $actor } sustituyó todos los enlaces: { $count } son nuevos.
    }

log-set-up = { $name } configuró Anteroom.
log-account-created = { $actor } creó una cuenta para { $name }: { $role }.
log-account-role-changed = { $actor } cambió el rol de { $name }: { $to }. Antes: { $from }.
log-account-disabled = { $actor } desactivó la cuenta de { $name }.
log-account-enabled = { $actor } activó la cuenta de { $name }.
log-password-changed = { $actor } dio a { $name } una contraseña nueva.
log-signed-in = { $name } inició sesión.
log-sign-in-failed = Alguien no consiguió iniciar sesión como { $email }.
    .unknown = Alguien no consiguió iniciar sesión.
log-signed-out = { $name } cerró la sesión.
log-api-key-created = { $actor } creó la clave de API { $name }: { $scope }.
log-api-key-revoked = { $actor } retiró la clave de API { $name }.

account-role-host = Anfitrión
account-role-admin = Administrador

log-copy-confirmed = { $actor } decidió sobre los enlaces, tiques y claves de una copia restaurada: { $access }.
log-access-keep = vuelven a funcionar
log-access-void = ya no valen

log-erased-guest = un invitado (borrado)
log-guest-erased = { $actor } borró lo que { $guest } había indicado.
log-guest-exported = { $actor } exportó lo que se guarda de { $guest }.
log-webhook-created = { $actor } creó un webhook hacia { $name }.
log-webhook-changed = { $actor } cambió el webhook hacia { $name }: { $changed ->
    [enabled] activado
    [disabled] desactivado
   *[secret] secreto nuevo
    }.
log-webhook-deleted = { $actor } eliminó el webhook hacia { $name }.

## Names of the acts, for choosing one.

log-act-admission-requested = Pidió entrar
log-act-entered-directly = Entró directamente
log-act-admitted = Admitido
log-act-denied = Rechazado
log-act-denial-undone = Rechazo retirado
log-act-reconsidered = Recuperado
log-act-messaged = Mensaje escrito
log-act-moved-away = Trasladado a otra sala
log-act-moved-in = Trasladado aquí desde otra sala
log-act-held = Dejado para después
log-act-resumed = Devuelto a la cola
log-act-role-changed = Rol en la llamada cambiado
log-act-sent-back = Devuelto a la sala de espera
log-act-removed = Retirado
log-act-came-back = Volvió
log-act-withdrawn = Dejó la cola
log-act-expired = Ya no espera
log-act-left = Salió de la llamada
log-act-departed = Fuera de la llamada
log-act-unblocked = Bloqueo levantado
log-act-returned = Volvió a la llamada
log-act-token-issued = Token emitido
log-act-connected = Conectado
log-act-disconnected = Desconectado
log-act-muted = Silenciado
log-act-publishing-stopped = Cámara y micrófono apagados
log-act-all-muted = Todos silenciados
log-act-room-created = Sala creada
log-act-room-changed = Configuración de una sala cambiada
log-act-door-locked = Puerta cerrada
log-act-door-unlocked = Puerta abierta
log-act-host-arrived = Llegó un anfitrión
log-act-hosts-gone = Se fue el último anfitrión
log-act-host-added = Coanfitrión añadido
log-act-host-removed = Coanfitrión quitado
log-act-invite-created = Invitación creada
log-act-invite-revoked = Invitación retirada
log-act-links-rotated = Enlaces sustituidos
log-act-set-up = Anteroom configurado
log-act-account-created = Cuenta creada
log-act-account-role-changed = Rol de una cuenta cambiado
log-act-account-disabled = Cuenta desactivada
log-act-account-enabled = Cuenta activada
log-act-password-changed = Contraseña nueva
log-act-signed-in = Sesión iniciada
log-act-sign-in-failed = Inicio de sesión fallido
log-act-signed-out = Sesión cerrada
log-act-api-key-created = Clave de API creada
log-act-api-key-revoked = Clave de API retirada
log-act-copy-confirmed = Copia restaurada: decisión tomada
log-act-guest-erased = Datos de un invitado borrados
log-act-guest-exported = Datos de un invitado exportados
log-act-webhook-created = Webhook creado
log-act-webhook-changed = Webhook cambiado
log-act-webhook-deleted = Webhook eliminado
