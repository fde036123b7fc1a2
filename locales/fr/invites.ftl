## Invites of a room.

shared-copy = Copier
shared-copied = Copié.
shared-never = jamais

invites-what = Un lien permet de demander à entrer, avec un rôle que vous choisissez.
invites-rotate = Remplacer tous les liens
invites-not-made = L’invitation n’a pas été créée.
invites-see-form = Voir ce qu’il faut corriger
invites-link = Voici le nouveau lien
invites-link-for = Voici le lien pour { $name }
invites-only-once = Copiez-le maintenant : il n’est affiché que cette fois.
invites-qr = Code QR du lien d’invitation
invites-none = Pas encore d’invitation
invites-none-next = Créez-en une ci-dessous et envoyez son lien à vos invités.
invites-no-label = Sans libellé
invites-uses = Utilisations
invites-uses-of = { $uses } sur { $most }
invites-uses-unlimited = { $uses }, sans limite
invites-last-used = Dernière utilisation
invites-waiting = En attente
invites-waiting-count = { $count ->
    [0] personne
   *[other] { $count }
    }
invites-state = État
invites-passcode = code d’accès
invites-direct = entre directement
invites-revoke = Retirer
invites-more = Autres invitations
invites-new = Nouvelle invitation
invites-create = Créer l’invitation

invite-state-open = ouverte, se termine
invite-state-early = s’ouvre
invite-state-expired = expirée
invite-state-used-up = épuisée
invite-state-revoked = retirée

invite-label = Libellé
invite-label-help = Seuls les hôtes le voient, à côté de chaque invité.
invite-role = Rôle dans l’appel
invite-guest-name = Nom de l’invité
invite-guest-name-help = Fixe le nom ; le lien vaut alors pour une personne.
invite-max-uses = Nombre d’utilisations
invite-max-uses-help = Vide : 1 pour un invité nommé, sans limite pour les autres.
invite-max-uses-wrong = Au moins 1, ou laissez vide.
invite-not-before = Pas avant
invite-not-before-help = En UTC.
    .local = À votre heure locale.
invite-not-before-wrong = Veuillez donner une date et une heure.
invite-expires-in-hours = Expire après, en heures
invite-expires-in-hours-help = À partir de maintenant, ou de « Pas avant ». Un an au plus (8784).
invite-expires-in-hours-wrong = Veuillez donner un nombre entier d’heures, pour une fin dans l’année (8784).
invite-passcode = Code d’accès
invite-passcode-help = Les invités doivent le saisir. 4 à 64 caractères.
invite-passcode-wrong = Veuillez utiliser 4 à 64 caractères, ou laisser vide.
invite-entry = À la porte
entry-wait = Attend
    .meaning = Vous faites entrer chaque invité.
entry-direct = Entre directement
    .meaning = Qui a le lien est aussitôt dans l’appel.

revoke-title = Retirer { $name } ?
revoke-what = Le lien cesse aussitôt de fonctionner.
revoke-waiting = { $count ->
    [0] Personne n’attend par ce lien.
    [one] La personne qui attend par ce lien apprend qu’il a été retiré.
   *[other] Les { $count } personnes qui attendent par ce lien apprennent qu’il a été retiré.
    }
revoke-in-call = { $count ->
    [0] Personne dans l’appel n’est venu par ce lien.
    [one] Une personne dans l’appel reste.
   *[other] { $count } personnes dans l’appel restent.
    }
revoke-remove-too = Les retirer aussi
revoke-remove-too-whom = { $count ->
    [one] La seule personne dans l’appel venue par ce lien.
   *[other] Les { $count } personnes dans l’appel venues par ce lien.
    }
revoke-keep = La garder

rotate-title = Remplacer tous les liens ?
rotate-what = Chaque lien de cette salle cesse aussitôt de fonctionner, et chacun en reçoit un nouveau avec les mêmes réglages, affiché une fois. Les personnes qui attendent gardent leur place ; celles dans l’appel restent.
rotate-keep = Les garder
