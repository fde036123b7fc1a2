//! Admins' pages, and making the first admin.

mod api_keys;
mod people;
mod races;
mod retention;
mod setup;
mod webhooks;
