//! Rooms and their settings.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::Path;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Deserialize;

use super::caller::Caller;
use super::query::{NoParameters, PageOnly, StrictQuery};
use super::said::Said;
use super::shapes::RoomShape;
use super::{Answer, ROOT};
use crate::domain::account::AccountRole;
use crate::domain::ids::RoomId;
use crate::domain::permission::Action;
use crate::domain::policy;
use crate::domain::preset::Preset;
use crate::domain::question::{Kind, Question};
use crate::domain::room::{Door, Room, WhenHostsLeave};
use crate::domain::text::{Email, Message, PersonName, Title};
use crate::moderation::{Refusal, RoomChange, Waiting};
use crate::web::{OptionalJson, StrictJson, WebError, respond};

/// A new room, or what changes of one. What is not said stays; null only where nothing is a value.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RoomBody {
    /// Fills every rule of the door first; what is said beside it wins.
    preset: Said<Preset>,
    /// At most 100 characters.
    title: Said<String>,
    /// Who waits and who enters.
    door: Said<Door>,
    /// What becomes of those who wait when the door changes: `keep` or `admit`.
    waiting: Said<WhoWaits>,
    /// What guests read instead of the owner's name; null is that name.
    host_label: Said<Option<String>>,
    /// Whether guests read their place in the queue.
    show_position: Said<bool>,
    /// Whether tokens hold the guest's name.
    name_in_token: Said<bool>,
    /// So long a token can be used to connect.
    #[schemars(range(min = *policy::TOKEN_SECONDS.start(), max = *policy::TOKEN_SECONDS.end()))]
    token_seconds: Said<u32>,
    /// After so many days guests' data are erased, if that is sooner than in the installation.
    #[schemars(range(min = *policy::KEEP_DAYS_RANGE.start(), max = *policy::KEEP_DAYS_RANGE.end()))]
    keep_days: Said<Option<u32>>,
    /// So long whoever left comes back without asking.
    #[schemars(range(min = *policy::RETURN_MINUTES.start(), max = *policy::RETURN_MINUTES.end()))]
    return_minutes: Said<u32>,
    /// Whoever waits and is gone for longer is expired.
    #[schemars(range(min = *policy::GONE_MINUTES.start(), max = *policy::GONE_MINUTES.end()))]
    gone_minutes: Said<u32>,
    /// The first host who comes lets in whoever waits and is there.
    admit_on_arrival: Said<bool>,
    /// What happens a minute after the last host has gone.
    when_hosts_leave: Said<WhenHostsLeave>,
    /// So many can be in the call; null is without limit.
    #[schemars(range(min = *policy::MOST_IN_CALL.start(), max = *policy::MOST_IN_CALL.end()))]
    most_in_call: Said<Option<u32>>,
    /// So many can wait; null is without limit.
    #[schemars(range(min = *policy::MOST_WAITING.start(), max = *policy::MOST_WAITING.end()))]
    most_waiting: Said<Option<u32>>,
    /// The desk has a button for the next guest.
    one_at_a_time: Said<bool>,
    /// What guests read while the door is closed; at most 280 characters.
    closed_message: Said<Option<String>>,
    /// At most five.
    questions: Said<Vec<QuestionBody>>,
    /// A video session that exists already.
    session_id: Said<String>,
    /// Of a new room: the e-mail address of an account; only an admin's key may say it.
    owner: Said<String>,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum WhoWaits {
    Keep,
    Admit,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NewQuestion")]
struct QuestionBody {
    text: String,
    kind: Kind,
    #[serde(default)]
    choices: Vec<String>,
    #[serde(default)]
    required: bool,
}

pub(super) async fn create(caller: Caller, body: StrictJson<RoomBody>) -> Answer {
    let owner = body.0.owner.0.as_deref().map(Email::parse).transpose().map_err(Refusal::text("owner"));
    let owner = owner.map_err(|refused| caller.failed(refused))?;
    let wish = body.0.parsed(caller.moderation.clock.now()).map_err(|refused| caller.failed(refused))?;
    let room = match caller.moderation.create_room(&caller.actor, wish, owner).await {
        Ok(room) => room,
        Err(refused) => return Err(caller.refused(refused)),
    };
    let location = format!("{ROOT}/rooms/{}", room.id);
    let mut answer = HttpResponse::build(StatusCode::CREATED);
    Ok(answer.insert_header((LOCATION, location)).json(shape(&caller, room)?))
}

pub(super) async fn list(caller: Caller, query: StrictQuery<PageOnly>) -> Answer {
    let page = query.0.page()?;
    let of = match caller.actor.account() {
        Some((account, AccountRole::Host)) => Some(account),
        Some((_, AccountRole::Admin)) | None => None,
    };
    let rooms = caller.moderation.store.rooms(of, page.after, page.rows());
    let rooms = rooms.map_err(|error| caller.failed(error))?;
    Ok(page.answer(rooms, |found| found.room.id.to_string(), |found| RoomShape::new(found.room, found.counts)))
}

pub(super) async fn show(caller: Caller, id: Path<RoomId>, _: StrictQuery<NoParameters>) -> Answer {
    let room = caller.room(*id, Action::SeeRoom)?;
    Ok(respond::json(StatusCode::OK, &shape(&caller, room)?))
}

pub(super) async fn change(caller: Caller, id: Path<RoomId>, body: StrictJson<RoomBody>) -> Answer {
    if body.0.owner.0.is_some() {
        return Err(WebError::bad_value("owner"));
    }
    let wish = body.0.parsed(caller.moderation.clock.now()).map_err(|refused| caller.failed(refused))?;
    match caller.moderation.change_room(&caller.actor, *id, wish).await {
        Ok(room) => Ok(respond::json(StatusCode::OK, &shape(&caller, room)?)),
        Err(refused) => Err(caller.refused(refused)),
    }
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Next {
    /// Whether whoever is in the call is out first; so it is when nothing is said.
    move_out: Option<bool>,
}

/// The next guest, please. Answers the one who came in.
pub(super) async fn next(caller: Caller, id: Path<RoomId>, body: OptionalJson<Next>) -> Answer {
    let decided = caller.moderation.next(&caller.actor, *id, body.0.move_out.unwrap_or(true)).await;
    caller.decided(decided)
}

fn shape(caller: &Caller, room: Room) -> Result<RoomShape, crate::web::WebError> {
    let counts = caller.moderation.store.counts(room.id).map_err(|error| caller.failed(error))?;
    Ok(RoomShape::new(room, counts))
}

impl RoomBody {
    fn parsed(self, now: Timestamp) -> Result<RoomChange, Refusal> {
        let title = self.title.0.map(|title| Title::parse(&title)).transpose().map_err(Refusal::text("title"))?;
        let closed = self.closed_message.0.map(|text| Message::parse_optional(text.as_deref().unwrap_or_default()));
        let question = |QuestionBody { text, kind, choices, required }| Question { text, kind, choices, required };
        Ok(RoomChange {
            preset: self.preset.0,
            title,
            door: self.door.0,
            host_label: self.host_label.0.map(|label| host_label(label.as_deref())).transpose()?,
            show_position: self.show_position.0,
            name_in_token: self.name_in_token.0,
            token_seconds: self.token_seconds.0,
            keep_days: self.keep_days.0,
            return_minutes: self.return_minutes.0,
            gone_minutes: self.gone_minutes.0,
            admit_on_arrival: self.admit_on_arrival.0,
            when_hosts_leave: self.when_hosts_leave.0,
            most_in_call: self.most_in_call.0,
            most_waiting: self.most_waiting.0,
            one_at_a_time: self.one_at_a_time.0,
            closed_message: closed.transpose().map_err(Refusal::text("closed_message"))?,
            questions: self.questions.0.map(|all| all.into_iter().map(question).collect()),
            session_id: self.session_id.0,
            waiting: match self.waiting.0 {
                Some(WhoWaits::Admit) => Waiting::Admit { as_of: now },
                Some(WhoWaits::Keep) | None => Waiting::Keep,
            },
        })
    }
}

/// An empty label is the owner's name, as null is.
fn host_label(text: Option<&str>) -> Result<Option<PersonName>, Refusal> {
    PersonName::parse_optional(text.unwrap_or_default()).map_err(Refusal::text("host_label"))
}
