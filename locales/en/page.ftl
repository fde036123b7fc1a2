## What every page has.

page-title = { $title } · Anteroom
page-skip-to-content = Skip to content
