## What every page has.

page-title = { $title } · Anteroom
page-skip-to-content = Aller au contenu

## The choice of languages at the foot. Each language's own name stands in its own catalogue.

page-language = Langue
language-name = Français

# Between things in a list, with its space.
list-comma = { ", " }
