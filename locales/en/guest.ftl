## The guest's pages.

guest-foot = This page loads nothing from anyone else.
