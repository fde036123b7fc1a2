//! What guests see, for a host of the room: the real pages with nobody behind them. Looking makes nothing, and the browser
//! sends none of the forms.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::here::{Guest, HerePage};
use super::join::{JoinForm, JoinPage};
use super::status::Status;
use crate::domain::admission::{Admission, Earlier, State};
use crate::domain::ids::RoomId;
use crate::domain::permission::{Action, Standing, may};
use crate::domain::policy;
use crate::domain::room::Room;
use crate::moderation::{Moderation, Refusal, rehearsal};
use crate::web::headers::PageNeeds;
use crate::web::identity::SignedIn;
use crate::web::{WebError, Words, refusal, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Which {
    #[serde(default)]
    page: Page,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Page {
    #[default]
    Join,
    Waiting,
    Held,
    Admitted,
    Denied,
}

impl Page {
    const ALL: [Self; 5] = [Self::Join, Self::Waiting, Self::Held, Self::Admitted, Self::Denied];

    fn as_str(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Waiting => "waiting",
            Self::Held => "held",
            Self::Admitted => "admitted",
            Self::Denied => "denied",
        }
    }
}

/// What tells a rehearsal from the real page.
pub(super) struct RehearsalBar {
    pub path: String,
    pub back: String,
    pub shown: &'static str,
    words: Words,
}

impl RehearsalBar {
    pub fn pages(&self) -> Vec<(&'static str, String)> {
        let title = |page: Page| self.words.say(&format!("rehearsal-{}", page.as_str()));
        Page::ALL.into_iter().map(|page| (page.as_str(), title(page))).collect()
    }
}

pub(super) async fn show(
    me: SignedIn,
    room: Path<RoomId>,
    which: Query<Which>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let failed = |error: Refusal| refusal::answer(error, words, moderation.clock.now());
    let room = own_room(&moderation, &me, *room).map_err(failed)?;
    let path = format!("/host/rooms/{}", room.id);
    let bar = RehearsalBar { path: format!("{path}/rehearsal"), back: path, shown: which.page.as_str(), words };
    let answer = match which.page {
        Page::Join => join(&moderation, room, bar).map_err(failed)?,
        page => here(&moderation, room, page, bar).map_err(failed)?,
    };
    Ok(PageNeeds { forms_for_show: true, ..PageNeeds::default() }.put_on(answer?))
}

fn own_room(moderation: &Moderation, me: &SignedIn, id: RoomId) -> Result<Room, Refusal> {
    let hosts = moderation.store.room_hosts(id)?;
    let room = moderation.store.room(id)?;
    room.filter(|_| may(Standing::to_room(&me.actor, &hosts), Action::SeeRoom)).ok_or(Refusal::NotFound)
}

type Shown = Result<HttpResponse, WebError>;

fn join(moderation: &Moderation, room: Room, bar: RehearsalBar) -> Result<Shown, Refusal> {
    let words = bar.words;
    let found = moderation.rehearsed_link(room)?;
    let typed = JoinForm::default();
    let page = JoinPage { words, found: &found, secret: "", typed: &typed, error: None, rehearsal: Some(bar) };
    Ok(respond::page(&page))
}

fn here(moderation: &Moderation, room: Room, page: Page, bar: RehearsalBar) -> Result<Shown, Refusal> {
    let (words, now) = (bar.words, moderation.clock.now());
    let mut admission: Admission = rehearsal::guest_of(&room, &words.say("rehearsal-guest"), now);
    admission.state = match page {
        Page::Join | Page::Waiting => State::Waiting { sent_back: None },
        Page::Held => State::Held,
        Page::Admitted => State::Admitted { role: admission.invited_role, since: now },
        Page::Denied => {
            let earlier = Earlier::Waiting { sent_back: None };
            admission.denials = 1;
            State::Denied { reason: None, visible_from: now, earlier, blocked: false }
        }
    };
    let guest = Guest {
        state: admission.state.clone(),
        status: Status::of(moderation, || Ok(&room), &admission, now)?,
        ask_again_at: policy::may_ask_again_at(&admission),
        usual_wait: None,
        admission,
    };
    let host = moderation.host_of(&room)?;
    Ok(respond::page(&HerePage { words, room, host, now, guest: Some(guest), rehearsal: Some(bar) }))
}
