## A second factor: setting it up, being asked for it, and what admins see of it.

factor-title = Second facteur
factor-what = Un code d’une application sur votre téléphone, en plus du mot de passe. Qui apprend votre mot de passe ne peut pas se connecter avec lui seul.
factor-needed = Ici, les admins ont besoin d’un second facteur. Veuillez le configurer pour continuer.
factor-no-password = Vous êtes connecté par un lien à usage unique et n’avez pas de mot de passe. Un second facteur en demande un.
factor-begin-title = Le configurer
factor-begin-what = Il vous faut une application d’authentification. Veuillez d’abord saisir votre mot de passe.
factor-scan-title = L’indiquer à votre application
factor-scan-what = Scannez ceci avec l’application ou tapez la clé. Saisissez ensuite les six chiffres qu’elle affiche.
factor-qr = Code QR pour l’application d’authentification
factor-key = Clé à taper
factor-code = Code
factor-code-wrong = Ce code n’est pas correct ou a déjà servi. Attendez le suivant.
factor-turn-on = L’activer
factor-state = État
factor-on = Activé
factor-off = Désactivé
factor-codes = Codes de secours
factor-codes-left = { $count ->
    [0] il n’en reste aucun
    [one] il en reste { $count }
   *[other] il en reste { $count }
    }
factor-codes-title = Vos codes de secours
factor-codes-once = Notez-les ou imprimez-les maintenant : ils ne sont affichés que cette fois. Chacun vous connecte une fois sans l’application.
factor-codes-new = Nouveaux codes de secours
factor-codes-new-what = Les anciens cessent de fonctionner.
factor-codes-make = Créer de nouveaux codes
factor-remove-title = Retirer le second facteur
factor-remove-what = Votre mot de passe suffira de nouveau. Saisissez encore une fois le mot de passe et un code.
factor-remove = Le retirer
factor-step-title = Saisissez votre code
factor-step-what = Votre mot de passe est correct. Maintenant le code de votre application.
factor-step-help = Six chiffres, ou l’un de vos codes de secours.
factor-step-lost = Ni application ni code de secours ? Un admin peut retirer votre second facteur.
factor-step-other = Se connecter avec un autre compte
error-second-factor-needed = Configurez un second facteur pour continuer.
    .title = Un second facteur est nécessaire
refused-second-factor-set = Il y a déjà un second facteur. Retirez-le d’abord.
refused-second-factor-needed = Ici, les admins ont besoin d’un second facteur : il reste donc.
refused-second-factor-first = Configurez d’abord votre propre second facteur. Sinon vous seriez aussitôt exclu.
person-factor-title = Retirer le second facteur
person-factor-effect = Pour le cas où { $name } l’a perdu. { $name } sera déconnecté partout, et le mot de passe seul suffira jusqu’à ce qu’un nouveau soit configuré. Assurez-vous que c’est bien { $name } qui le demande.
