## Alerts and keys of the desk.

desk-tools = Alerts and keys
desk-alerts = When somebody asks to join
desk-alerts-sound = Play a sound
desk-alerts-test = Test sound
desk-alerts-mute = Mute for 15 minutes
desk-alerts-notify = Show notifications
desk-alerts-muted = Muted for 15 minutes. Press again to end it.
desk-alerts-refused = This browser does not allow notifications from this page.
desk-alerts-somebody = Somebody asks to join.
desk-keys = Keys
desk-keys-on = Use keys on this page
desk-key-move = Next or previous row
desk-key-message = Write a message
desk-key-select = Select
