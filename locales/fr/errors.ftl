## Error pages and problem documents. The value says what happened and what to do next; .title is the heading.

error-malformed = Nous n’avons pas pu lire cette demande. Revenez en arrière et réessayez.
    .title = Cela n’a pas fonctionné
error-sign-in-needed = Connectez-vous pour continuer.
    .title = Veuillez vous connecter
error-cross-site = Cette demande venait d’un autre site, rien n’a donc été modifié. Ouvrez la page ici et réessayez.
    .title = Demande d’un autre site
error-not-found = Il n’y a rien ici. Vérifiez le lien, ou demandez à la personne qui vous l’a envoyé.
    .title = Page introuvable
error-method-not-allowed = Cette adresse ne peut pas être utilisée ainsi. Revenez en arrière et réessayez.
    .title = Cela n’a pas fonctionné
error-body-too-slow = Votre demande a mis trop de temps à arriver. Vérifiez votre connexion et réessayez.
    .title = Trop lent
error-body-too-large = C’est plus que nous ne pouvons accepter en une fois. Raccourcissez et réessayez.
    .title = Trop volumineux
error-wrong-body-type = Le type de contenu doit être { $expected }.
    .title = Type de contenu inconnu
error-wrong-host = Ce serveur ne répond pas à cette adresse. Utilisez l’adresse qui vous a été donnée.
    .title = Mauvaise adresse
error-bad-value = La valeur de « { $field } » ne peut pas être utilisée. Corrigez-la et réessayez.
    .title = Veuillez vérifier votre saisie
error-lost-race = Quelqu’un d’autre a déjà décidé.
    .title = Déjà décidé
error-not-now = Ce n’est pas possible en ce moment.
    .title = Pas possible maintenant
error-gone = Ce lien ne fonctionne plus. Demandez-en un nouveau à la personne qui vous l’a envoyé.
    .title = Plus valable
error-not-allowed = Ce n’est pas possible ici.
    .title = Pas possible
error-too-many = { $seconds ->
    [one] Trop d’essais. Réessayez dans { $seconds } seconde.
   *[other] Trop d’essais. Réessayez dans { $seconds } secondes.
    }
    .title = Un instant, s’il vous plaît
error-crowded = { $seconds ->
    [one] Tant de personnes attendent ici que personne d’autre ne le peut. Réessayez dans { $seconds } seconde.
   *[other] Tant de personnes attendent ici que personne d’autre ne le peut. Réessayez dans { $seconds } secondes.
    }
    .title = La salle d’attente est pleine
error-busy = { $seconds ->
    [one] Nous ne pouvons pas enregistrer de changements pour le moment. Réessayez dans { $seconds } seconde.
   *[other] Nous ne pouvons pas enregistrer de changements pour le moment. Réessayez dans { $seconds } secondes.
    }
    .title = Occupé pour le moment
error-internal = Quelque chose n’a pas fonctionné de notre côté. Réessayez ; si cela se reproduit, dites-le à la personne qui gère ce serveur.
    .title = Quelque chose n’a pas fonctionné
error-page-home = Aller à la page de départ
error-confirmation-needed = Saisissez de nouveau votre mot de passe pour continuer.
    .title = Veuillez confirmer que c’est vous
error-no-video = { $seconds ->
    [one] La séance vidéo est injoignable pour le moment. Réessayez dans { $seconds } seconde.
   *[other] La séance vidéo est injoignable pour le moment. Réessayez dans { $seconds } secondes.
    }
    .title = Pas de vidéo pour le moment
