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
settings-session-id = Sesión de vídeo
settings-session-id-help = El identificador de una sesión que ya existe. Si se deja vacío, se crea una cuando entra la primera persona. Solo se puede cambiar mientras no haya invitados en la llamada.
settings-session-id-wrong = No es una sesión de la cuenta de vídeo de este servidor.
settings-number-wrong = Indique un número entero de { $least } a { $most }.
settings-door = La puerta
settings-door-wrong = Elija una de estas opciones.
settings-show-position = Mostrar a los invitados su lugar en la cola
settings-name-in-token = Dar los nombres a la plataforma de vídeo
settings-name-in-token-help = El nombre del invitado lo pueden leer entonces todos en la llamada y en los registros de la plataforma.
settings-save = Guardar
room-tab-questions = Preguntas
settings-presets = Rellenar las reglas para…
settings-presets-help = Rellena todas las reglas de abajo. Puede cambiar cada una antes de guardar.
settings-filled = Rellenado para: { $preset }. Todavía no se ha guardado nada.
settings-meaning = Qué significa esto
settings-closed-message = Aviso en la puerta cerrada
settings-closed-message-help = Los invitados lo leen mientras la puerta está cerrada, por ejemplo cuándo vuelve a abrir.
settings-one-at-a-time = Los invitados, de uno en uno
settings-one-at-a-time-help = En la recepción hay un botón que deja entrar al siguiente y termina la llamada del anterior.
settings-admit-on-arrival = Admitir cuando llega un anfitrión
settings-admit-on-arrival-help = Quien espera entonces y está presente entra con el primer anfitrión. Si no, la llegada de un anfitrión no deja entrar a nadie.
settings-hosts-leave = Cuando el último anfitrión lleva un minuto fuera
settings-return-minutes = Minutos para volver
settings-return-minutes-help = Durante ese tiempo, un invitado que salió de la llamada vuelve sin pedirlo. De 0 a 240.
settings-gone-minutes = Minutos que se guarda un lugar
settings-gone-minutes-help = Quien espera y se ausenta más tiempo pierde el lugar. De 1 a 240.
settings-most-in-call = Máximo de invitados en la llamada
settings-most-in-call-help = Vacío es sin límite. Quien entraría directamente espera entonces.
settings-most-waiting = Máximo de personas en espera
settings-most-waiting-help = Vacío es sin límite. A los demás se les pide que lo intenten más tarde.

hosts-leave-go-on = La llamada sigue
    .meaning = Los invitados se quedan entre ellos.
hosts-leave-pause = La llamada se pone en pausa
    .meaning = Todos esperan de nuevo, en el mismo orden.
hosts-leave-end = La llamada termina
    .meaning = Todos quedan fuera. Quien espera sigue esperando.

door-question = { $count ->
    [one] Una persona espera.
   *[other] { $count } personas esperan.
    }
door-question-what = La puerta quedará así: { $door }. ¿Qué pasa con quienes esperan ahora? A quien lo pida después de mostrarse esta página no se le deja entrar con esto.
door-question-keep = Que sigan esperando
door-question-admit = Admitirlos
door-question-cancel = No cambiar nada

preset-clinic = Consulta médica
preset-classroom = Clase
preset-court = Tribunal
preset-webinar = Seminario web
preset-support-desk = Atención al público

means-door-everyone-waits = Todos esperan hasta que un anfitrión los admita.
means-door-trusted-enter = Entran los invitados con un enlace «Entra directamente»; los demás esperan.
means-door-everyone-enters = Quien tiene un enlace entra al instante.
means-door-closed = Nadie puede pedir entrar.
means-one-at-a-time = Los invitados entran de uno en uno.
means-admit-on-arrival = Cuando llega el primer anfitrión, se admite a quienes esperan.
means-return-never = Quien sale de la llamada vuelve a pedirlo.
means-return = { $count ->
    [one] Quien sale de la llamada puede volver durante un minuto sin pedirlo.
   *[other] Quien sale de la llamada puede volver durante { $count } minutos sin pedirlo.
    }
means-gone = { $count ->
    [one] Quien espera y se ausenta un minuto pierde el lugar.
   *[other] Quien espera y se ausenta { $count } minutos pierde el lugar.
    }
means-hosts-leave-go-on = Cuando se va el último anfitrión, la llamada sigue.
means-hosts-leave-pause = Cuando se va el último anfitrión, todos esperan de nuevo en el mismo orden.
means-hosts-leave-end = Cuando se va el último anfitrión, la llamada termina.
means-most-in-call = Invitados en la llamada, como máximo: { $count }.
means-most-waiting = Personas en espera, como máximo: { $count }.

questions-what = Los invitados las contestan al pedir entrar; usted lee las respuestas en su fila. Las líneas vacías no se preguntan.
question-number = Pregunta { $number }
question-text = Pregunta
question-kind = Respuesta
question-kind-text = Unas palabras
question-kind-yes-no = Sí o no
question-kind-choice = Una de estas
question-choices = Opciones
question-choices-help = De 2 a 10, separadas por comas; solo para «Una de estas».
question-required = Hay que contestarla
question-choice-count = Indique de 2 a 10 opciones, separadas por comas.
question-choice-twice = Dos opciones son iguales.
question-choices-unasked = Las opciones son solo para «Una de estas».

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

settings-keep-days = Días que se guardan los datos de los invitados
settings-keep-days-help = Los nombres, notas y direcciones se borran esos días después de la visita, a más tardar cuando lo indique la instalación. Vacío: como indique la instalación.
