## The guest's pages, from the link to the door of the call.

guest-foot = Nichts auf dieser Seite kommt von anderen Websites.
optional = (freiwillig)
room-with = mit

join-name = Ihr Name
join-name-help = Der Name, unter dem man Sie hier kennt.
join-passcode = Zugangscode
join-passcode-help = Er kam mit Ihrer Einladung.
join-note = Notiz für den Gastgeber
join-ask = Um Einlass bitten
join-for = Diese Einladung ist für
join-not-you = Das sind nicht Sie? Bitten Sie die Person, die Ihnen den Link geschickt hat, um einen eigenen.
join-promise = Der Gastgeber sieht Ihren Namen und Ihre Notiz und lässt Sie ein. Bis dahin sieht und hört Sie niemand.

check-title = Kamera und Mikrofon prüfen
check-off = Ihre Kamera ist aus
check-denied = Der Browser gibt Kamera und Mikrofon nicht frei. Sie können auch ohne teilnehmen.
check-insecure = Auf einer Seite ohne https geben Browser keine Kamera frei. Sie können teilnehmen und zuschauen.
check-start = Einschalten
check-sound = Testton abspielen
check-camera = Kamera
check-microphone = Mikrofon
check-level = Ihre Lautstärke
check-help = Niemand sieht oder hört diese Prüfung. Sie können auch ohne Kamera und Mikrofon teilnehmen.

link-unknown-text = Vielleicht ist er vertippt oder beim Kopieren abgeschnitten worden. Öffnen Sie ihn noch einmal aus der Nachricht, die Sie erhalten haben, oder bitten Sie die Person, die ihn geschickt hat, um einen neuen.
link-early-text = Sie können diese Seite offen lassen: Das Formular erscheint von selbst.
link-opens = Öffnet:
link-expired-text = Bitten Sie die Person, die Sie eingeladen hat, um eine neue.
link-used-up-text = Sie galt für eine Person. Wenn Sie das waren, öffnen Sie sie in dem Browser, den Sie zuvor benutzt haben. Wenn nicht, bitten Sie die Person, die Sie eingeladen hat, um einen eigenen Link.
link-revoked-text = Sie wurde ersetzt oder aufgehoben. Bitten Sie die Person, die Sie eingeladen hat, um eine neue.
link-room-closed-text = Im Moment kann niemand um Einlass bitten. Fragen Sie die Person, die Sie eingeladen hat, wann der Raum wieder öffnet.
join-no-choice = Bitte wählen Sie eine der Antworten.
answer-yes = Ja
answer-no = Nein
link-look-again = Noch einmal nachsehen

here-waiting = Sie sind hier richtig.
here-waiting-text = Der Gastgeber sieht, dass Sie warten.
here-look-away = Sie müssen nicht hinsehen. Lassen Sie diese Seite offen: Sie öffnet das Gespräch von selbst.
here-no-script = Diese Seite sieht alle 10 Sekunden nach, ob es Neues gibt.
here-closed = Die Tür ist vorerst geschlossen.
here-closed-text = Ihr Platz bleibt erhalten. Diese Seite ändert sich von selbst, wenn der Gastgeber die Tür öffnet oder Sie einlässt.
here-paused = Das Gespräch ist unterbrochen.
here-paused-text = Der Gastgeber ist gegangen, deshalb warten alle wieder in derselben Reihenfolge. Sie müssen nicht noch einmal anfragen.
here-sent-back = Sie sind wieder im Warteraum.
here-sent-back-text = Der Gastgeber hat Sie vorerst hierher geschickt. Sie sind als Nächstes an der Reihe. Diese Seite ändert sich von selbst, wenn Sie eingelassen werden.
here-message = Nachricht vom Gastgeber
here-held = Bitte warten Sie noch etwas.
here-held-text = Der Gastgeber hat Sie gesehen und kommt auf Sie zurück. Ihr Platz bleibt erhalten.
here-asked = Angefragt
here-position = { $position ->
    [one] Sie sind als Nächstes an der Reihe
   *[other] Platz { $position } in der Warteschlange
    }
here-host-here = Ein Gastgeber ist da
here-usual-wait = { $minutes ->
    [one] meist etwa eine Minute
   *[other] meist etwa { $minutes } Min.
    }
