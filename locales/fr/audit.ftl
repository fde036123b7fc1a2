## The log, as sentences. $actor, $guest, $name and the like are names of people; $said is what a host wrote.

log-what = Tout ce qui a été décidé ici. Personne ne peut le modifier. Les heures sont en UTC.
log-what-all = Tout ce qui a été décidé dans toutes les salles. Personne ne peut le modifier. Les heures sont en UTC.
log-timeline-what = Ce qui est arrivé à cet invité. Les heures sont en UTC.
log-whole = Tout le journal de la salle
log-empty = Rien pour l’instant
log-details = Détails
log-earlier = Entrées précédentes
log-later = Entrées suivantes
log-pages = Pages du journal
log-files = Garder cette partie dans un fichier :
log-none-found = Rien dans le journal ne correspond
log-head-title = Le bout de la chaîne
log-head-what = Chaque entrée contient l’empreinte de la précédente. Notez ce numéro et cette empreinte ailleurs : ils prouveront que rien d’antérieur n’a été modifié.

log-filter-who = Qui
log-filter-guests = Invités
log-filter-what = Quoi
log-filter-room = Salle
log-filter-from = Du
log-filter-to = Jusqu’au, jour compris
log-filter-any = Tous
log-filter-show = Afficher
log-filter-clear = Tout afficher
log-timeline = Chronologie de cet invité
log-system = Anteroom

log-detail-when = Quand
log-detail-from = Depuis
log-detail-by = Par
log-detail-entry = Entrée
log-detail-hash = Empreinte
log-erased = (effacé)
log-detail-generation = Génération
log-detail-expires-at = Utilisable jusqu’à
log-actor-guest = l’invité
log-actor-account = une personne connectée
log-actor-api-key = un programme avec une clé
log-actor-system = le serveur

log-other = { $actor } : { $action }.
log-admission-requested = { $guest } a demandé à entrer.
    .labelled = { $guest } a demandé à entrer par { $label }.
log-entered-directly = { $guest } est entré directement. Rôle : { $role }.
log-admitted = { $actor } a admis { $guest }. Rôle : { $role }.
log-denied = { $actor } a refusé { $guest }.
    .reasoned = { $actor } a refusé { $guest } : { $said }.
    .blocked = { $actor } a refusé et bloqué { $guest }.
log-denial-undone = { $actor } est revenu sur le refus de { $guest }.
log-reconsidered = { $actor } a changé d’avis et repris { $guest }.
log-messaged = { $actor } a écrit à { $guest }.
    .reasoned = { $actor } a écrit à { $guest } : { $said }.
log-moved-away = { $actor } a déplacé { $guest } dans la salle { $title }.
log-moved-in = { $actor } a déplacé { $guest } ici depuis la salle { $title }.
log-held = { $actor } a mis { $guest } de côté.
log-resumed = { $actor } a remis { $guest } dans la file.
log-role-changed = { $actor } a changé le rôle de { $guest } : { $to }. Avant : { $from }.
log-sent-back = { $actor } a renvoyé { $guest } en salle d’attente.
    .reasoned = { $actor } a renvoyé { $guest } en salle d’attente : { $said }.
log-removed = { $actor } a retiré { $guest }.
    .blocked = { $actor } a retiré et bloqué { $guest }.
log-came-back = { $guest } est revenu après { $length } d’absence.
log-away-seconds = { $count } s
log-away-minutes = { $count } min
log-withdrawn = { $guest } a quitté la file.
log-expired = { $guest } n’attend plus : { $cause }.
log-cause-gone = absence trop longue
log-cause-invite-revoked = l’invitation a été retirée
log-left = { $guest } a quitté l’appel.
log-departed = { $guest } est sorti de l’appel : { $how }.
log-how-dropped = la connexion a été perdue
log-how-never-came = admis, et jamais venu
log-how-finished = terminé, le suivant est venu
log-how-ended = l’appel a pris fin
log-unblocked = { $actor } permet à { $guest } de redemander.
log-returned = { $guest } est revenu dans l’appel.
log-token-issued = { $guest } a reçu un jeton. Rôle : { $role }, utilisable jusqu’à { $until }.
log-connected = { $guest } s’est connecté à l’appel. Rôle : { $role }.
log-disconnected = { $guest } a été déconnecté de l’appel.
log-muted = { $actor } a coupé le micro de { $guest }.
log-publishing-stopped = { $actor } a arrêté la caméra et le micro de { $guest }.
log-all-muted = { $actor } a coupé le micro de tout le monde.

log-reason-not-on-list = pas sur la liste
log-reason-wrong-time = pas la bonne heure
log-reason-wrong-room = pas la bonne salle
log-reason-room-full = la salle est pleine
log-reason-unclear-name = le nom n’est pas clair

