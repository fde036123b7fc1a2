## The start page, signing in and out, and giving the password again.

start-title = Le damos la bienvenida a Anteroom
start-what = Una sala de espera para sesiones de vídeo: los invitados piden entrar y un anfitrión los deja pasar.
start-invited = Si le invitaron, use el enlace que recibió.
start-hosts = Para anfitriones y administradores

sign-in-title = Iniciar sesión
sign-in-for-whom = Para anfitriones y administradores. Los invitados solo necesitan su enlace de invitación.
sign-in-email = Correo electrónico
sign-in-password = Contraseña
sign-in-failed = El correo y la contraseña no coinciden. Inténtelo de nuevo.
sign-in-forgotten = ¿Olvidó su contraseña? Un administrador puede darle una nueva.

one-time-link-title = Su recepción está lista
one-time-link-who = Este enlace inicia la sesión de { $name } y funciona una sola vez.
one-time-link-open = Abrir la recepción
one-time-link-not-you = ¿No es usted? Cierre esta página; todavía no se ha gastado nada.

sign-ins-title = Sus sesiones iniciadas
sign-ins-what = Dónde tiene la sesión iniciada. Termine las que no reconozca.
sign-ins-browser = Navegador
sign-ins-unknown-browser = Navegador desconocido
sign-ins-address = Dirección
sign-ins-since = Iniciada
sign-ins-last-used = Último uso
sign-ins-this = Esta
sign-ins-everywhere = Cerrar todas las sesiones

confirm-title = Confirme que es usted
confirm-why = Lo que hacen los administradores vuelve a pedir la contraseña pasados 15 minutos.
confirm-go-on = Continuar
confirm-wrong = Esta contraseña no es correcta. Inténtelo de nuevo.
confirm-no-password = Inició sesión con un enlace de un solo uso y no tiene contraseña. Inicie sesión con un enlace nuevo para continuar.

setup-page-title = Configurar Anteroom
setup-title = Le damos la bienvenida
setup-what = Usted es el primer administrador. Esta página funciona una sola vez.
setup-name = Su nombre
setup-email-help = Con él inicia sesión.
setup-password-help = Al menos 8 caracteres; 15 o más es mejor.
setup-create = Crear la cuenta
