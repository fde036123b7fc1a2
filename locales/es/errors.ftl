## Error pages and problem documents. The value says what happened and what to do next; .title is the heading.

error-malformed = No pudimos leer esta petición. Vuelva atrás e inténtelo de nuevo.
    .title = No ha funcionado
error-sign-in-needed = Inicie sesión para continuar.
    .title = Inicie sesión
error-cross-site = Esta petición vino de otro sitio web, así que no se cambió nada. Abra la página aquí e inténtelo de nuevo.
    .title = Petición de otro sitio
error-not-found = Aquí no hay nada. Compruebe el enlace o pregunte a quien se lo envió.
    .title = Página no encontrada
error-method-not-allowed = Esta dirección no se puede usar así. Vuelva atrás e inténtelo de nuevo.
    .title = No ha funcionado
error-body-too-slow = Su petición tardó demasiado en llegar. Compruebe su conexión e inténtelo de nuevo.
    .title = Demasiado lento
error-body-too-large = Es más de lo que podemos aceptar de una vez. Acórtelo e inténtelo de nuevo.
    .title = Demasiado grande
error-wrong-body-type = El tipo de contenido debe ser { $expected }.
    .title = Tipo de contenido desconocido
error-wrong-host = Este servidor no responde en esa dirección. Use la dirección que le dieron.
    .title = Dirección incorrecta
error-bad-value = El valor de «{ $field }» no se puede usar. Corríjalo e inténtelo de nuevo.
    .title = Revise lo que ha escrito
error-lost-race = Otra persona ya lo ha decidido.
    .title = Ya está decidido
error-not-now = Esto no es posible en este momento.
    .title = Ahora no es posible
error-gone = Este enlace ya no funciona. Pida uno nuevo a quien se lo envió.
    .title = Ya no es válido
error-not-allowed = Esto no es posible aquí.
    .title = No es posible
error-too-many = { $seconds ->
    [one] Demasiados intentos. Inténtelo de nuevo dentro de un segundo.
   *[other] Demasiados intentos. Inténtelo de nuevo dentro de { $seconds } segundos.
    }
    .title = Un momento, por favor
error-crowded = { $seconds ->
    [one] Ya esperan tantas personas aquí que no cabe nadie más. Inténtelo de nuevo dentro de un segundo.
   *[other] Ya esperan tantas personas aquí que no cabe nadie más. Inténtelo de nuevo dentro de { $seconds } segundos.
    }
    .title = La sala de espera está llena
error-busy = { $seconds ->
    [one] Ahora mismo no podemos guardar cambios. Inténtelo de nuevo dentro de un segundo.
   *[other] Ahora mismo no podemos guardar cambios. Inténtelo de nuevo dentro de { $seconds } segundos.
    }
    .title = Ocupado en este momento
error-internal = Algo ha fallado por nuestra parte. Inténtelo de nuevo; si se repite, avise a quien administra este servidor.
    .title = Algo ha fallado
error-page-home = Ir a la página de inicio
error-confirmation-needed = Escriba de nuevo su contraseña para continuar.
    .title = Confirme que es usted
error-no-video = { $seconds ->
    [one] No se puede acceder a la sesión de vídeo en este momento. Inténtelo de nuevo dentro de un segundo.
   *[other] No se puede acceder a la sesión de vídeo en este momento. Inténtelo de nuevo dentro de { $seconds } segundos.
    }
    .title = Sin vídeo en este momento
