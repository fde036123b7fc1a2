## The list of rooms.

shared-actions = Actions
shared-optional = facultatif

rooms-title = Mes salles
rooms-waiting = { $people ->
    [one] Une personne attend.
   *[other] { $rooms ->
        [one] { $people } personnes attendent dans une salle.
       *[other] { $people } personnes attendent dans { $rooms } salles.
    }
    }
rooms-nobody-waiting = Personne n’attend.
rooms-closed = fermée
rooms-in-call = { $count ->
    [0] personne dans l’appel
   *[other] { $count } dans l’appel
    }
rooms-held = { $count } de côté
rooms-longest-wait = première demande
rooms-count-waiting = { $count } en attente
rooms-more = Autres salles
rooms-new = Nouvelle salle
rooms-first = Créez votre première salle
rooms-first-why = Une salle a une porte. Vous invitez par un lien, on attend, vous faites entrer.
rooms-new-title = Titre
rooms-new-title-help = C’est ce que les invités voient d’abord, par exemple « Consultation du soir ».
rooms-presets = Règles de la porte
rooms-preset-usual = Comme d’habitude
rooms-create = Créer la salle
