## People and keys, for admins.

shared-undo = Deshacer

people-what = Todas las personas que pueden iniciar sesión: { $hosts ->
    [one] un anfitrión
   *[other] { $hosts } anfitriones
    }, { $admins ->
    [one] un administrador
   *[other] { $admins } administradores
    }.
people-found = { $count ->
    [0] No se encontró a nadie.
    [one] Se encontró a una persona.
   *[other] Se encontró a { $count } personas.
    }
people-new = Nueva cuenta
people-search = Buscar por nombre o correo
people-search-button = Buscar
people-name = Nombre
people-role = Rol
people-last-seen = Visto por última vez
people-disabled = Desactivada
people-email-help = Con él inicia sesión.
people-email-taken = Ya hay una cuenta con esta dirección.
people-created = { $name } ya tiene una cuenta
people-first-password = La primera contraseña de { $email }. Entréguela ahora: solo se muestra esta vez.
people-confirm-first = Para cambiar algo aquí, escriba de nuevo su contraseña.
people-confirm = Escribir la contraseña

person-since = Desde
person-no-rooms = ninguna
person-is-admin = { $name } ahora es administrador.
person-is-host = { $name } ahora es anfitrión, no administrador.
person-make-admin-title = ¿Hacer administrador a { $name }?
person-make-admin-effect = { $rooms ->
    [0] { $name } podrá admitir invitados en todas las salas, crear y desactivar cuentas y leer todo el registro.
    [one] { $name } podrá admitir invitados en la única sala que hay, crear y desactivar cuentas y leer todo el registro.
   *[other] { $name } podrá admitir invitados en las { $rooms } salas, crear y desactivar cuentas y leer todo el registro.
    } Se aplica al instante, también en las páginas abiertas.
person-make-admin = Hacer administrador
person-make-host-title = ¿Dejar a { $name } solo como anfitrión?
person-make-host-effect = { $rooms ->
    [0] { $name } no es anfitrión de ninguna sala y no verá ninguna hasta que alguien le añada a una.
    [one] { $name } podrá admitir invitados en una sola sala.
   *[other] { $name } podrá admitir invitados solo en { $rooms } salas.
    } Las cuentas y el registro completo quedan entonces cerrados para { $name }. Se aplica al instante, también en las páginas abiertas.
person-make-host = Hacer anfitrión
person-reset-title = Dar una contraseña nueva
person-reset-effect = Se cerrarán todas las sesiones de { $name }. Usted verá la contraseña nueva una vez y la entregará.
person-reset = Contraseña nueva
person-new-password = La contraseña nueva
person-new-password-once = Entréguela ahora: solo se muestra esta vez. La anterior ya no funciona.
person-disable-title = Desactivar la cuenta
person-disable-effect = Se cerrarán todas las sesiones de { $name } y no podrá iniciar otra. Sus salas se conservan.
person-disable = Desactivar
person-enable-title = Activar la cuenta
person-enable-effect = { $name } podrá volver a iniciar sesión con la misma contraseña.
person-enable = Activar

api-keys-title = Claves de API
api-keys-what = Con una clave, un programa actúa como administrador o en nombre de una cuenta.
api-keys-reference = Qué pueden hacer los programas
api-keys-none = Todavía no hay claves
api-keys-name = Nombre
api-keys-name-help = Para qué sirve.
api-keys-account = Correo de una cuenta
api-keys-account-help = La clave puede entonces lo que puede esta cuenta. Vacío, puede todo.
api-keys-rights = Actúa como
api-keys-made = Creada
api-keys-new = Nueva clave
api-keys-create = Crear la clave
api-keys-created = Aquí está la clave { $name }

copy-banner = Esta base de datos es una copia. Los enlaces, tiques y claves no funcionan hasta que decida un administrador.
copy-banner-link = Decidir
copy-title = Esta base de datos es una copia
copy-what = Se hizo { $time }. Lo que entonces abría puertas puede haberse retirado desde entonces; por eso los enlaces, los tiques de los invitados y las claves de API esperan su decisión.
copy-void-title = Invalidarlos
copy-void-effect = Si se perdió el original o alguien pudo leer la copia. Harán falta enlaces y claves nuevos; quien esperaba o estaba en la llamada lo pide de nuevo.
copy-void = Invalidarlos
copy-keep-title = Dejar que funcionen de nuevo
copy-keep-effect = Si desde entonces no se retiró nada. Los invitados vuelven a sus lugares tal como estaban al hacerse la copia.
copy-keep = Dejar que funcionen de nuevo

guests-title = Datos de los invitados
guests-what = Los nombres, notas, direcciones y palabras se borran { $days ->
    [one] un día
   *[other] { $days } días
    } después de la visita. Una sala puede fijar menos. Aquí puede buscar a alguien, entregar lo que se guarda o borrarlo ahora.
guests-room = Sala
guests-any-room = Cualquier sala
guests-invite = Enlace
guests-asked = Lo pidió
guests-none = No se encontró a nadie
guests-export = Exportar los seleccionados
guests-erase = Borrar los seleccionados
guests-erased = { $count ->
    [one] Los datos de un invitado se han borrado.
   *[other] Los datos de { $count } invitados se han borrado.
    }
