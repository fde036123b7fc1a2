## What every page has.

page-title = { $title } · Anteroom
page-skip-to-content = الانتقال إلى المحتوى

## The choice of languages at the foot. Each language's own name stands in its own catalogue.

page-language = اللغة
language-name = العربية

# Between things in a list, with its space.
list-comma = { "، " }
