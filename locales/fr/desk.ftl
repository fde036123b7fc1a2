## The desk of a room.

desk-title = { $room } – la porte
desk-parts = Parties de l’accueil
desk-tab-door = Porte
desk-tab-call = Appel
desk-tab-room = Salle
desk-close = Fermer
desk-failed = Cela n’a pas fonctionné. Veuillez réessayer.
desk-reconnecting = Reconnexion en cours. Ce que vous voyez peut dater de quelques secondes.
desk-lost-race = Votre décision n’a rien changé.

## The room and the others, at the side.

desk-rooms = Salles
desk-this-room = Cette salle
desk-invites = Invitations
desk-hosts = Hôtes
desk-settings = Réglages
desk-log = Journal
desk-my-rooms = Mes salles
desk-new-room = Nouvelle salle
desk-room-in-call = { $count ->
    [0] personne dans l’appel
   *[other] { $count } dans l’appel
    }
# Read aloud after the number of people waiting in a room.
desk-room-waiting = en attente

## What the door does, under the room's title.

desk-door-everyone-waits = Tout le monde attend que vous l’admettiez.
desk-door-trusted-enter = Les invités avec une invitation directe entrent, tous les autres attendent que vous les admettiez.
desk-door-everyone-enters = Toute personne invitée entre sans attendre.
desk-door-closed = La salle est fermée. Personne de nouveau ne peut demander à entrer.

## Lists.

desk-waiting = En attente
desk-waiting-count = { $count } en attente
desk-new = { $count ->
    [one] { $count } nouveau
   *[other] { $count } nouveaux
    }
desk-show-more = Afficher plus
desk-nobody-waits = Personne n’attend.
    .next = Qui ouvre votre lien d’invitation et demande à entrer apparaît ici.
desk-held = Mis de côté
desk-earlier = Auparavant
desk-earlier-empty = Personne pour l’instant. Qui a été refusé, est parti ou a renoncé figure ici.
desk-call-title = Dans l’appel
desk-join-call = Entrer dans l’appel
desk-nobody-in-call = Personne n’est encore dans l’appel. Les invités admis apparaissent ici avec leur rôle.

## A row.

desk-wait-now = à l’instant
desk-wait-minutes = { $count } min
desk-asked-at = Demande à { $time }
desk-same-name = même nom que { $name }
desk-away = absent depuis { $time }
desk-sent-back = renvoyé
desk-name-fixed = nom fixé
desk-name-fixed-by = { $invite }, nom fixé
desk-admit = Admettre
desk-deny = Refuser
desk-more = Plus
desk-admit-as-subscriber = Admettre comme spectateur
desk-admit-as-publisher = Admettre comme intervenant
desk-admit-as-moderator = Admettre comme modérateur
desk-admit-as-publisheronly = Admettre pour présenter seulement
desk-hold = Mettre de côté
desk-resume = Remettre en attente
desk-deny-why = Refuser et dire pourquoi
desk-reason-not-on-list = Pas sur la liste
desk-reason-wrong-time = Pas la bonne heure
desk-reason-wrong-room = Pas la bonne salle
desk-reason-room-full = La salle est pleine
desk-reason-unclear-name = Le nom n’est pas clair
desk-denied = { $name } : entrée refusée
desk-undo = Annuler

## Somebody in the call.

desk-make-subscriber = Rendre spectateur
desk-make-publisher = Rendre intervenant
desk-make-moderator = Rendre modérateur
desk-send-back = Renvoyer en attente
desk-remove = Retirer
desk-remove-for-good = Retirer définitivement
desk-mute = Couper le micro
desk-call-again = Appeler de nouveau
desk-stop-publishing = Arrêter caméra et micro
desk-mute-all = Couper tous les micros
desk-in-call-both = dans l’appel depuis { $time }, caméra et micro actifs
desk-in-call-camera = dans l’appel depuis { $time }, caméra active, micro coupé
desk-in-call-microphone = dans l’appel depuis { $time }, micro actif
desk-in-call-watching = dans l’appel depuis { $time }, regarde
desk-not-connected = admis { $time }, pas connecté
desk-away-not-connected = pas connecté, absent depuis { $time }
desk-hand = demande la parole
desk-enforcing = Retrait des anciens droits en cours

## What became of somebody, under "Earlier".

desk-ended-denied = Refusé
desk-ended-withdrawn = A quitté la file
desk-ended-gone = A perdu sa place
desk-ended-invite-revoked = Invitation retirée
desk-ended-removed = Retiré
desk-ended-blocked = Retiré et bloqué
desk-ended-left = A quitté l’appel
desk-ended-dropped = Connexion perdue
desk-ended-never-came = Admis, jamais venu
desk-ended-finished = Terminé
desk-ended-ended = Appel terminé
desk-ended-denied-for-good = Refusé et bloqué
desk-ended-by = par { $by }, { $time }
