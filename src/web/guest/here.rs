//! `/r/{code}`: whatever is true now for the guest of this browser.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;

use super::rehearsal::RehearsalBar;
use super::room;
use super::status::{Status, note_sign_of_life};
use crate::domain::admission::{Admission, Cause, Departure, PresetReason, Reason, State};
use crate::domain::policy;
use crate::domain::room::{Door, Room};
use crate::domain::text::Message;
use crate::moderation::{Moderation, Refusal};
use crate::web::headers::PageNeeds;
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, identity, refusal, respond};

#[derive(Template)]
#[template(path = "guest/here.html")]
pub(super) struct HerePage {
    pub words: Words,
    pub room: Room,
    pub host: String,
    pub now: Timestamp,
    pub guest: Option<Guest>,
    /// Set where a host looks at what guests see.
    pub rehearsal: Option<RehearsalBar>,
}

pub(super) struct Guest {
    pub admission: Admission,
    /// As the guest may know it.
    pub state: State,
    pub status: Status,
    /// When asking again is possible; never is `None`.
    pub ask_again_at: Option<Timestamp>,
    /// How long others waited of late, in minutes, where that is known.
    pub usual_wait: Option<i64>,
}

impl Guest {
    /// The last that a host said: to whoever waits, or why they were sent back.
    fn message(&self) -> Option<&Message> {
        match (&self.admission.message, &self.state) {
            (Some(said), _) => Some(&said.text),
            (None, State::Waiting { sent_back: Some(back) }) => back.message.as_ref(),
            _ => None,
        }
    }
}

impl HerePage {
    fn when(&self, at: &Timestamp) -> Markup {
        markup::when(self.words, *at, self.now)
    }

    fn reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::Preset(preset) => self.words.say(preset_key(*preset)),
            Reason::Words(words) => words.to_string(),
        }
    }

    /// Whether asking again is possible now.
    fn may_ask(&self, guest: &Guest) -> bool {
        guest.ask_again_at.is_some_and(|from| from <= self.now)
    }

    fn is_closed(&self) -> bool {
        self.room.settings.door == Door::Closed
    }

    /// Nobody sent the guest back: the hosts have gone.
    fn is_paused(&self, guest: &Guest) -> bool {
        guest.admission.decided.as_ref().is_some_and(|decided| decided.by.is_empty())
    }

    fn came_back_until(&self, guest: &Guest) -> Option<Timestamp> {
        let window = self.room.settings.return_window();
        guest.admission.may_come_back(window, self.now).then(|| guest.admission.ended_at.map(|at| at + window))?
    }
}

fn preset_key(preset: PresetReason) -> &'static str {
    match preset {
        PresetReason::NotOnList => "denied-not-on-list",
        PresetReason::WrongTime => "denied-wrong-time",
        PresetReason::WrongRoom => "denied-wrong-room",
        PresetReason::RoomFull => "denied-room-full",
        PresetReason::UnclearName => "denied-unclear-name",
    }
}

pub async fn show(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    moderation: Data<Moderation>,
) -> Result<HttpResponse, WebError> {
    let room = room(&moderation, &code, words)?;
    let now = moderation.clock.now();
    let known = identity::guest_of(&request, &room)?;
    if known.is_none()
        && let Some((there, ticket)) = identity::moved(&request, &room)?
    {
        let mut answer = respond::see_other(&format!("/r/{}", there.code));
        if let Some(ticket) = &ticket {
            answer.add_cookie(ticket).map_err(WebError::internal)?;
        }
        return Ok(answer);
    }
    let status = match &known {
        Some(_) => StatusCode::OK,
        None if identity::ticket(&request, &room).is_some() => StatusCode::GONE,
        None => StatusCode::NOT_FOUND,
    };
    let admission = known.map(|(admission, _)| admission);
    let page = page(&moderation, room, admission, words, now);
    let page = respond::page_with(status, &page.map_err(|error| refusal::answer(error, words, now))?)?;
    Ok(PageNeeds::devices().put_on(page))
}

fn page(
    moderation: &Moderation,
    room: Room,
    admission: Option<Admission>,
    words: Words,
    now: Timestamp,
) -> Result<HerePage, Refusal> {
    let host = moderation.host_of(&room)?;
    let guest = match admission {
        None => None,
        Some(admission) => {
            note_sign_of_life(moderation, &admission, now);
            Some(Guest {
                state: admission.state_for_guest(now),
                status: Status::of(moderation, || Ok(&room), &admission, now)?,
                ask_again_at: policy::may_ask_again_at(&admission),
                usual_wait: moderation.store.usual_wait(room.id)?.map(|wait| wait.as_mins().max(1)),
                admission,
            })
        }
    };
    Ok(HerePage { words, room, host, now, guest, rehearsal: None })
}
