//! Admins' pages, and making the first admin.

mod api_keys;
mod people;
mod setup;
mod webhooks;
