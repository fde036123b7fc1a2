## What every page has.

page-title = { $title } · Anteroom
page-skip-to-content = Zum Inhalt springen

## The choice of languages at the foot. Each language's own name stands in its own catalogue.

page-language = Sprache
language-name = Deutsch

# Between things in a list, with its space.
list-comma = { ", " }
