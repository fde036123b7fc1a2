## The start page, signing in and out, and giving the password again.

start-title = Welcome to Anteroom
start-what = A waiting room for video sessions: guests ask to join, a host lets them in.
start-invited = If you were invited, use the link you were sent.
start-hosts = For hosts and admins

sign-in-title = Sign in
sign-in-for-whom = For hosts and admins. Guests need only their invite link.
sign-in-email = Email
sign-in-password = Password
sign-in-failed = Email and password do not fit together. Please try again.
sign-in-forgotten = Forgotten your password? An admin can give you a new one.

one-time-link-title = Your desk is ready
one-time-link-who = This link signs you in as { $name } and works once.
one-time-link-open = Open the desk
one-time-link-not-you = Not you? Close this page; nothing has been used up yet.

sign-ins-title = Your sign-ins
sign-ins-what = Where you are signed in. End what you do not know.
sign-ins-browser = Browser
sign-ins-unknown-browser = Unknown browser
sign-ins-address = Address
sign-ins-since = Signed in
sign-ins-last-used = Last used
sign-ins-this = This one
sign-ins-everywhere = Sign out everywhere

confirm-title = Please confirm that it is you
confirm-why = What admins do asks for the password again after 15 minutes.
confirm-go-on = Go on
confirm-wrong = This password is not right. Please try again.
confirm-no-password = You are signed in by a one-time link and have no password. Sign in by a new link to go on.

setup-page-title = Set up Anteroom
setup-title = Welcome
setup-what = You are the first admin. This page works once.
setup-name = Your name
setup-email-help = You sign in with it.
setup-password-help = At least 8 characters; 15 or more are better.
setup-create = Create the account
