## Invites of a room.

shared-copy = Copiar
shared-copied = Copiado.
shared-never = nunca

invites-what = Un enlace permite pedir entrar, con el rol que usted elija.
invites-rotate = Sustituir todos los enlaces
invites-not-made = La invitación no se creó.
invites-see-form = Ver qué hay que corregir
invites-link = Aquí está el nuevo enlace
invites-link-for = Aquí está el enlace para { $name }
invites-only-once = Cópielo ahora: solo se muestra esta vez.
invites-qr = Código QR del enlace de invitación
invites-none = Todavía no hay invitaciones
invites-none-next = Cree una abajo y envíe su enlace a sus invitados.
invites-no-label = Sin etiqueta
invites-uses = Usos
invites-uses-of = { $uses } de { $most }
invites-uses-unlimited = { $uses }, sin límite
invites-last-used = Último uso
invites-waiting = Esperando
invites-waiting-count = { $count ->
    [0] nadie
   *[other] { $count }
    }
invites-state = Estado
invites-passcode = código de acceso
invites-direct = entra directamente
invites-revoke = Retirar
invites-more = Más invitaciones
invites-new = Nueva invitación
invites-create = Crear la invitación

invite-state-open = abierta, termina
invite-state-early = se abre
invite-state-expired = caducada
invite-state-used-up = agotada
invite-state-revoked = retirada

invite-label = Etiqueta
invite-label-help = Solo la ven los anfitriones, junto a cada invitado.
invite-role = Rol en la llamada
invite-guest-name = Nombre del invitado
invite-guest-name-help = Fija el nombre; el enlace vale entonces para una persona.
invite-max-uses = Cuántos usos
invite-max-uses-help = Vacío: 1 para un invitado con nombre, sin límite para los demás.
invite-max-uses-wrong = Al menos 1, o déjelo vacío.
invite-not-before = No antes de
invite-not-before-help = En UTC.
    .local = En su hora local.
invite-not-before-wrong = Indique una fecha y una hora.
invite-expires-in-hours = Caduca después de, en horas
invite-expires-in-hours-help = Desde ahora, o desde «No antes de». Como máximo un año (8784).
invite-expires-in-hours-wrong = Indique un número entero de horas, de modo que termine dentro de un año (8784).
invite-passcode = Código de acceso
invite-passcode-help = Los invitados deben escribirlo. De 4 a 64 caracteres.
invite-passcode-wrong = Use de 4 a 64 caracteres, o déjelo vacío.
invite-entry = En la puerta
entry-wait = Espera
    .meaning = Usted deja entrar a cada invitado.
entry-direct = Entra directamente
    .meaning = Quien tiene el enlace está en la llamada al instante.

revoke-title = ¿Retirar { $name }?
revoke-what = El enlace deja de funcionar al instante.
revoke-waiting = { $count ->
    [0] Nadie espera con él.
    [one] Se avisará a la persona que espera con él de que se ha retirado.
   *[other] Se avisará a las { $count } personas que esperan con él de que se ha retirado.
    }
revoke-in-call = { $count ->
    [0] Nadie en la llamada llegó con él.
    [one] Una persona en la llamada se queda.
   *[other] { $count } personas en la llamada se quedan.
    }
revoke-remove-too = Retirarlas también
revoke-remove-too-whom = { $count ->
    [one] La única persona en la llamada que llegó con este enlace.
   *[other] Las { $count } personas en la llamada que llegaron con este enlace.
    }
revoke-keep = Conservarla

rotate-title = ¿Sustituir todos los enlaces?
rotate-what = Todos los enlaces de esta sala dejan de funcionar al instante, y cada uno recibe otro nuevo con la misma configuración, que se muestra una vez. Quienes esperan conservan su lugar; quienes están en la llamada se quedan.
rotate-keep = Conservarlos
