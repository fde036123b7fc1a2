## The call, for guests and hosts.

call-title = En la llamada
call-people-in = Personas en la llamada
call-alone = Todavía no habla nadie. Quien hable aparecerá aquí.
call-needs-scripts = La llamada necesita scripts. Permítalos para esta página y vuelva a cargarla.
call-not-in = En este momento no está en la llamada.
call-you = usted
call-muted = en silencio
call-moderator = Moderador
call-screen-of = pantalla
call-wants-to-speak = quiere hablar

## How good the connection is.

call-quality-joining = entrando…
call-quality-good = la conexión es buena
call-quality-weak = la conexión es débil
call-quality-interrupted = la conexión se ha interrumpido
call-lost = La conexión se ha interrumpido. Intentándolo de nuevo…

## The controls.

call-controls = Sus controles
call-mute = Silenciar
call-unmute = Activar audio
call-camera = Cámara
call-share-screen = Compartir pantalla
call-raise-hand = Levantar la mano
call-lower-hand = Bajar la mano
call-step-down = Dejar de hablar
call-people = Personas
call-door = Puerta
call-leave = Salir
call-to-desk = A la recepción
call-sound-on = Activar el sonido
call-close = Cerrar

## The people in the call.

call-mute-person = Silenciar
call-stop-person = Apagar cámara y micrófono
call-remove-person = Retirar de la llamada
call-mute-everybody = Silenciar a todos
call-not-muted = Excluir de «Silenciar a todos»
call-in-call = en la llamada
call-not-connected = sin conexión
call-make-subscriber = Hacer espectador
call-make-publisher = Hacer orador
call-make-moderator = Hacer moderador
call-send-back = Devolver a la espera

## The door beside the call.

call-waiting = Esperando
call-nobody-waits = No espera nadie.
call-more-wait = Hay más en la recepción.
call-admit = Admitir
call-deny = Rechazar

## Before joining, and when a host offers the stage.

call-before = Antes de entrar
call-as = como
call-join = Entrar
call-preview-off = Su cámara está apagada
call-no-camera = Sin cámara
call-no-microphone = Sin micrófono
call-change-later = Puede cambiarlo en cualquier momento durante la llamada.
call-offer-title = El anfitrión le invita a hablar.
call-offer-text = Nadie le ve ni le oye hasta que usted lo diga.
call-offer-accept = Encender cámara y micrófono
call-offer-decline = Seguir como espectador

## When the call is over for this page.

call-replaced-title = Ha entrado desde otra pestaña u otro dispositivo.
call-replaced-text = La llamada continúa allí. Puede traerla de vuelta a esta página.
call-use-here = Usar aquí
call-removed-title = Ya no está en la llamada.
call-removed-text = Un moderador ha terminado la llamada para usted.
call-failed-title = La llamada no funciona en esta página.
call-failed-text = Vuelva a cargar la página. Si no ayuda, pruebe otro navegador.
call-full-title = La llamada está llena.
call-full-text = Por el momento no puede entrar nadie más. Inténtelo de nuevo dentro de un rato.
call-unsupported-title = Esta página no puede participar en la llamada.
call-unsupported-text = Vuelva a cargarla. Si no ayuda, dígaselo al anfitrión.
call-reload = Volver a cargar
call-to-door = A la sala de espera

## Short news.

call-now-subscriber = Ahora es espectador.
call-now-publisher = Ahora puede hablar.
call-now-publisheronly = Ahora pueden verle y oírle. Usted no ve a los demás.
call-now-moderator = Ahora es moderador.
call-was-muted = Un moderador le ha silenciado.
call-was-stopped = Un moderador ha apagado su cámara y su micrófono.
call-hand-up = Su mano está levantada. El anfitrión lo ve.
call-media-denied = El navegador no da acceso a la cámara ni al micrófono. Está mirando. Para añadirlos, permita ambos junto a la barra de direcciones y pulse «Cámara».
call-media-missing = No se encontró cámara ni micrófono. Está mirando. Conecte uno y pulse «Cámara».
call-media-insecure = Los navegadores no dan acceso a la cámara en una página sin https. Puede mirar; pida al anfitrión un enlace seguro para que puedan verle y oírle.
call-camera-missing = No se encontró ninguna cámara. Los demás pueden oírle.
call-microphone-missing = No se encontró ningún micrófono. Los demás pueden verle.
call-camera-ended = Su cámara se ha detenido. Pulse «Cámara» para intentarlo de nuevo.
call-act-failed = No ha funcionado. Inténtelo de nuevo.
call-publish-failed = Los demás todavía no pueden verle ni oírle. Intentándolo de nuevo…
