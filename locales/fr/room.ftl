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
settings-session-id = Séance vidéo
settings-session-id-help = L’identifiant d’une séance qui existe déjà. Laissé vide, une séance est créée quand la première personne entre. Il ne peut changer que si aucun invité n’est dans l’appel.
settings-session-id-wrong = Ce n’est pas une séance du compte vidéo de ce serveur.
settings-number-wrong = Veuillez donner un nombre entier de { $least } à { $most }.
settings-door = La porte
settings-door-wrong = Veuillez choisir l’une de ces options.
settings-show-position = Montrer aux invités leur place dans la file
settings-name-in-token = Donner les noms à la plateforme vidéo
settings-name-in-token-help = Le nom de l’invité est alors lisible par tous dans l’appel et dans les journaux de la plateforme.
settings-save = Enregistrer
room-tab-questions = Questions
settings-presets = Remplir les règles pour…
settings-presets-help = Remplit toutes les règles ci-dessous. Vous pouvez changer chacune avant d’enregistrer.
settings-filled = Rempli pour : { $preset }. Rien n’est encore enregistré.
settings-meaning = Ce que cela veut dire
settings-closed-message = Mot sur la porte fermée
settings-closed-message-help = Les invités le lisent tant que la porte est fermée, par exemple quand vous rouvrez.
settings-one-at-a-time = Un invité à la fois
settings-one-at-a-time-help = L’accueil a un bouton qui fait entrer le suivant et met fin à l’appel du précédent.
settings-admit-on-arrival = Admettre à l’arrivée d’un hôte
settings-admit-on-arrival-help = Qui attend alors et est là entre avec le premier hôte. Sinon, l’arrivée d’un hôte ne fait entrer personne.
settings-hosts-leave = Quand le dernier hôte est parti depuis une minute
settings-return-minutes = Minutes pour revenir
settings-return-minutes-help = Pendant ce temps, un invité qui a quitté l’appel revient sans demander. De 0 à 240.
settings-gone-minutes = Minutes pendant lesquelles une place est gardée
settings-gone-minutes-help = Qui attend et s’absente plus longtemps perd sa place. De 1 à 240.
settings-most-in-call = Nombre maximal d’invités dans l’appel
settings-most-in-call-help = Vide, c’est sans limite. Qui entrerait directement attend alors.
settings-most-waiting = Nombre maximal de personnes en attente
settings-most-waiting-help = Vide, c’est sans limite. Les autres sont priés de réessayer plus tard.

hosts-leave-go-on = L’appel continue
    .meaning = Les invités restent entre eux.
hosts-leave-pause = L’appel est mis en pause
    .meaning = Tout le monde attend de nouveau, dans le même ordre.
hosts-leave-end = L’appel prend fin
    .meaning = Tout le monde est dehors. Qui attend continue d’attendre.

door-question = { $count ->
    [one] Une personne attend.
   *[other] { $count } personnes attendent.
    }
door-question-what = La porte sera réglée ainsi : { $door }. Que deviennent ceux qui attendent maintenant ? Qui demande après l’affichage de cette page n’entre pas par ce choix.
door-question-keep = Les faire attendre encore
door-question-admit = Les admettre
door-question-cancel = Ne rien changer

preset-clinic = Consultation
preset-classroom = Cours
preset-court = Tribunal
preset-webinar = Webinaire
preset-support-desk = Assistance

means-door-everyone-waits = Tout le monde attend d’être admis par un hôte.
means-door-trusted-enter = Les invités avec un lien « Entre directement » entrent ; tous les autres attendent.
means-door-everyone-enters = Qui a un lien entre aussitôt.
means-door-closed = Personne ne peut demander à entrer.
means-one-at-a-time = Les invités entrent l’un après l’autre.
means-admit-on-arrival = Quand le premier hôte arrive, ceux qui attendent sont admis.
means-return-never = Qui quitte l’appel redemande.
means-return = { $count ->
    [one] Qui quitte l’appel peut revenir pendant { $count } minute sans demander.
   *[other] Qui quitte l’appel peut revenir pendant { $count } minutes sans demander.
    }
means-gone = { $count ->
    [one] Qui attend et s’absente { $count } minute perd sa place.
   *[other] Qui attend et s’absente { $count } minutes perd sa place.
    }
means-hosts-leave-go-on = Quand le dernier hôte part, l’appel continue.
means-hosts-leave-pause = Quand le dernier hôte part, tout le monde attend de nouveau dans le même ordre.
means-hosts-leave-end = Quand le dernier hôte part, l’appel prend fin.
means-most-in-call = Invités dans l’appel, au plus : { $count }.
means-most-waiting = Personnes en attente, au plus : { $count }.

questions-what = Les invités y répondent quand ils demandent à entrer ; vous lisez les réponses dans leur ligne. Les lignes vides ne sont pas demandées.
question-number = Question { $number }
question-text = Question
question-kind = Réponse
question-kind-text = Quelques mots
question-kind-yes-no = Oui ou non
question-kind-choice = L’une de celles-ci
question-choices = Choix
question-choices-help = 2 à 10, séparés par des virgules ; seulement pour « L’une de celles-ci ».
question-required = Réponse obligatoire
question-choice-count = Veuillez donner 2 à 10 choix, séparés par des virgules.
question-choice-twice = Deux choix sont identiques.
question-choices-unasked = Les choix ne vont qu’avec « L’une de celles-ci ».

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

settings-keep-days = Jours de conservation des données des invités
settings-keep-days-help = Les noms, notes et adresses sont effacés ce nombre de jours après une visite, au plus tard quand l’installation le prévoit. Vide : comme l’installation le prévoit.
