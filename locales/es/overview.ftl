## Overview of all rooms, everybody in a call, settings of the installation.

host-tab-overview = Resumen
overview-what = Todas las salas, ahora y últimamente.
overview-waiting = Esperando
overview-longest = Espera más larga
overview-in-calls = En llamadas
overview-decided = Lo que se decidió
overview-span = Periodo
overview-day = 24 horas
overview-week = 7 días
overview-none = Nada en este periodo
overview-none-why = Aquí se cuenta a quien se admite, se rechaza o deja la cola.
overview-decisions = Decisiones
overview-let-in = Admitidos
overview-denied = Rechazados
overview-left = Se fueron antes
overview-chart-day = Admitidos, rechazados e idos, por horas
overview-chart-week = Admitidos, rechazados e idos, cada seis horas
overview-chart-says = En este periodo se admitió a { $in }, se rechazó a { $denied } y se fueron antes { $left }.
overview-begins-day = hace un día
overview-begins-week = hace una semana
overview-most = como máximo { $count } a la vez
overview-as-table = Lo mismo en una tabla
overview-from = Desde
overview-by-room = Por salas
calls-title = Personas en llamadas
calls-what = Todas las personas que están ahora en una llamada, en todas las salas.
calls-read-again = Leer de nuevo
calls-none = No hay nadie en una llamada
calls-room = Sala
calls-since = Desde
calls-first = Desde el principio
calls-more = Más personas
installation-title = Ajustes
installation-what = Valen para toda la instalación.
installation-saved = Guardado.
installation-second-factor = Los administradores necesitan un segundo factor
installation-second-factor-means = A un administrador sin él se le pide configurarlo antes que nada.
installation-save = Guardar
installation-keep = Lo que cuentan los invitados se conserva
installation-keep-days = { $days ->
    [one] un día; se fija al iniciar el servidor
   *[other] { $days } días; se fija al iniciar el servidor
    }
