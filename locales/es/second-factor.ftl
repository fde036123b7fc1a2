## A second factor: setting it up, being asked for it, and what admins see of it.

factor-title = Segundo factor
factor-what = Un código de una aplicación de su teléfono, además de la contraseña. Quien conozca su contraseña no podrá iniciar sesión solo con ella.
factor-needed = Aquí los administradores necesitan un segundo factor. Configúrelo para continuar.
factor-no-password = Ha iniciado sesión con un enlace de un solo uso y no tiene contraseña. El segundo factor necesita una.
factor-begin-title = Configurarlo
factor-begin-what = Necesita una aplicación de autenticación. Escriba primero su contraseña.
factor-scan-title = Indíquelo a su aplicación
factor-scan-what = Escanéelo con la aplicación o escriba la clave. Después escriba los seis dígitos que muestra la aplicación.
factor-qr = Código QR para la aplicación de autenticación
factor-key = Clave para escribir
factor-code = Código
factor-code-wrong = Este código no es correcto o ya se usó. Espere al siguiente.
factor-turn-on = Activarlo
factor-state = Estado
factor-on = Activado
factor-off = Desactivado
factor-codes = Códigos de recuperación
factor-codes-left = { $count ->
    [0] no queda ninguno
    [one] queda uno
   *[other] quedan { $count }
    }
factor-codes-title = Sus códigos de recuperación
factor-codes-once = Anótelos o imprímalos ahora: solo se muestran esta vez. Con cada uno puede iniciar sesión una vez sin la aplicación.
factor-codes-new = Nuevos códigos de recuperación
factor-codes-new-what = Los anteriores dejan de funcionar.
factor-codes-make = Crear códigos nuevos
factor-remove-title = Quitar el segundo factor
factor-remove-what = Volverá a bastar su contraseña. Escriba una vez más la contraseña y un código.
factor-remove = Quitarlo
factor-step-title = Escriba su código
factor-step-what = Su contraseña es correcta. Ahora el código de su aplicación.
factor-step-help = Seis dígitos o uno de sus códigos de recuperación.
factor-step-lost = ¿Sin aplicación ni código de recuperación? Un administrador puede quitar su segundo factor.
factor-step-other = Iniciar sesión con otra cuenta
error-second-factor-needed = Configure un segundo factor para continuar.
    .title = Se necesita un segundo factor
refused-second-factor-set = Ya hay un segundo factor. Quítelo primero.
refused-second-factor-needed = Aquí los administradores necesitan un segundo factor, así que se queda.
refused-second-factor-first = Configure primero su propio segundo factor. Si no, se quedaría fuera al instante.
person-factor-title = Quitar el segundo factor
person-factor-effect = Para cuando { $name } lo haya perdido. Se cerrarán todas las sesiones de { $name } y bastará la contraseña hasta que configure uno nuevo. Asegúrese de que es realmente { $name } quien lo pide.
