## Error pages and problem documents. The value says what happened and what to do next; .title is the heading.

error-malformed = We could not read this request. Go back and try again.
    .title = That did not work
error-sign-in-needed = Sign in to go on.
    .title = Please sign in
error-cross-site = This request came from another website, so nothing was changed. Open the page here and try again.
    .title = Request from another site
error-not-found = There is nothing here. Check the link, or ask the person who sent it to you.
    .title = Page not found
error-method-not-allowed = This address cannot be used that way. Go back and try again.
    .title = That did not work
error-body-too-slow = Your request took too long to arrive. Check your connection and try again.
    .title = Too slow
error-body-too-large = That was more than we can accept at once. Make it shorter and try again.
    .title = Too large
error-wrong-body-type = The content type must be { $expected }.
    .title = Unknown kind of content
error-wrong-host = This server does not answer under that address. Use the address that was given to you.
    .title = Wrong address
error-bad-value = The value of “{ $field }” cannot be used. Correct it and try again.
    .title = Please check what you entered
error-lost-race = Someone else has already decided.
    .title = Already decided
error-not-now = This is not possible at the moment.
    .title = Not possible now
error-gone = This link no longer works. Ask the person who sent it for a new one.
    .title = No longer valid
error-not-allowed = This is not possible here.
    .title = Not possible
error-too-many = { $seconds ->
    [one] Too many attempts. Try again in one second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
    }
    .title = One moment, please
error-crowded = { $seconds ->
    [one] So many people are waiting here that nobody else can. Try again in one second.
   *[other] So many people are waiting here that nobody else can. Try again in { $seconds } seconds.
    }
    .title = The waiting room is full
error-busy = { $seconds ->
    [one] We cannot save changes right now. Try again in one second.
   *[other] We cannot save changes right now. Try again in { $seconds } seconds.
    }
    .title = Busy at the moment
error-internal = Something went wrong on our side. Try again; if it happens again, tell whoever runs this server.
    .title = Something went wrong
error-page-home = Go to the start page
error-confirmation-needed = Give your password again to go on.
    .title = Please confirm that it is you
error-no-video = { $seconds ->
    [one] The video session cannot be reached right now. Try again in one second.
   *[other] The video session cannot be reached right now. Try again in { $seconds } seconds.
    }
    .title = No video at the moment
