webhooks-title = Webhooks
webhooks-what = Otros sistemas reciben en su propia dirección lo que ocurre en las salas.
webhooks-none = Todavía no hay webhooks
webhooks-url = Dirección
webhooks-url-help = Empieza por https:// y no es de una red privada.
webhooks-events = Eventos
webhooks-events-help = Nombres como admitted o denied, separados por espacios. Vacío, todos.
webhooks-new = Nuevo webhook
webhooks-create = Crear el webhook
webhooks-on = Activado
webhooks-off = Desactivado
webhooks-failing = { $count ->
    [one] 1 intento fallido
   *[other] { $count } intentos fallidos
    }
webhooks-secret = El secreto que firma
webhooks-secret-what = Entréguelo ahora al otro sistema: solo se muestra esta vez.
webhooks-test = Enviar una prueba
webhooks-disable = Desactivar
webhooks-enable = Activar
webhooks-renew-secret = Secreto nuevo
webhooks-delete = Eliminar
webhooks-deliveries = Lo que se envió
webhooks-deliveries-none = Nada todavía.
webhooks-sequence = Número
webhooks-event = Evento
webhooks-state = Estado
webhooks-state-pending = Pendiente
webhooks-state-delivered = Entregado
webhooks-state-failed = Abandonado
webhooks-tries = Intentos
webhooks-tried = Último intento
webhooks-again = Enviar de nuevo
