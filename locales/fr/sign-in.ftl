## The start page, signing in and out, and giving the password again.

start-title = Bienvenue sur Anteroom
start-what = Une salle d’attente pour les séances vidéo : les invités demandent à entrer, un hôte les fait entrer.
start-invited = Si vous êtes invité, utilisez le lien que vous avez reçu.
start-hosts = Pour les hôtes et les admins

sign-in-title = Se connecter
sign-in-for-whom = Pour les hôtes et les admins. Les invités n’ont besoin que de leur lien d’invitation.
sign-in-email = Adresse e-mail
sign-in-password = Mot de passe
sign-in-failed = L’adresse e-mail et le mot de passe ne vont pas ensemble. Veuillez réessayer.
sign-in-forgotten = Mot de passe oublié ? Un admin peut vous en donner un nouveau.

one-time-link-title = Votre accueil est prêt
one-time-link-who = Ce lien vous connecte comme { $name } et ne fonctionne qu’une fois.
one-time-link-open = Ouvrir l’accueil
one-time-link-not-you = Ce n’est pas vous ? Fermez cette page ; rien n’a encore été utilisé.

sign-ins-title = Vos connexions
sign-ins-what = Là où vous êtes connecté. Mettez fin à ce que vous ne connaissez pas.
sign-ins-browser = Navigateur
sign-ins-unknown-browser = Navigateur inconnu
sign-ins-address = Adresse
sign-ins-since = Connexion
sign-ins-last-used = Dernière utilisation
sign-ins-this = Celle-ci
sign-ins-everywhere = Se déconnecter partout

confirm-title = Veuillez confirmer que c’est vous
confirm-why = Ce que font les admins demande de nouveau le mot de passe après 15 minutes.
confirm-go-on = Continuer
confirm-wrong = Ce mot de passe n’est pas le bon. Veuillez réessayer.
confirm-no-password = Vous êtes connecté par un lien à usage unique et n’avez pas de mot de passe. Connectez-vous par un nouveau lien pour continuer.

setup-page-title = Installer Anteroom
setup-title = Bienvenue
setup-what = Vous êtes le premier admin. Cette page ne fonctionne qu’une fois.
setup-name = Votre nom
setup-email-help = Elle vous sert à vous connecter.
setup-password-help = Au moins 8 caractères ; 15 ou plus, c’est mieux.
setup-create = Créer le compte
