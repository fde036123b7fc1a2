## The list of rooms.

shared-actions = Acciones
shared-optional = opcional

rooms-title = Mis salas
rooms-waiting = { $people ->
    [one] Una persona espera.
   *[other] { $rooms ->
        [one] { $people } personas esperan en una sala.
       *[other] { $people } personas esperan en { $rooms } salas.
    }
    }
rooms-nobody-waiting = No espera nadie.
rooms-closed = cerrada
rooms-in-call = { $count ->
    [0] nadie en la llamada
   *[other] { $count } en la llamada
    }
rooms-held = { $count } para después
rooms-longest-wait = primera petición
rooms-count-waiting = { $count } esperando
rooms-more = Más salas
rooms-new = Nueva sala
rooms-first = Cree su primera sala
rooms-first-why = Una sala tiene una puerta. Usted invita con un enlace, las personas esperan y usted las deja entrar.
rooms-new-title = Título
rooms-new-title-help = Es lo primero que ven los invitados, por ejemplo «Consulta de tarde».
rooms-presets = Reglas de la puerta
rooms-preset-usual = Las habituales
rooms-create = Crear la sala
