## The log, as sentences. $actor, $guest, $name and the like are names of people; $said is what a host wrote.

log-what = Todo lo que se decidió aquí. Nadie puede cambiarlo. Las horas son UTC.
log-what-all = Todo lo que se decidió en todas las salas. Nadie puede cambiarlo. Las horas son UTC.
log-timeline-what = Lo que ocurrió con este invitado. Las horas son UTC.
log-whole = Todo el registro de la sala
log-empty = Nada todavía
log-details = Detalles
log-earlier = Entradas anteriores
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
log-denial-undone = { $actor } retiró el rechazo de { $guest }.
log-held = { $actor } dejó a { $guest } para después.
log-resumed = { $actor } devolvió a { $guest } a la cola.
log-role-changed = { $actor } cambió el rol de { $guest }: { $to }. Antes: { $from }.
log-sent-back = { $actor } devolvió a { $guest } a la sala de espera.
    .reasoned = { $actor } devolvió a { $guest } a la sala de espera: { $said }.
log-removed = { $actor } retiró a { $guest }.
    .blocked = { $actor } retiró y bloqueó a { $guest }.
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
log-token-issued = { $guest } recibió un token con el rol { $role }.
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
log-setting-host-label = línea del anfitrión
log-setting-show-position = lugar en la cola
log-setting-name-in-token = nombres a la plataforma
log-setting-token-seconds = segundos para conectarse
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
log-webhook-created = { $actor } creó un webhook hacia { $name }.
log-webhook-changed = { $actor } cambió el webhook hacia { $name }: { $changed ->
    [enabled] activado
    [disabled] desactivado
   *[secret] secreto nuevo
    }.
log-webhook-deleted = { $actor } eliminó el webhook hacia { $name }.
