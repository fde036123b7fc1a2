webhooks-title = Webhooks
webhooks-what = D’autres systèmes apprennent, à leur propre adresse, ce qui se passe dans les salles.
webhooks-none = Pas encore de webhook
webhooks-url = Adresse
webhooks-url-help = Elle commence par https:// et n’est pas d’un réseau privé.
webhooks-events = Événements
webhooks-events-help = Des noms comme admitted ou denied, séparés par des espaces. Vide, tous.
webhooks-new = Nouveau webhook
webhooks-create = Créer le webhook
webhooks-on = Activé
webhooks-off = Désactivé
webhooks-failing = { $count ->
    [one] { $count } essai échoué
   *[other] { $count } essais échoués
    }
webhooks-secret = Le secret qui signe
webhooks-secret-what = Donnez-le maintenant à l’autre système : il n’est affiché que cette fois.
webhooks-test = Envoyer un essai
webhooks-disable = Désactiver
webhooks-enable = Activer
webhooks-renew-secret = Nouveau secret
webhooks-delete = Supprimer
webhooks-deliveries = Ce qui a été envoyé
webhooks-deliveries-none = Rien pour l’instant.
webhooks-sequence = Numéro
webhooks-event = Événement
webhooks-state = État
webhooks-state-pending = En attente
webhooks-state-delivered = Reçu
webhooks-state-failed = Abandonné
webhooks-tries = Essais
webhooks-tried = Dernier essai
webhooks-again = Renvoyer
