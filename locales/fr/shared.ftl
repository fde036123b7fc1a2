## Times, as they stand beside names.

time-now = à l’instant
time-ago-s = il y a { $count } s
time-ago-min = il y a { $count } min
time-ago-h = il y a { $count } h
time-ago-d = { $count ->
    [one] hier
   *[other] il y a { $count } jours
    }
time-in-s = dans { $count } s
time-in-min = dans { $count } min
time-in-h = dans { $count } h
time-in-d = { $count ->
    [one] demain
   *[other] dans { $count } jours
    }

## Roles, in plain words.

role-subscriber = Spectateur
role-publisher = Intervenant
role-publisheronly = Présentation seule
role-moderator = Modérateur

## What is wrong with a typed text.

text-empty = Veuillez remplir ce champ.
text-too-long = Veuillez utiliser au plus { $limit } caractères.
text-too-short = Veuillez utiliser au moins { $limit } caractères.
text-forbidden-character = Veuillez ne pas utiliser de caractères de contrôle ou de direction.
text-not-an-email = Ce n’est pas une adresse e-mail.
text-common-password = C’est l’un des mots de passe les plus courants. Veuillez en choisir un autre.

## Why something was not done.

refused-value = { $field } { $problem }.
refused-passcode = Ce code d’accès n’est pas le bon. Demandez à la personne qui vous a invité.
refused-gone = C’est terminé. Demandez un nouveau lien à la personne qui vous a invité.
refused-call-full = L’appel est complet : il y a place pour { $limit } personnes. Faites d’abord sortir quelqu’un, ou augmentez la limite dans les réglages de la salle.
refused-nobody-ready = Personne parmi ceux qui attendent n’est là. Rien n’a été modifié.
refused-sign-in = L’adresse e-mail ou le mot de passe n’est pas le bon.
refused-unsupported = La plateforme vidéo ne peut pas le faire de l’extérieur de l’appel. Rendez plutôt l’invité spectateur.
refused-unattributed = Ce serveur ne sait pas à qui appartient chaque flux de l’appel : la plateforme vidéo ne le lui a pas dit.
refused-confirmation = Veuillez d’abord saisir de nouveau votre mot de passe.
refused-webhook-disabled = Ce webhook est désactivé. Activez-le d’abord.
refused-last-admin = C’est le dernier admin qui puisse se connecter. Nommez d’abord un autre admin.
refused-session-in-use = Il y a quelqu’un dans l’appel. La salle pourra avoir une autre séance vidéo quand tout le monde sera sorti.
refused-last-host = Une salle n’aurait plus d’hôte. Ajoutez-y d’abord un autre hôte.
refused-still-here = Quelqu’un parmi eux attend encore ou est dans l’appel. Retirez-les d’abord.
refused-owner = Le propriétaire d’une salle ne peut pas en être retiré.

not-now-asked-again = L’invité a redemandé ; cette demande est dans la file.
not-now-guest-gone = L’invité n’est plus là.
not-now-claimed = { $by } s’en occupe déjà.

lost-race-waiting = Déjà de retour dans la file, par { $by }, { $time }.
    .nobody = Déjà de retour dans la file.
lost-race-held = Déjà mis de côté par { $by }, { $time }.
    .nobody = Déjà mis de côté.
lost-race-admitted = Déjà admis par { $by }, { $time }.
    .nobody = Déjà admis.
lost-race-left = { $by } a quitté l’appel, { $time }.
    .nobody = A quitté l’appel.
lost-race-denied = Déjà refusé par { $by }, { $time }.
    .nobody = Déjà refusé.
lost-race-withdrawn = { $by } a quitté la file, { $time }.
    .nobody = A quitté la file.
lost-race-expired = N’attend plus ({ $by }, { $time }).
    .nobody = N’attend plus.
lost-race-removed = Déjà retiré par { $by }, { $time }.
    .nobody = Déjà retiré.

## Why a link does not open the form.

link-unknown = Nous ne connaissons pas ce lien.
link-early = Ce n’est pas encore l’heure.
link-expired = Cette invitation a expiré.
link-used-up = Cette invitation a déjà été utilisée.
link-revoked = Cette invitation a été retirée.
link-room-closed = La salle est fermée pour le moment.
