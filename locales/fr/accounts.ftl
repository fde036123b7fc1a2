## Changing accounts: what it means, taking it back, and what the log says of it.

person-effect-first = Ce que cela signifie est dit d’abord.
person-leave-so = Laisser ainsi
person-is-disabled = Le compte de { $name } est maintenant désactivé.
person-can-undo = Vous pouvez revenir en arrière pendant une demi-minute.
person-is-yourself = C’est votre propre compte : ces pages vous seront alors fermées.
person-leaves-rooms = { $rooms ->
    [one] Une salle aura alors un hôte de moins.
   *[other] { $rooms } salles auront alors chacune un hôte de moins.
    }
person-sign-ins = { $count ->
    [0] { $name } n’est connecté nulle part.
    [one] { $name } est connecté dans un navigateur.
   *[other] { $name } est connecté dans { $count } navigateurs.
    }
person-sign-out-effect = Les pages ouvertes se ferment et les appels prennent fin aussitôt.
not-now-undo-over = Il est trop tard pour revenir en arrière. Faites vous-même le changement s’il est encore nécessaire.

account-role-enabled = activé
log-account-change-undone = { $actor } est revenu sur un changement de { $name } : de nouveau { $to }.
log-sign-ins-ended = { $actor } a déconnecté { $name } partout.
log-second-factor-set = { $name } a configuré un second facteur.
log-second-factor-removed = { $actor } a retiré le second facteur de { $name }.
log-second-factor-failed = Quelqu’un a saisi le mot de passe de { $name } puis un code erroné.
log-recovery-codes-made = { $name } a créé de nouveaux codes de secours.
log-recovery-code-used = { $count ->
    [one] { $name } a utilisé un code de secours ; il en reste { $count }.
   *[other] { $name } a utilisé un code de secours ; il en reste { $count }.
    }
log-installation-changed = { $actor } a changé les réglages de l’installation : { $changed }.
log-setting-second-factor = second facteur pour les admins
log-act-account-change-undone = Changement d’un compte annulé
log-act-sign-ins-ended = Déconnecté par un admin
log-act-second-factor-set = Second facteur configuré
log-act-second-factor-removed = Second facteur retiré
log-act-second-factor-failed = Second facteur erroné
log-act-recovery-codes-made = Nouveaux codes de secours
log-act-recovery-code-used = Code de secours utilisé
log-act-installation-changed = Réglages de l’installation changés
