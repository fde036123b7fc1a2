## Alerts and keys of the desk.

desk-tools = Avisos y teclas
desk-alerts = Cuando alguien pide entrar
desk-alerts-sound = Reproducir un sonido
desk-alerts-test = Probar el sonido
desk-alerts-mute = Silenciar 15 minutos
desk-alerts-notify = Mostrar notificaciones
desk-alerts-muted = Silenciado durante 15 minutos. Pulse otra vez para terminar.
desk-alerts-refused = Este navegador no permite notificaciones de esta página.
desk-alerts-somebody = Alguien pide entrar.
desk-keys = Teclas
desk-keys-on = Usar teclas en esta página
desk-key-move = Fila siguiente o anterior
desk-key-message = Escribir un mensaje
desk-key-select = Seleccionar
