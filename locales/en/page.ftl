## What every page has.

page-title = { $title } · Anteroom
page-skip-to-content = Skip to content

## The choice of languages at the foot. Each language's own name stands in its own catalogue.

page-language = Language
language-name = English

# Between things in a list, with its space.
list-comma = { ", " }
