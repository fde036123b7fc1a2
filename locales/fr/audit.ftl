## The log, as sentences. $actor, $guest, $name and the like are names of people; $said is what a host wrote.

log-what = Tout ce qui a été décidé ici. Personne ne peut le modifier. Les heures sont en UTC.
log-what-all = Tout ce qui a été décidé dans toutes les salles. Personne ne peut le modifier. Les heures sont en UTC.
log-timeline-what = Ce qui est arrivé à cet invité. Les heures sont en UTC.
log-whole = Tout le journal de la salle
log-empty = Rien pour l’instant
log-details = Détails
log-earlier = Entrées précédentes
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
log-denial-undone = { $actor } est revenu sur le refus de { $guest }.
log-held = { $actor } a mis { $guest } de côté.
log-resumed = { $actor } a remis { $guest } dans la file.
log-role-changed = { $actor } a changé le rôle de { $guest } : { $to }. Avant : { $from }.
log-sent-back = { $actor } a renvoyé { $guest } en salle d’attente.
    .reasoned = { $actor } a renvoyé { $guest } en salle d’attente : { $said }.
log-removed = { $actor } a retiré { $guest }.
    .blocked = { $actor } a retiré et bloqué { $guest }.
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
log-token-issued = { $guest } a reçu un jeton. Rôle : { $role }.
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
log-setting-host-label = ligne de l’hôte
log-setting-show-position = place dans la file
log-setting-name-in-token = noms à la plateforme
log-setting-token-seconds = secondes pour se connecter
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
log-webhook-created = { $actor } a créé un webhook vers { $name }.
log-webhook-changed = { $actor } a modifié le webhook vers { $name } : { $changed ->
    [enabled] activé
    [disabled] désactivé
   *[secret] nouveau secret
    }.
log-webhook-deleted = { $actor } a supprimé le webhook vers { $name }.
