## A second factor: setting it up, being asked for it, and what admins see of it.

factor-title = Second factor
factor-what = A code from an app on your phone, besides the password. Whoever learns your password cannot sign in with it alone.
factor-needed = Admins here need a second factor. Please set it up to go on.
factor-no-password = You are signed in by a one-time link and have no password. A second factor needs one.
factor-begin-title = Set it up
factor-begin-what = You need an authenticator app. Please give your password first.
factor-scan-title = Tell your app
factor-scan-what = Scan this with the app, or type the key. Then enter the six digits that the app shows.
factor-qr = QR code for the authenticator app
factor-key = Key to type
factor-code = Code
factor-code-wrong = This code is not right, or it was used already. Wait for the next one.
factor-turn-on = Turn it on
factor-state = State
factor-on = On
factor-off = Off
factor-codes = Recovery codes
factor-codes-left = { $count ->
    [0] none left
    [one] one left
   *[other] { $count } left
    }
factor-codes-title = Your recovery codes
factor-codes-once = Write them down or print them now: they are shown only this once. Each signs you in once without the app.
factor-codes-new = New recovery codes
factor-codes-new-what = The old ones stop working.
factor-codes-make = Make new codes
factor-remove-title = Remove the second factor
factor-remove-what = Your password alone will be enough again. Give the password and a code once more.
factor-remove = Remove it
factor-step-title = Enter your code
factor-step-what = Your password is right. Now the code from your app.
factor-step-help = Six digits, or one of your recovery codes.
factor-step-lost = No app and no recovery code? An admin can remove your second factor.
factor-step-other = Sign in as somebody else
error-second-factor-needed = Set up a second factor to go on.
    .title = A second factor is needed
refused-second-factor-set = There is a second factor already. Remove it first.
refused-second-factor-needed = Admins here need a second factor, so it stays.
refused-second-factor-first = Set up your own second factor first. Otherwise you would be shut out at once.
person-factor-title = Remove the second factor
person-factor-effect = For when { $name } has lost it. { $name } is signed out everywhere, and the password alone is enough until a new one is set up. Make sure that it is really { $name } who asks.
