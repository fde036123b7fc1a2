## The guest's pages, from the link to the door of the call.

guest-foot = Rien sur cette page ne vient d’autres sites.
optional = (facultatif)
room-with = avec

join-name = Votre nom
join-name-help = Le nom sous lequel l’hôte vous connaît.
join-passcode = Code d’accès
join-passcode-help = Il accompagnait votre invitation.
join-note = Note pour l’hôte
join-ask = Demander à entrer
join-for = Cette invitation est pour
join-not-you = Ce n’est pas vous ? Demandez un lien à votre nom à la personne qui vous l’a envoyé.
join-promise = L’hôte voit votre nom et votre note et vous fait entrer. D’ici là, personne ne vous voit ni ne vous entend.

check-title = Vérifier la caméra et le micro
check-off = Votre caméra est arrêtée
check-denied = Le navigateur ne donne ni caméra ni micro. Vous pouvez entrer sans eux.
check-insecure = Les navigateurs ne donnent pas de caméra sur une page sans https. Vous pouvez entrer et regarder.
check-start = Activer
check-sound = Jouer un son d’essai
check-camera = Caméra
check-microphone = Micro
check-level = Votre volume
check-help = Personne ne voit ni n’entend cet essai. Vous pouvez aussi entrer sans caméra ni micro.

link-unknown-text = Il est peut-être mal saisi, ou coupé lors de la copie. Ouvrez-le de nouveau depuis le message reçu, ou demandez-en un nouveau à la personne qui vous l’a envoyé.
link-early-text = Vous pouvez laisser cette page ouverte : le formulaire apparaît de lui-même.
link-opens = Ouverture :
link-expired-text = Demandez-en une nouvelle à la personne qui vous a invité.
link-used-up-text = Elle était pour une seule personne. Si c’était vous, ouvrez-la dans le navigateur utilisé auparavant. Sinon, demandez un lien à votre nom à la personne qui vous a invité.
link-revoked-text = L’hôte l’a remplacée ou annulée. Demandez-en une nouvelle à la personne qui vous a invité.
link-room-closed-text = Personne ne peut demander à entrer pour le moment. Demandez à la personne qui vous a invité quand la salle rouvrira.
join-no-choice = Veuillez choisir l’une des réponses.
answer-yes = Oui
answer-no = Non
link-look-again = Regarder de nouveau

here-waiting = Vous êtes au bon endroit.
here-waiting-text = L’hôte voit que vous attendez.
here-look-away = Vous pouvez faire autre chose ; laissez cette page ouverte, elle ouvrira l’appel d’elle-même.
here-no-script = Cette page cherche des nouvelles toutes les 10 secondes.
here-closed = La porte est fermée pour l’instant.
here-closed-text = Vous gardez votre place. Cette page change d’elle-même quand l’hôte ouvre la porte ou vous fait entrer.
here-paused = L’appel est en pause.
here-paused-text = L’hôte est parti, tout le monde attend donc de nouveau dans le même ordre. Vous n’avez pas à redemander.
here-sent-back = Vous êtes de retour dans la salle d’attente.
here-sent-back-text = L’hôte vous a placé ici pour l’instant. Vous êtes en tête de la file, et cette page change d’elle-même quand on vous fait entrer.
here-message = Message de l’hôte
here-held = Veuillez patienter encore un peu.
here-held-text = L’hôte vous a vu et reviendra vers vous. Votre place est gardée.
here-asked = Demande faite
here-position = { $position ->
    [one] vous êtes le prochain
   *[other] numéro { $position } dans la file
    }
here-host-here = Un hôte est là
here-usual-wait = { $minutes ->
    [one] d’habitude environ { $minutes } minute
   *[other] d’habitude environ { $minutes } min
    }
