//! What tests share: the real server, those who act on it (hosts, guests, programs), and what can be read of it.

mod answer;
mod browser;
mod database;
mod description;
mod desk;
mod guest;
mod host;
mod log;
pub mod platform;
mod process;
mod program;
mod receiver;
mod server;
mod stream;

pub use answer::Answer;
pub use browser::Browser;
pub use database::connection;
pub use description::{DESCRIPTION, Described};
pub use desk::Desk;
pub use guest::Guest;
pub use host::{Host, open_invite};
pub use process::{Process, free_port};
pub use program::{Program, secret_of, send, text};
pub use receiver::Receiver;
pub use server::Server;
pub use stream::Stream;

/// A client for plain HTTP: the system's certificates, which each client would read anew, are left out.
pub fn client() -> reqwest::Client {
    reqwest::Client::builder().tls_certs_only([]).build().unwrap()
}
