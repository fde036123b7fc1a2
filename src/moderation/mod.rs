//! What people can do, one use case in one file. Each begins a transaction, loads, lets the domain decide, saves, writes
//! the log, commits, and tells the live pages. Pages, API, jobs and command line all come through here, and nothing
//! else writes.

mod account_changes;
mod accounts;
mod admit;
mod api_keys;
mod change_role;
mod decide;
mod deny;
mod guest_acts;
mod hold;
pub mod installation;
mod invites;
mod issue_token;
mod once;
mod one_time_links;
mod passwords;
mod refusal;
mod remove;
mod request_entry;
mod rooms;
mod send_back;
mod sign_in;

use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::clock::Clock;
use crate::live::{Hub, PresenceBook, Topic};
use crate::store::Store;
use crate::video::VideoProvider;
use crate::video::absent::AbsentProvider;

pub use account_changes::NewAccount;
pub use api_keys::NewApiKey;
pub use invites::{InviteSettings, IssuedInvite};
pub use issue_token::IssuedToken;
pub use once::Once;
pub use one_time_links::{OneTimeLinks, Purpose};
pub use passwords::Passwords;
pub use refusal::{LinkProblem, Refusal};
pub use request_entry::{Entered, LookedUp, Request, guest};
pub use rooms::RoomChange;
pub use sign_in::{Place, SignedIn};

/// Everything that use cases need. Clones share it.
#[derive(Clone)]
pub struct Moderation {
    pub store: Store,
    pub hub: Hub,
    pub presence: PresenceBook,
    pub clock: Clock,
    pub video: Arc<dyn VideoProvider>,
    pub passwords: Passwords,
    pub links: OneTimeLinks,
}

impl Moderation {
    /// The use cases without a server and without a video side, for commands that work on the database file.
    pub fn without_video(store: Store, clock: Clock) -> Self {
        Self {
            store,
            hub: Hub::default(),
            presence: PresenceBook::new(clock.now()),
            clock,
            video: Arc::new(AbsentProvider),
            passwords: Passwords::default(),
            links: OneTimeLinks::default(),
        }
    }

    /// Tells the pages that show a room that one of its admissions changed.
    fn tell(&self, admission: &crate::domain::admission::Admission) {
        self.hub.notify(Topic::Room(admission.room_id));
        self.hub.notify(Topic::Guest(admission.id));
        self.hub.notify(Topic::Rooms);
    }
}

/// What is stored of a random secret of 128 bits or more: nobody can guess backwards from it.
pub fn hash_of(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
