## A room's pages beside the desk: settings and hosts.

room-page-title = { $page } – { $room } · Anteroom
room-back = La porte de { $room }
room-tab-invites = Invitations
room-tab-hosts = Hôtes
room-tab-settings = Réglages
room-tab-log = Journal

settings-saved = Enregistré.
settings-still-waiting = { $count ->
    [one] Une personne attend et continue d’attendre votre décision.
   *[other] { $count } personnes attendent et continuent d’attendre votre décision.
    }
settings-host-label = Ligne de l’hôte
settings-host-label-help = Les invités la lisent sous le titre. Vide, c’est le nom du propriétaire.
settings-token-seconds = Secondes pour se connecter
settings-token-seconds-help = Combien de temps après l’admission le jeton d’un invité est utilisable. De 30 à 2592000 (30 jours).
settings-door = La porte
settings-door-wrong = Veuillez choisir l’une de ces options.
settings-show-position = Montrer aux invités leur place dans la file
settings-name-in-token = Donner les noms à la plateforme vidéo
settings-name-in-token-help = Le nom de l’invité est alors lisible par tous dans l’appel et dans les journaux de la plateforme.
settings-save = Enregistrer

door-everyone-waits = Tout le monde attend
    .meaning = Personne n’entre avant d’être admis par un hôte.
door-trusted-enter = Les invitations de confiance entrent
    .meaning = Qui a un lien « Entre directement » entre ; tous les autres attendent.
door-everyone-enters = Tout le monde entre
    .meaning = Qui a un lien est aussitôt dans l’appel. Les personnes qui attendent maintenant continuent d’attendre.
door-closed = Fermée
    .meaning = Personne ne peut demander à entrer.

hosts-what = Ces personnes voient la porte de cette salle et décident.
hosts-owner = Propriétaire
hosts-co-host = Co-hôte
hosts-remove = Retirer
hosts-add-title = Ajouter un co-hôte
hosts-email-help = Une personne qui a un compte ici.
hosts-no-account = Personne n’a de compte ici avec cette adresse. Un admin peut en créer un.
hosts-add = Ajouter
hosts-only-owner = Seul le propriétaire ou un admin peut changer les hôtes ici.