log-room-created = { $actor } a créé la salle { $title }.
log-room-changed = { $actor } a modifié les réglages : { $changed }.
log-setting-title = titre
log-setting-door = porte
log-setting-phrases = phrases
log-setting-host-label = ligne de l’hôte
log-setting-show-position = place dans la file
log-setting-name-in-token = noms à la plateforme
log-setting-token-seconds = secondes pour se connecter
log-setting-keep-days = jours de conservation des données
log-setting-return-minutes = retour
log-setting-gone-minutes = places des absents
log-setting-admit-on-arrival = admettre à l’arrivée d’un hôte
log-setting-when-hosts-leave = quand les hôtes partent
log-setting-most-in-call = personnes dans l’appel
log-setting-most-waiting = personnes en attente
log-setting-one-at-a-time = un à la fois
log-setting-closed-message = mot sur la porte fermée
log-setting-questions = questions
log-door-locked = { $actor } a fermé la porte.
log-door-unlocked = { $actor } a rouvert la porte.
log-host-arrived = Un hôte est arrivé.
log-hosts-gone = Le dernier hôte était parti depuis une minute : { $rule }.
log-rule-go-on = l’appel a continué
log-rule-pause = tout le monde attend de nouveau
log-rule-end = l’appel a pris fin
log-setting-session-id = séance
log-host-added = { $actor } a ajouté { $name } comme co-hôte.
log-host-removed = { $actor } a retiré { $name } comme co-hôte.
log-invite-created = { $actor } a créé une invitation sans libellé : { $role }, { $entry }.
    .labelled = { $actor } a créé l’invitation { $label } : { $role }, { $entry }.
log-entry-wait = attend
log-entry-direct = entre directement
log-invite-revoked = { $actor } a retiré une invitation sans libellé.
    .labelled = { $actor } a retiré l’invitation { $label }.
log-links-rotated = { $count ->
    [one] { $actor } a remplacé tous les liens : un est nouveau.
   *[other] { $actor } a remplacé tous les liens : { $count } sont nouveaux.
    }

log-set-up = { $name } a installé Anteroom.
log-account-created = { $actor } a créé un compte pour { $name } : { $role }.
log-account-role-changed = { $actor } a changé le rôle de { $name } : { $to }. Avant : { $from }.
log-account-disabled = { $actor } a désactivé le compte de { $name }.
log-account-enabled = { $actor } a activé le compte de { $name }.
log-password-changed = { $actor } a donné un nouveau mot de passe à { $name }.
log-signed-in = { $name } s’est connecté.
log-sign-in-failed = Quelqu’un n’a pas réussi à se connecter comme { $email }.
    .unknown = Quelqu’un n’a pas réussi à se connecter.
log-signed-out = { $name } s’est déconnecté.
log-api-key-created = { $actor } a créé la clé d’API { $name } : { $scope }.
log-api-key-revoked = { $actor } a retiré la clé d’API { $name }.

account-role-host = Hôte
account-role-admin = Admin

log-copy-confirmed = { $actor } a décidé des liens, tickets et clés d’une copie restaurée : { $access }.
log-access-keep = ils fonctionnent de nouveau
log-access-void = ils ne valent plus

log-erased-guest = un invité (effacé)
log-guest-erased = { $actor } a effacé ce que { $guest } avait indiqué.
log-guest-exported = { $actor } a exporté ce qui est conservé de { $guest }.
log-webhook-created = { $actor } a créé un webhook vers { $name }.
log-webhook-changed = { $actor } a modifié le webhook vers { $name } : { $changed ->
    [enabled] activé
    [disabled] désactivé
   *[secret] nouveau secret
    }.
log-webhook-deleted = { $actor } a supprimé le webhook vers { $name }.

## Names of the acts, for choosing one.

log-act-admission-requested = Demande d’entrée
log-act-entered-directly = Entrée directe
log-act-admitted = Admission
log-act-denied = Refus
log-act-denial-undone = Refus annulé
log-act-reconsidered = Reprise d’un invité
log-act-messaged = Message envoyé
log-act-moved-away = Déplacement vers une autre salle
log-act-moved-in = Arrivée depuis une autre salle
log-act-held = Mise de côté
log-act-resumed = Remise dans la file
log-act-role-changed = Rôle dans l’appel changé
log-act-sent-back = Renvoi en salle d’attente
log-act-removed = Retrait
log-act-came-back = Retour
log-act-withdrawn = Départ de la file
log-act-expired = Attente terminée
log-act-left = Départ de l’appel
log-act-departed = Sortie de l’appel
log-act-unblocked = Blocage levé
log-act-returned = Retour dans l’appel
log-act-token-issued = Jeton remis
log-act-connected = Connexion à l’appel
log-act-disconnected = Déconnexion de l’appel
log-act-muted = Micro coupé
log-act-publishing-stopped = Caméra et micro arrêtés
log-act-all-muted = Tous les micros coupés
log-act-room-created = Salle créée
log-act-room-changed = Réglages d’une salle modifiés
log-act-door-locked = Porte fermée
log-act-door-unlocked = Porte rouverte
log-act-host-arrived = Arrivée d’un hôte
log-act-hosts-gone = Départ du dernier hôte
log-act-host-added = Co-hôte ajouté
log-act-host-removed = Co-hôte retiré
log-act-invite-created = Invitation créée
log-act-invite-revoked = Invitation retirée
log-act-links-rotated = Liens remplacés
log-act-set-up = Installation d’Anteroom
log-act-account-created = Compte créé
log-act-account-role-changed = Rôle d’un compte changé
log-act-account-disabled = Compte désactivé
log-act-account-enabled = Compte activé
log-act-password-changed = Nouveau mot de passe
log-act-signed-in = Connexion d’un compte
log-act-sign-in-failed = Échec de connexion
log-act-signed-out = Déconnexion d’un compte
log-act-api-key-created = Clé d’API créée
log-act-api-key-revoked = Clé d’API retirée
log-act-copy-confirmed = Décision sur une copie restaurée
log-act-guest-erased = Données d’un invité effacées
log-act-guest-exported = Données d’un invité exportées
log-act-webhook-created = Webhook créé
log-act-webhook-changed = Webhook modifié
log-act-webhook-deleted = Webhook supprimé
