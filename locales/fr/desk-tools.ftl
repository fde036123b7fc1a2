## Alerts and keys of the desk.

desk-tools = Alertes et touches
desk-alerts = Quand quelqu’un demande à entrer
desk-alerts-sound = Jouer un son
desk-alerts-test = Tester le son
desk-alerts-mute = Silence pendant 15 minutes
desk-alerts-notify = Afficher les notifications
desk-alerts-muted = Silence pendant 15 minutes. Appuyez de nouveau pour y mettre fin.
desk-alerts-refused = Ce navigateur n’autorise pas les notifications de cette page.
desk-alerts-somebody = Quelqu’un demande à entrer.
desk-keys = Touches
desk-keys-on = Utiliser les touches sur cette page
desk-key-move = Ligne suivante ou précédente
desk-key-message = Écrire un message
desk-key-select = Sélectionner