here-host-not = Es hat noch nicht begonnen: Kein Gastgeber ist da. Ihr Platz bleibt erhalten.
here-chime = Einen Ton spielen, wenn ich eingelassen werde
here-leave-queue = Warteschlange verlassen
here-admitted = Sie sind eingelassen.
here-admitted-as = Sie nehmen teil als
here-call-needs-scripts = Das Gespräch selbst braucht Skripte. Bitte erlauben Sie sie für diese Seite.
here-join-call = Am Gespräch teilnehmen
here-leave-call = Gespräch verlassen
here-denied = Sie wurden dieses Mal nicht eingelassen.
here-denied-reason = Der Grund:
here-denied-when = Neue Anfrage möglich:
here-denied-offer = Diese Seite bietet es von selbst an.
here-mistake = Wenn Sie das für einen Irrtum halten, schreiben Sie der Person, die Sie eingeladen hat.
here-ask-again = Noch einmal anfragen
here-withdrawn = Sie haben die Warteschlange verlassen.
here-withdrawn-text = Der Gastgeber sieht Sie nicht mehr. Wenn Sie es sich anders überlegen, können Sie noch einmal anfragen; Sie stehen dann am Ende der Warteschlange.
here-invite-revoked = Ihre Einladung wurde zurückgezogen.
here-invite-revoked-text = Der Link, über den Sie kamen, wurde aufgehoben, deshalb stehen Sie nicht mehr in der Warteschlange. Bitten Sie die Person, die Sie eingeladen hat, um einen neuen.
here-expired = Ihr Platz in der Warteschlange wurde aufgegeben.
here-expired-text = Von dieser Seite kam lange kein Lebenszeichen. Wenn Sie noch da sind, können Sie noch einmal anfragen.
here-removed = Sie sind nicht mehr im Gespräch.
here-removed-text = Das Gespräch wurde für Sie beendet.
here-left = Sie haben das Gespräch verlassen.
here-dropped = Sie waren nicht mehr im Gespräch.
here-dropped-text = Ihre Verbindung war länger unterbrochen, als Ihr Platz freigehalten wird. Sie können noch einmal um Einlass bitten.
here-never-came = Ihr Platz wurde aufgegeben.
here-never-came-text = Sie wurden eingelassen, während diese Seite weg war, und der Platz wurde 5 Minuten freigehalten. Wenn Sie jetzt da sind, fragen Sie noch einmal an.
here-finished = Sie sind hier fertig.
here-finished-text = Jetzt ist der nächste Gast an der Reihe. Wenn Sie noch etwas haben, können Sie noch einmal um Einlass bitten.
here-ended = Das Gespräch ist beendet.
here-ended-text = Der Gastgeber ist gegangen, und das Gespräch endete für alle.
here-denied-blocked = Sie können von hier aus nicht noch einmal anfragen, es sei denn, der Gastgeber erlaubt es.
here-left-until = Eine Zeit lang können Sie ohne neue Anfrage zurückkommen
here-unknown = Wir kennen Sie nicht mehr.
here-unknown-text = Dieser Browser hat hier keinen Platz in der Warteschlange: Seine Daten wurden gelöscht oder der Platz wurde aufgegeben. Öffnen Sie den Link, den Sie erhalten haben, um noch einmal anzufragen.
here-reconnecting = Die Verbindung ist unterbrochen. Neuer Versuch läuft …

role-subscriber-means = Sie sehen und hören die anderen. Ihre Kamera und Ihr Mikrofon bleiben aus.
role-publisher-means = Sie sehen und hören die anderen, und die anderen sehen und hören Sie.
role-publisheronly-means = Die anderen sehen und hören Sie. Sie sehen die anderen nicht.
role-moderator-means = Sie sehen und hören die anderen, werden gesehen und gehört und können Personen stummschalten oder entfernen.

denied-not-on-list = Sie stehen für diese Sitzung nicht auf der Liste.
denied-wrong-time = Es ist nicht die richtige Zeit. Bitte sehen Sie in Ihrer Einladung nach.
denied-wrong-room = Das ist nicht der richtige Raum für Sie. Bitte sehen Sie in Ihrer Einladung nach.
denied-room-full = Die Sitzung ist voll.
denied-unclear-name = Wir konnten nicht erkennen, wer Sie sind. Bitte fragen Sie noch einmal mit Ihrem vollen Namen an.

## What guests see, shown to a host.

rehearsal = Probe
rehearsal-what = Probe: Das sehen die Gäste dieses Raums. Hier wartet niemand, und die Schaltflächen bewirken nichts.
rehearsal-pages = Seiten der Gäste
rehearsal-join = Anfrage
rehearsal-waiting = Wartend
rehearsal-held = Zurückgestellt
rehearsal-admitted = Eingelassen
rehearsal-denied = Nicht eingelassen
rehearsal-guest = Gast
rehearsal-back = Zurück zum Empfang
