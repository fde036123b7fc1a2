//! Admins' pages, and making the first admin.

mod api_keys;
mod calls;
mod demoted;
mod overview;
mod people;
mod races;
mod retention;
mod second_factor;
mod setup;
mod webhooks;
