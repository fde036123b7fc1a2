//! What people can do, one use case in one file. Each begins a transaction, loads, lets the domain decide, saves, writes
//! the log, commits, and tells the live pages. Pages, API, jobs and command line all come through here, and nothing
//! else writes.

mod account_changes;
mod accounts;
mod admit;
mod api_keys;
mod asker;
mod attendance;
mod change_role;
mod change_room;
mod claim;
pub mod connection_book;
pub mod connections;
mod copies;
mod decide;
mod decide_many;
mod deliveries;
mod deny;
mod enforce;
mod gone;
mod guest_acts;
mod guest_export;
mod hands;
mod hold;
mod in_call;
pub mod installation;
mod invites;
mod issue_token;
mod log;
mod message;
mod next;
mod once;
mod one_time_links;
mod passwords;
mod put_out;
mod reconsider;
mod refusal;
pub mod rehearsal;
mod remove;
mod request_entry;
mod retention;
mod returns;
mod rooms;
mod roster;
mod second_factor;
mod send_back;
mod sign_in;
mod sign_in_step;
mod told_connections;
mod transfer;
mod unblock;
mod undo_account_change;
mod webhooks;

use std::path::PathBuf;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::domain::admission::Admission;
use crate::domain::policy;
use crate::domain::role::Role;
use crate::live::{Claims, Hands, Hub, PresenceBook, Slots, Topic};
use crate::outgoing::Outgoing;
use crate::sealing::SealingKey;
use crate::store::Store;
use crate::video::VideoProvider;
use crate::video::absent::AbsentProvider;

pub use account_changes::NewAccount;
pub use accounts::SetupTry;
pub use api_keys::NewApiKey;
pub use change_room::{RoomChange, Waiting};
pub use copies::{ConfirmedCopy, OldAccess};
pub use decide_many::{Outcome, Pick, Picked};
pub use enforce::AT_ONCE as ENFORCEMENTS_AT_ONCE;
pub use guest_export::GuestExport;
pub use invites::{InviteSettings, IssuedInvite};
pub use issue_token::IssuedToken;
pub use log::{ExportedEntry, LogFormat, LogWish, export};
pub use once::Once;
pub use one_time_links::{OneTimeLinks, Purpose};
pub use passwords::Passwords;
pub use refusal::{LinkProblem, Refusal};
pub use request_entry::{Entered, LookedUp, Request, guest};
pub use roster::RosterEntry;
pub use second_factor::{OfferedFactor, OwnFactor};
pub use sign_in::{Place, SignInStep, SignedIn};
pub use told_connections::{Happened, OwnWord, Told};
pub use webhooks::Switch;

/// Everything that use cases need. Clones share it.
#[derive(Clone)]
pub struct Moderation {
    pub store: Store,
    pub hub: Hub,
    pub presence: PresenceBook,
    pub slots: Slots,
    pub hands: Hands,
    pub claims: Claims,
    pub clock: Clock,
    pub video: Arc<dyn VideoProvider>,
    pub passwords: Passwords,
    pub links: OneTimeLinks,
    /// After so many days what guests told of themselves is erased.
    pub keep_days: u32,
    /// Wakes the job that tells webhooks.
    pub webhooks_wait: Arc<Notify>,
    /// Sends to addresses that people typed.
    pub outgoing: Outgoing,
    /// Seals secrets that must be read again.
    pub sealing: SealingKey,
}

impl Moderation {
    /// The use cases over a database and a video provider.
    pub fn new(store: Store, clock: Clock, video: Arc<dyn VideoProvider>) -> Self {
        Self {
            store,
            hub: Hub::default(),
            presence: PresenceBook::new(clock.now()),
            slots: Slots::default(),
            hands: Hands::default(),
            claims: Claims::default(),
            clock,
            video,
            passwords: Passwords::default(),
            links: OneTimeLinks::default(),
            keep_days: policy::KEEP_DAYS,
            webhooks_wait: Arc::default(),
            outgoing: Outgoing::default(),
            sealing: SealingKey::in_file(PathBuf::new()),
        }
    }

    /// With a way to other systems, and the key that seals what must be read again.
    #[must_use]
    pub fn speaking(self, outgoing: Outgoing, sealing: SealingKey) -> Self {
        Self { outgoing, sealing, ..self }
    }

    /// The same without a video side, for commands that work on the database file.
    pub fn without_video(store: Store, clock: Clock) -> Self {
        Self::new(store, clock, Arc::new(AbsentProvider))
    }

    /// Tells the pages that show a room that one of its admissions changed.
    fn tell(&self, admission: &Admission) {
        self.tell_all([admission]);
    }

    /// The same for many admissions of one room.
    fn tell_all<'a>(&self, admissions: impl IntoIterator<Item = &'a Admission>) {
        let mut room = None;
        for admission in admissions {
            // Whoever is out, or may speak, asks for nothing any more.
            if admission.role().is_none_or(Role::may_publish) {
                self.hands.lower(admission.room_id, admission.id);
            }
            if admission.ended_at.is_some() || admission.role().is_some() {
                self.claims.release(admission.id);
            }
            self.hub.notify(Topic::Guest(admission.id));
            room = Some(admission.room_id);
        }
        let Some(room) = room else { return };
        self.hub.notify(Topic::Room(room));
        self.hub.notify(Topic::Rooms);
        self.webhooks_wait.notify_one();
    }
}

/// What is stored of a random secret of 128 bits or more: nobody can guess backwards from it.
pub fn hash_of(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
