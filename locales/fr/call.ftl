## The call, for guests and hosts.

call-title = Dans l’appel
call-people-in = Personnes dans l’appel
call-alone = Personne ne parle encore. Qui parlera apparaîtra ici.
call-needs-scripts = L’appel a besoin de scripts. Veuillez les autoriser pour cette page et la recharger.
call-not-in = Vous n’êtes pas dans l’appel en ce moment.
call-you = vous
call-muted = micro coupé
call-moderator = Modérateur
call-screen-of = écran
call-wants-to-speak = demande la parole

## How good the connection is.

call-quality-joining = entrée en cours…
call-quality-good = la connexion est bonne
call-quality-weak = la connexion est faible
call-quality-interrupted = la connexion est interrompue
call-lost = La connexion est interrompue. Nouvel essai…

## The controls.

call-controls = Vos commandes
call-mute = Couper le micro
call-unmute = Ouvrir le micro
call-camera = Caméra
call-share-screen = Partager l’écran
call-raise-hand = Lever la main
call-lower-hand = Baisser la main
call-step-down = Rendre la parole
call-people = Personnes
call-door = Porte
call-leave = Quitter
call-to-desk = À l’accueil
call-sound-on = Activer le son
call-close = Fermer

## The people in the call.

call-mute-person = Couper le micro
call-stop-person = Arrêter caméra et micro
call-remove-person = Retirer de l’appel
call-mute-everybody = Couper tous les micros
call-not-muted = Exclure de « Couper tous les micros »
call-in-call = dans l’appel
call-not-connected = pas connecté
call-make-subscriber = Rendre spectateur
call-make-publisher = Rendre intervenant
call-make-moderator = Rendre modérateur
call-send-back = Renvoyer en attente

## The door beside the call.

call-waiting = En attente
call-nobody-waits = Personne n’attend.
call-more-wait = D’autres attendent à l’accueil.
call-admit = Admettre
call-deny = Refuser

## Before joining, and when a host offers the stage.

call-before = Avant d’entrer
call-as = comme
call-join = Entrer
call-preview-off = Votre caméra est arrêtée
call-no-camera = Pas de caméra
call-no-microphone = Pas de micro
call-change-later = Vous pourrez le changer à tout moment pendant l’appel.
call-offer-title = L’hôte vous invite à parler.
call-offer-text = Personne ne vous voit ni ne vous entend avant que vous ne le disiez.
call-offer-accept = Activer caméra et micro
call-offer-decline = Rester spectateur

## When the call is over for this page.

call-replaced-title = Vous êtes entré depuis un autre onglet ou appareil.
call-replaced-text = L’appel continue là-bas. Vous pouvez le ramener sur cette page.
call-use-here = Utiliser ici
call-removed-title = Vous n’êtes plus dans l’appel.
call-removed-text = Un modérateur a mis fin à l’appel pour vous.
call-failed-title = L’appel ne fonctionne pas sur cette page.
call-failed-text = Veuillez recharger la page. Si cela ne suffit pas, essayez un autre navigateur.
call-full-title = L’appel est complet.
call-full-text = Personne d’autre ne peut entrer pour le moment. Veuillez réessayer un peu plus tard.
call-unsupported-title = Cette page ne peut pas participer à l’appel.
call-unsupported-text = Veuillez la recharger. Si cela ne suffit pas, dites-le à l’hôte.
call-reload = Recharger
call-to-door = À la salle d’attente

## Short news.

call-now-subscriber = Vous êtes maintenant spectateur.
call-now-publisher = Vous pouvez maintenant parler.
call-now-publisheronly = On peut maintenant vous voir et vous entendre. Vous ne voyez pas les autres.
call-now-moderator = Vous êtes maintenant modérateur.
call-was-muted = Un modérateur a coupé votre micro.
call-was-stopped = Un modérateur a arrêté votre caméra et votre micro.
call-hand-up = Votre main est levée. L’hôte le voit.
call-media-denied = Le navigateur ne donne ni caméra ni micro. Vous regardez. Pour les ajouter, autorisez les deux à côté de la barre d’adresse, puis appuyez sur Caméra.
call-media-missing = Aucune caméra ni aucun micro n’a été trouvé. Vous regardez. Branchez-en un, puis appuyez sur Caméra.
call-media-insecure = Les navigateurs ne donnent pas de caméra sur une page sans https. Vous pouvez regarder ; demandez à l’hôte un lien sécurisé pour être vu et entendu.
call-camera-missing = Aucune caméra n’a été trouvée. Les autres peuvent vous entendre.
call-microphone-missing = Aucun micro n’a été trouvé. Les autres peuvent vous voir.
call-camera-ended = Votre caméra s’est arrêtée. Appuyez sur Caméra pour réessayer.
call-act-failed = Cela n’a pas fonctionné. Veuillez réessayer.
call-publish-failed = Les autres ne peuvent pas encore vous voir ni vous entendre. Nouvel essai…
