## Times, as they stand beside names.

time-now = ahora mismo
time-ago-s = hace { $count } s
time-ago-min = hace { $count } min
time-ago-h = hace { $count } h
time-ago-d = { $count ->
    [one] ayer
   *[other] hace { $count } días
    }
time-in-s = dentro de { $count } s
time-in-min = dentro de { $count } min
time-in-h = dentro de { $count } h
time-in-d = { $count ->
    [one] mañana
   *[other] dentro de { $count } días
    }

## Roles, in plain words.

role-subscriber = Espectador
role-publisher = Orador
role-publisheronly = Solo presenta
role-moderator = Moderador

## What is wrong with a typed text.

text-empty = Complete este campo.
text-too-long = Use como máximo { $limit } caracteres.
text-too-short = Use al menos { $limit } caracteres.
text-forbidden-character = No use caracteres de control ni de dirección.
text-not-an-email = Esto no es una dirección de correo.
text-common-password = Es una de las contraseñas más comunes. Elija otra.

## Why something was not done.

refused-value = { $field } { $problem }.
refused-passcode = Este código de acceso no es correcto. Pregunte a quien le invitó.
refused-gone = Esto ha terminado. Pida un enlace nuevo a quien le invitó.
refused-call-full = La llamada está llena: caben { $limit } personas. Haga salir antes a alguien, o aumente el límite en la configuración de la sala.
refused-nobody-ready = Nadie de los que esperan está ahí. No se cambió nada.
refused-sign-in = El correo o la contraseña no son correctos.
refused-unsupported = La plataforma de vídeo no puede hacer esto desde fuera de la llamada. Haga espectador al invitado.
refused-unattributed = Este servidor no sabe de quién es cada transmisión en la llamada: la plataforma de vídeo no se lo ha dicho.
refused-confirmation = Escriba primero su contraseña de nuevo.
refused-webhook-disabled = Este webhook está desactivado. Actívelo primero.
refused-last-admin = Es el último administrador que puede iniciar sesión. Haga antes administrador a otra persona.
refused-session-in-use = Hay alguien en la llamada. La sala podrá tener otra sesión de vídeo cuando todos hayan salido.
refused-last-host = Una sala se quedaría sin anfitrión. Añada antes a otro en ella.
refused-still-here = Alguien entre ellos todavía espera o está en la llamada. Retírelos antes.
refused-owner = El propietario de una sala no se puede quitar de ella.

not-now-asked-again = El invitado lo ha pedido de nuevo; esa petición está en la cola.
not-now-guest-gone = El invitado ya no está.
not-now-claimed = { $by } ya se ocupa.

lost-race-waiting = Ya está de nuevo en la cola, por { $by }, { $time }.
    .nobody = Ya está de nuevo en la cola.
lost-race-held = Ya se dejó para después, por { $by }, { $time }.
    .nobody = Ya se dejó para después.
lost-race-admitted = Ya admitido por { $by }, { $time }.
    .nobody = Ya admitido.
lost-race-left = { $by } ha salido de la llamada, { $time }.
    .nobody = Ha salido de la llamada.
lost-race-denied = Ya rechazado por { $by }, { $time }.
    .nobody = Ya rechazado.
lost-race-withdrawn = { $by } ha dejado la cola, { $time }.
    .nobody = Ha dejado la cola.
lost-race-expired = Ya no espera ({ $by }, { $time }).
    .nobody = Ya no espera.
lost-race-removed = Ya retirado por { $by }, { $time }.
    .nobody = Ya retirado.

## Why a link does not open the form.

link-unknown = No conocemos este enlace.
link-early = Todavía no es la hora.
link-expired = Esta invitación ha caducado.
link-used-up = Esta invitación ya se ha usado.
link-revoked = Esta invitación se ha retirado.
link-room-closed = La sala está cerrada en este momento.
