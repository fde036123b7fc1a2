## People and keys, for admins.

shared-undo = Rückgängig

people-what = Alle, die sich anmelden können: { $hosts ->
    [one] ein Gastgeber
   *[other] { $hosts } Gastgeber
    }, { $admins ->
    [one] ein Admin
   *[other] { $admins } Admins
    }.
people-found = { $count ->
    [0] Niemand gefunden.
    [one] Eine Person gefunden.
   *[other] { $count } Personen gefunden.
    }
people-new = Neues Konto
people-search = Nach Name oder E-Mail suchen
people-search-button = Suchen
people-name = Name
people-role = Rolle
people-last-seen = Zuletzt gesehen
people-disabled = Gesperrt
people-email-help = Damit meldet sich die Person an.
people-email-taken = Mit dieser Adresse gibt es schon ein Konto.
people-created = { $name } hat jetzt ein Konto
people-first-password = Das erste Passwort von { $email }. Geben Sie es jetzt weiter: Es wird nur dieses eine Mal gezeigt.
people-confirm-first = Um hier etwas zu ändern, geben Sie bitte Ihr Passwort noch einmal ein.
people-confirm = Passwort eingeben

person-since = Seit
person-no-rooms = keine
person-is-admin = { $name } ist jetzt Admin.
person-is-host = { $name } ist jetzt Gastgeber, nicht mehr Admin.
person-make-admin-title = { $name } zum Admin machen?
person-make-admin-effect = { $rooms ->
    [0] { $name } kann dann in jedem Raum Gäste einlassen, Konten anlegen und sperren und das ganze Protokoll lesen.
    [one] { $name } kann dann in dem einen Raum, den es gibt, Gäste einlassen, Konten anlegen und sperren und das ganze Protokoll lesen.
   *[other] { $name } kann dann in allen { $rooms } Räumen Gäste einlassen, Konten anlegen und sperren und das ganze Protokoll lesen.
    } Das gilt sofort, auch auf offenen Seiten.
person-make-admin = Zum Admin machen
person-make-host-title = { $name } nur noch zum Gastgeber machen?
person-make-host-effect = { $rooms ->
    [0] { $name } ist in keinem Raum Gastgeber und sieht keinen, bis jemand das ändert.
    [one] { $name } kann dann nur noch in einem Raum Gäste einlassen.
   *[other] { $name } kann dann nur noch in { $rooms } Räumen Gäste einlassen.
    } Konten und das ganze Protokoll sind dann für { $name } nicht mehr zugänglich. Das gilt sofort, auch auf offenen Seiten.
person-make-host = Zum Gastgeber machen
person-reset-title = Neues Passwort geben
person-reset-effect = { $name } wird überall abgemeldet. Sie sehen das neue Passwort einmal und geben es weiter.
person-reset = Neues Passwort
person-new-password = Das neue Passwort
person-new-password-once = Geben Sie es jetzt weiter: Es wird nur dieses eine Mal gezeigt. Das alte gilt nicht mehr.
person-disable-title = Das Konto sperren
person-disable-effect = { $name } wird überall abgemeldet und kann sich nicht mehr anmelden. Die Räume bleiben.
person-disable = Sperren
person-enable-title = Das Konto entsperren
person-enable-effect = { $name } kann sich wieder mit demselben Passwort anmelden.
person-enable = Entsperren

api-keys-title = API-Schlüssel
api-keys-what = Mit einem Schlüssel handelt ein Programm als Admin oder für ein Konto.
api-keys-reference = Was Programme tun können
api-keys-none = Noch keine Schlüssel
api-keys-name = Name
api-keys-name-help = Wofür er ist.
api-keys-account = E-Mail eines Kontos
api-keys-account-help = Der Schlüssel darf dann, was dieses Konto darf. Leer darf er alles.
api-keys-rights = Handelt als
api-keys-made = Erstellt
api-keys-new = Neuer Schlüssel
api-keys-create = Schlüssel erstellen
api-keys-created = Hier ist der Schlüssel { $name }

copy-banner = Diese Datenbank ist eine Kopie. Links, Tickets und Schlüssel gelten erst, wenn ein Admin entschieden hat.
copy-banner-link = Entscheiden
copy-title = Diese Datenbank ist eine Kopie
copy-what = Sie ist { $time } entstanden. Was damals Türen öffnete, kann seitdem widerrufen worden sein. Darum warten Links, Tickets der Gäste und API-Schlüssel auf Sie.
copy-void-title = Ungültig machen
copy-void-effect = Wenn das Original verloren ist oder jemand die Kopie gelesen haben kann. Neue Links und Schlüssel sind nötig; wer wartete oder im Gespräch war, fragt noch einmal an.
copy-void = Ungültig machen
copy-keep-title = Wieder gelten lassen
copy-keep-effect = Wenn seitdem nichts widerrufen wurde. Gäste kommen an ihre Plätze zurück, wie sie zur Zeit der Kopie waren.
copy-keep = Wieder gelten lassen

guests-title = Daten der Gäste
guests-what = Namen, Notizen, Adressen und Worte werden { $days ->
    [one] einen Tag
   *[other] { $days } Tage
    } nach einem Besuch gelöscht. Ein Raum kann weniger vorsehen. Hier können Sie jemanden suchen, ausgeben, was gespeichert ist, oder es jetzt löschen.
guests-room = Raum
guests-any-room = Alle Räume
guests-invite = Link
guests-asked = Angefragt
guests-none = Niemand gefunden
guests-export = Ausgewählte ausgeben
guests-erase = Ausgewählte löschen
guests-erased = { $count ->
    [one] Die Daten eines Gasts sind gelöscht.
   *[other] Die Daten von { $count } Gästen sind gelöscht.
    }
