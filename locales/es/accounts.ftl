## Changing accounts: what it means, taking it back, and what the log says of it.

person-effect-first = Primero se le dice qué significa.
person-leave-so = Dejarlo así
person-is-disabled = La cuenta de { $name } está ahora desactivada.
person-can-undo = Puede deshacerlo durante medio minuto.
person-is-yourself = Es su propia cuenta: estas páginas se cerrarán entonces para usted.
person-leaves-rooms = { $rooms ->
    [one] Una sala tendrá entonces un anfitrión menos.
   *[other] { $rooms } salas tendrán entonces un anfitrión menos cada una.
    }
person-sign-ins = { $count ->
    [0] { $name } no tiene ninguna sesión iniciada.
    [one] { $name } tiene la sesión iniciada en un navegador.
   *[other] { $name } tiene la sesión iniciada en { $count } navegadores.
    }
person-sign-out-effect = Las páginas abiertas se cierran y las llamadas terminan al instante.
not-now-undo-over = Ya es tarde para deshacerlo. Haga usted el cambio si todavía es necesario.

account-role-enabled = activada
log-account-change-undone = { $actor } deshizo un cambio de { $name }: de nuevo { $to }.
log-sign-ins-ended = { $actor } cerró todas las sesiones de { $name }.
log-second-factor-set = { $name } configuró un segundo factor.
log-second-factor-removed = { $actor } quitó el segundo factor de { $name }.
log-second-factor-failed = Alguien dio la contraseña de { $name } y después un código incorrecto.
log-recovery-codes-made = { $name } creó nuevos códigos de recuperación.
log-recovery-code-used = { $count ->
    [one] { $name } usó un código de recuperación; queda uno.
   *[other] { $name } usó un código de recuperación; quedan { $count }.
    }
log-installation-changed = { $actor } cambió los ajustes de la instalación: { $changed }.
log-setting-second-factor = segundo factor para administradores
log-act-account-change-undone = Cambio de una cuenta deshecho
log-act-sign-ins-ended = Sesiones cerradas por un administrador
log-act-second-factor-set = Segundo factor configurado
log-act-second-factor-removed = Segundo factor quitado
log-act-second-factor-failed = Segundo factor incorrecto
log-act-recovery-codes-made = Nuevos códigos de recuperación
log-act-recovery-code-used = Código de recuperación usado
log-act-installation-changed = Ajustes de la instalación cambiados
