## What every page has.

page-title = { $title } · Anteroom
page-skip-to-content = Saltar al contenido

## The choice of languages at the foot. Each language's own name stands in its own catalogue.

page-language = Idioma
language-name = Español

# Between things in a list, with its space.
list-comma = { ", " }