here-host-not = La séance n’a pas encore commencé : aucun hôte n’est là. Votre place est gardée.
here-chime = Jouer un son quand on me fait entrer
here-leave-queue = Quitter la file
here-admitted = Vous pouvez entrer.
here-admitted-as = Vous entrez comme
here-call-needs-scripts = L’appel lui-même a besoin de scripts. Veuillez les autoriser pour cette page.
here-join-call = Entrer dans l’appel
here-leave-call = Quitter l’appel
here-denied = Vous n’avez pas pu entrer cette fois.
here-denied-reason = L’hôte précise :
here-denied-when = Vous pouvez redemander
here-denied-offer = Cette page le propose d’elle-même.
here-mistake = Si vous pensez qu’il s’agit d’une erreur, écrivez à la personne qui vous a invité.
here-ask-again = Redemander
here-withdrawn = Vous avez quitté la file.
here-withdrawn-text = L’hôte ne vous voit plus. Si vous changez d’avis, vous pouvez redemander ; vous serez en fin de file.
here-invite-revoked = Votre invitation a été retirée.
here-invite-revoked-text = L’hôte a annulé le lien par lequel vous êtes venu, vous n’êtes donc plus dans la file. Demandez-en un nouveau à la personne qui vous a invité.
here-expired = Votre place dans la file a été libérée.
here-expired-text = Cette page n’a plus donné signe de vie pendant longtemps. Si vous êtes encore là, vous pouvez redemander.
here-removed = Vous n’êtes plus dans l’appel.
here-removed-text = L’hôte a mis fin à l’appel pour vous.
here-left = Vous avez quitté l’appel.
here-dropped = Vous n’étiez plus dans l’appel.
here-dropped-text = Votre connexion a été perdue plus longtemps que votre place n’est gardée. Vous pouvez redemander à entrer.
here-never-came = Votre place a été libérée.
here-never-came-text = On vous a fait entrer alors que cette page était absente, et la place a été gardée 5 minutes. Si vous êtes là maintenant, redemandez.
here-finished = Vous avez terminé ici.
here-finished-text = L’hôte est passé à l’invité suivant. S’il y a autre chose, vous pouvez redemander à entrer.
here-ended = L’appel est terminé.
here-ended-text = L’hôte est parti, et l’appel a pris fin pour tous.
here-denied-blocked = Vous ne pouvez pas redemander d’ici, sauf si l’hôte le permet.
here-left-until = Vous pouvez revenir sans demander pendant un moment
here-unknown = Nous ne vous connaissons plus.
here-unknown-text = Ce navigateur n’a pas de place dans la file : ses données ont été effacées, ou la place a été libérée. Ouvrez le lien reçu pour redemander.
here-reconnecting = La connexion est interrompue. Nouvel essai…

role-subscriber-means = Vous voyez et entendez les autres. Votre caméra et votre micro restent coupés.
role-publisher-means = Vous voyez et entendez les autres, et ils vous voient et vous entendent.
role-publisheronly-means = Les autres vous voient et vous entendent. Vous ne les voyez pas.
role-moderator-means = Vous voyez et entendez les autres, ils vous voient et vous entendent, et vous pouvez couper des micros ou retirer des personnes.

denied-not-on-list = Vous n’êtes pas sur la liste de cette séance.
denied-wrong-time = Ce n’est pas la bonne heure. Veuillez regarder votre invitation.
denied-wrong-room = Ce n’est pas la bonne salle pour vous. Veuillez regarder votre invitation.
denied-room-full = La séance est complète.
denied-unclear-name = Nous n’avons pas pu savoir qui vous êtes. Veuillez redemander avec votre nom complet.

## What guests see, shown to a host.

rehearsal = Répétition
rehearsal-what = Répétition : voici ce que voient les invités de cette salle. Personne n’attend ici, et les boutons n’ont aucun effet.
rehearsal-pages = Pages des invités
rehearsal-join = Demande
rehearsal-waiting = En attente
rehearsal-held = Mis de côté
rehearsal-admitted = Admis
rehearsal-denied = Non admis
rehearsal-guest = Invité
rehearsal-back = Retour à l’accueil
