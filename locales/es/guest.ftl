## The guest's pages, from the link to the door of the call.

guest-foot = Nada en esta página viene de otros sitios web.
optional = (opcional)
room-with = con

join-name = Su nombre
join-name-help = El nombre por el que le conoce el anfitrión.
join-passcode = Código de acceso
join-passcode-help = Venía con su invitación.
join-note = Nota para el anfitrión
join-ask = Pedir entrar
join-for = Esta invitación es para
join-not-you = ¿No es usted? Pida un enlace propio a quien se lo envió.
join-promise = El anfitrión ve su nombre y su nota y le deja entrar. Hasta entonces, nadie le ve ni le oye.

check-title = Probar cámara y micrófono
check-off = Su cámara está apagada
check-denied = El navegador no da acceso a la cámara ni al micrófono. Puede entrar sin ellos.
check-insecure = Los navegadores no dan acceso a la cámara en una página sin https. Puede entrar y mirar.
check-start = Encender
check-sound = Reproducir un sonido de prueba
check-camera = Cámara
check-microphone = Micrófono
check-level = Su volumen
check-help = Nadie ve ni oye esta prueba. También puede entrar sin cámara ni micrófono.

link-unknown-text = Puede que esté mal escrito o que se cortara al copiarlo. Ábralo otra vez desde el mensaje que recibió, o pida uno nuevo a quien se lo envió.
link-early-text = Puede dejar esta página abierta: el formulario aparecerá solo.
link-opens = Se abre:
link-expired-text = Pida una nueva a quien le invitó.
link-used-up-text = Era para una sola persona. Si era usted, ábrala en el navegador que usó antes. Si no, pida un enlace propio a quien le invitó.
link-revoked-text = El anfitrión la sustituyó o la canceló. Pida una nueva a quien le invitó.
link-room-closed-text = Ahora mismo nadie puede pedir entrar. Pregunte a quien le invitó cuándo volverá a abrir.
join-no-choice = Elija una de las respuestas.
answer-yes = Sí
answer-no = No
link-look-again = Volver a mirar

here-waiting = Está en el lugar correcto.
here-waiting-text = El anfitrión puede ver que usted espera.
here-look-away = No hace falta que mire; deje esta página abierta y la llamada se abrirá sola.
here-no-script = Esta página busca novedades cada 10 segundos.
here-closed = La puerta está cerrada por ahora.
here-closed-text = Se le guarda el lugar. Esta página cambia sola cuando el anfitrión abre la puerta o le deja entrar.
here-paused = La llamada está en pausa.
here-paused-text = El anfitrión se ha ido, así que todos esperan de nuevo en el mismo orden. No hace falta que vuelva a pedirlo.
here-sent-back = Está de nuevo en la sala de espera.
here-sent-back-text = El anfitrión le ha traído aquí por ahora. Es el siguiente en la cola, y esta página cambia sola cuando le dejen entrar.
here-message = Mensaje del anfitrión
here-held = Espere un poco más, por favor.
here-held-text = El anfitrión le ha visto y volverá a usted. Se le guarda el lugar.
here-asked = Lo pidió
here-position = { $position ->
    [one] usted es el siguiente
   *[other] número { $position } en la cola
    }
here-host-here = Hay un anfitrión
here-usual-wait = { $minutes ->
    [one] normalmente un minuto, más o menos
   *[other] normalmente unos { $minutes } min
    }
here-host-not = Todavía no ha empezado: no hay ningún anfitrión. Se le guarda el lugar.
here-chime = Reproducir un sonido cuando me dejen entrar
here-leave-queue = Dejar la cola
here-admitted = Ya puede entrar.
here-admitted-as = Participa como
here-call-needs-scripts = La llamada necesita scripts. Permítalos para esta página.
here-join-call = Entrar en la llamada
here-leave-call = Salir de la llamada
here-denied = Esta vez no se le ha dejado entrar.
here-denied-reason = El anfitrión dice:
here-denied-when = Puede volver a pedirlo
here-denied-offer = Esta página se lo ofrecerá sola.
here-mistake = Si cree que es un error, escriba a quien le invitó.
here-ask-again = Volver a pedirlo
here-withdrawn = Ha dejado la cola.
here-withdrawn-text = El anfitrión ya no le ve. Si cambia de idea, puede volver a pedirlo; será el último de la cola.
here-invite-revoked = Su invitación se ha retirado.
here-invite-revoked-text = El anfitrión canceló el enlace con el que llegó, así que ya no está en la cola. Pida uno nuevo a quien le invitó.
here-expired = Ha perdido su lugar en la cola.
here-expired-text = No hemos tenido señales de esta página durante mucho tiempo. Si sigue ahí, puede volver a pedirlo.
here-removed = Ya no está en la llamada.
here-removed-text = El anfitrión ha terminado la llamada para usted.
here-left = Ha salido de la llamada.
here-dropped = Se quedó fuera de la llamada.
here-dropped-text = Su conexión se perdió durante más tiempo del que se guarda su lugar. Puede volver a pedir entrar.
here-never-came = Ha perdido su lugar.
here-never-came-text = Le dejaron entrar mientras esta página no estaba, y se le guardó el lugar 5 minutos. Si ya está ahí, vuelva a pedirlo.
here-finished = Ha terminado aquí.
here-finished-text = El anfitrión ha pasado al siguiente invitado. Si hay algo más, puede volver a pedir entrar.
here-ended = La llamada ha terminado.
here-ended-text = El anfitrión se ha ido, y la llamada terminó para todos.
here-denied-blocked = No puede volver a pedirlo desde aquí, salvo que el anfitrión lo permita.
here-left-until = Durante un tiempo puede volver sin pedirlo
here-unknown = Ya no le conocemos.
here-unknown-text = Este navegador no tiene lugar en la cola: se borraron sus datos o el lugar se perdió. Abra el enlace que recibió para volver a pedirlo.
here-reconnecting = La conexión se ha interrumpido. Intentándolo de nuevo…

role-subscriber-means = Puede ver y oír a los demás. Su cámara y su micrófono siguen apagados.
role-publisher-means = Puede ver y oír a los demás, y ellos pueden verle y oírle.
role-publisheronly-means = Los demás pueden verle y oírle. Usted no los ve.
role-moderator-means = Puede ver y oír a los demás, y ellos a usted, y puede silenciar o retirar a personas.

denied-not-on-list = No está en la lista de esta sesión.
denied-wrong-time = No es la hora correcta. Consulte su invitación.
denied-wrong-room = Esta no es la sala correcta para usted. Consulte su invitación.
denied-room-full = La sesión está llena.
denied-unclear-name = No pudimos saber quién es usted. Vuelva a pedirlo con su nombre completo.

## What guests see, shown to a host.

rehearsal = Ensayo
rehearsal-what = Ensayo: esto es lo que ven los invitados de esta sala. Aquí no espera nadie, y los botones no hacen nada.
rehearsal-pages = Páginas de los invitados
rehearsal-join = Al pedir entrar
rehearsal-waiting = Esperando
rehearsal-held = Para después
rehearsal-admitted = Admitido
rehearsal-denied = No admitido
rehearsal-guest = Invitado
rehearsal-back = Volver a la recepción
