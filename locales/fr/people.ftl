## People and keys, for admins.

shared-undo = Annuler

people-what = Toutes les personnes qui peuvent se connecter : { $hosts ->
    [one] { $hosts } hôte
   *[other] { $hosts } hôtes
    }, { $admins ->
    [one] { $admins } admin
   *[other] { $admins } admins
    }.
people-found = { $count ->
    [0] Personne n’a été trouvé.
    [one] Une personne trouvée.
   *[other] { $count } personnes trouvées.
    }
people-new = Nouveau compte
people-search = Chercher par nom ou adresse e-mail
people-search-button = Chercher
people-name = Nom
people-role = Rôle
people-last-seen = Dernière visite
people-disabled = Désactivé
people-email-help = Elle sert à se connecter.
people-email-taken = Il existe déjà un compte avec cette adresse.
people-created = { $name } a maintenant un compte
people-first-password = Le premier mot de passe de { $email }. Transmettez-le maintenant : il n’est affiché que cette fois.
people-confirm-first = Pour changer quelque chose ici, veuillez saisir de nouveau votre mot de passe.
people-confirm = Saisir le mot de passe

person-since = Depuis
person-no-rooms = aucune
person-is-admin = { $name } est maintenant admin.
person-is-host = { $name } est maintenant hôte, et non plus admin.
person-make-admin-title = Faire de { $name } un admin ?
person-make-admin-effect = { $rooms ->
    [0] { $name } pourra admettre des invités dans toutes les salles, créer et désactiver des comptes et lire tout le journal.
    [one] { $name } pourra admettre des invités dans la seule salle qui existe, créer et désactiver des comptes et lire tout le journal.
   *[other] { $name } pourra admettre des invités dans les { $rooms } salles, créer et désactiver des comptes et lire tout le journal.
    } Cela s’applique aussitôt, même sur les pages ouvertes.
person-make-admin = Nommer admin
person-make-host-title = Faire de { $name } un simple hôte ?
person-make-host-effect = { $rooms ->
    [0] { $name } n’est hôte d’aucune salle et n’en verra aucune avant d’être ajouté à l’une d’elles.
    [one] { $name } ne pourra admettre des invités que dans une salle.
   *[other] { $name } ne pourra admettre des invités que dans { $rooms } salles.
    } Les comptes et le journal complet seront alors fermés à { $name }. Cela s’applique aussitôt, même sur les pages ouvertes.
person-make-host = Nommer hôte
person-reset-title = Donner un nouveau mot de passe
person-reset-effect = { $name } sera déconnecté partout. Vous voyez le nouveau mot de passe une fois et le transmettez.
person-reset = Nouveau mot de passe
person-new-password = Le nouveau mot de passe
person-new-password-once = Transmettez-le maintenant : il n’est affiché que cette fois. L’ancien ne fonctionne plus.
person-disable-title = Désactiver le compte
person-disable-effect = { $name } sera déconnecté partout et ne pourra plus se connecter. Ses salles restent.
person-disable = Désactiver
person-enable-title = Activer le compte
person-enable-effect = { $name } pourra se connecter de nouveau avec le même mot de passe.
person-enable = Activer

api-keys-title = Clés d’API
api-keys-what = Avec une clé, un programme agit comme admin ou au nom d’un compte.
api-keys-reference = Ce que les programmes peuvent faire
api-keys-none = Pas encore de clé
api-keys-name = Nom
api-keys-name-help = À quoi elle sert.
api-keys-account = Adresse e-mail d’un compte
api-keys-account-help = La clé peut alors ce que peut ce compte. Vide, elle peut tout.
api-keys-rights = Agit comme
api-keys-made = Créée
api-keys-new = Nouvelle clé
api-keys-create = Créer la clé
api-keys-created = Voici la clé { $name }

copy-banner = Cette base de données est une copie. Les liens, tickets et clés ne fonctionnent pas tant qu’un admin n’a pas décidé.
copy-banner-link = Décider
copy-title = Cette base de données est une copie
copy-what = Elle a été faite { $time }. Ce qui ouvrait alors des portes a pu être retiré depuis ; les liens, les tickets des invités et les clés d’API attendent donc votre décision.
copy-void-title = Les rendre inutilisables
copy-void-effect = Si l’original est perdu ou si quelqu’un a pu lire la copie. Il faudra de nouveaux liens et de nouvelles clés ; qui attendait ou était dans l’appel redemande à entrer.
copy-void = Les rendre inutilisables
copy-keep-title = Les laisser fonctionner de nouveau
copy-keep-effect = Si rien n’a été retiré depuis. Les invités retrouvent leur place telle qu’elle était au moment de la copie.
copy-keep = Les laisser fonctionner de nouveau

guests-title = Données des invités
guests-what = Les noms, notes, adresses et paroles sont effacés { $days ->
    [one] un jour
   *[other] { $days } jours
    } après une visite. Une salle peut prévoir moins. Ici, vous pouvez chercher quelqu’un, remettre ce qui est conservé ou l’effacer maintenant.
guests-room = Salle
guests-any-room = Toutes les salles
guests-invite = Lien
guests-asked = Demande
guests-none = Personne n’a été trouvé
guests-export = Exporter la sélection
guests-erase = Effacer la sélection
guests-erased = { $count ->
    [one] Les données d’un invité sont effacées.
   *[other] Les données de { $count } invités sont effacées.
    }
