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
desk-rehearsal = Ce que voient les invités
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
desk-search = Chercher à la porte
    .hint = Nom, note ou invitation
desk-search-now = Chercher
desk-only = Afficher
desk-only-everyone = Tout le monde
desk-only-away = Absents
desk-only-held = Mis de côté
desk-only-same-name = Même nom
desk-nobody-found = Personne à la porte ne correspond.
desk-nobody-waits = Personne n’attend.
    .next = Qui ouvre votre lien d’invitation et demande à entrer apparaît ici.
desk-held = Mis de côté
desk-earlier = Auparavant
desk-earlier-empty = Personne pour l’instant. Qui a été refusé, est parti ou a renoncé figure ici.
desk-call-title = Dans l’appel
desk-join-call = Entrer dans l’appel
desk-unheard = La plateforme vidéo ne dit pas à ce serveur qui arrive et qui part. Ce que vous voyez ici vient des pages des invités ; qui part peut rester affiché une minute de plus.
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
desk-timeline = Chronologie
desk-admit-as-subscriber = Admettre comme spectateur
desk-admit-as-publisher = Admettre comme intervenant
desk-admit-as-moderator = Admettre comme modérateur
desk-admit-as-publisheronly = Admettre pour présenter seulement
desk-hold = Mettre de côté
desk-resume = Remettre en attente
desk-hold-with-words = Mettre de côté avec un message
desk-message = Message
desk-claim = Je m’occupe de cet invité
desk-release = Rendre
desk-claimed = { $by } s’en occupe
desk-transfer = Déplacer dans une autre salle
desk-said = message :
desk-deny-words = Refuser avec vos propres mots
desk-deny-for-good = Refuser et bloquer
desk-send-back-with-words = Renvoyer en attente avec un message
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
desk-in-call-publishing = dans l’appel depuis { $time }, caméra ou micro actif
desk-in-call-watching = dans l’appel depuis { $time }, regarde
desk-not-connected = admis { $time }, pas connecté
desk-away-not-connected = pas connecté, absent depuis { $time }
desk-hand = demande la parole
desk-enforcing = Retrait des anciens droits en cours
desk-enforcing-overdue = Peut-être encore connecté
## A banner: connections that the video platform has not ended for ten minutes.
desk-enforcement-alarm = Une personne retirée ou au rôle changé est peut-être encore connectée. La plateforme vidéo ne l’a pas confirmé depuis plus de 10 minutes ; ce serveur continue d’essayer.

## What became of somebody, under "Earlier".

desk-ended-denied = Refusé
desk-ended-denied-for-good = Refusé et bloqué
desk-ended-moved = Déplacé dans une autre salle
desk-ended-withdrawn = A quitté la file
desk-ended-gone = A perdu sa place
desk-ended-invite-revoked = Invitation retirée
desk-ended-removed = Retiré
desk-ended-blocked = Retiré et bloqué
desk-ended-left = A quitté l’appel
desk-unblock = Laisser redemander
desk-lock = Fermer la porte
desk-unlock = Ouvrir la porte
desk-next = Suivant
desk-denied-before = { $count ->
    [one] déjà refusé
   *[other] déjà refusé { $count } fois
    }
desk-returning = revient
desk-ended-dropped = Connexion perdue
desk-ended-never-came = Admis, jamais venu
desk-ended-finished = Terminé
desk-ended-ended = Appel terminé
desk-ended-by = par { $by }, { $time }

## About many guests at once.

desk-cancel = Annuler
desk-pick = Sélectionner { $name }
desk-admit-shown = Admettre { $count }
desk-admit-picked = Admettre la sélection
desk-admit-picked-count = Admettre la sélection ({ $count })
desk-deny-picked = Refuser la sélection
desk-deny-picked-count = Refuser la sélection ({ $count })
desk-message-all = Message à tous
many-admitted = { $count ->
    [one] { $count } admis.
   *[other] { $count } admis.
    }
many-denied = { $count ->
    [one] { $count } refusé.
   *[other] { $count } refusés.
    }
many-left = { $name } : { $why }
many-others = { $count ->
    [one] Une autre demande avait changé.
   *[other] { $count } autres demandes avaient changé.
    }
many-nobody = Personne n’est sélectionné. Cochez d’abord les invités.

## Where a host types.

words-message = Message à { $name }
    .button = Envoyer
words-message-all = Message à tous ceux qui attendent
    .button = Envoyer à tous
words-hold = Mettre { $name } de côté
    .button = Mettre de côté
words-deny = Refuser { $name }
    .button = Refuser
words-send-back = Renvoyer { $name } en salle d’attente
    .button = Renvoyer
words-transfer = Déplacer { $name } dans une autre salle
    .button = Déplacer
words-transfer-help = L’invité garde l’heure de sa demande, et sa page suit d’elle-même.
words-room = Salle
words-no-room = Vous n’avez pas d’autre salle.
words-label = Ce que lit l’invité
words-help = 280 caractères au plus.
words-phrases = Ou envoyer d’une pression
words-edit-phrases = Modifier ces phrases
phrases-title = Phrases
phrases-what = Ce que vous dites souvent à ceux qui attendent : une pression pour chacune. Vide, c’est la phrase habituelle.
phrases-label = Phrase { $number }
phrase-1 = Nous serons à vous dans quelques minutes.
phrase-2 = Nous avons un peu de retard. Merci de patienter.
phrase-3 = Veuillez préparer votre caméra et votre micro.
phrase-4 = Veuillez rester sur cette page. Vous êtes au bon endroit.
