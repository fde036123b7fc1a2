//! Rooms and their settings.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::Path;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer};

use super::caller::Caller;
use super::query::{NoParameters, PageOnly, StrictQuery};
use super::shapes::RoomShape;
use super::{Answer, ROOT};
use crate::domain::account::AccountRole;
use crate::domain::ids::RoomId;
use crate::domain::permission::Action;
use crate::domain::preset::Preset;
use crate::domain::question::{Kind, Question};
use crate::domain::room::{Door, Room, WhenHostsLeave};
use crate::domain::text::{Email, Message, PersonName, Title};
use crate::moderation::{Refusal, RoomChange, Waiting};
use crate::web::{OptionalJson, StrictJson, WebError, respond};

/// A new room, or what changes of one. What is not said stays; null only where nothing is a value.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoomBody {
    /// Fills every rule of the door first; what is said beside it wins.
    #[serde(default, deserialize_with = "said")]
    preset: Option<Preset>,
    #[serde(default, deserialize_with = "said")]
    title: Option<String>,
    #[serde(default, deserialize_with = "said")]
    door: Option<Door>,
    /// What becomes of those who wait when the door changes: `keep` or `admit`.
    #[serde(default, deserialize_with = "said")]
    waiting: Option<WhoWaits>,
    #[serde(default, deserialize_with = "said")]
    host_label: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    show_position: Option<bool>,
    #[serde(default, deserialize_with = "said")]
    name_in_token: Option<bool>,
    #[serde(default, deserialize_with = "said")]
    token_seconds: Option<u32>,
    #[serde(default, deserialize_with = "said")]
    return_minutes: Option<u32>,
    #[serde(default, deserialize_with = "said")]
    gone_minutes: Option<u32>,
    #[serde(default, deserialize_with = "said")]
    admit_on_arrival: Option<bool>,
    #[serde(default, deserialize_with = "said")]
    when_hosts_leave: Option<WhenHostsLeave>,
    #[serde(default, deserialize_with = "said")]
    most_in_call: Option<Option<u32>>,
    #[serde(default, deserialize_with = "said")]
    most_waiting: Option<Option<u32>>,
    #[serde(default, deserialize_with = "said")]
    one_at_a_time: Option<bool>,
    #[serde(default, deserialize_with = "said")]
    closed_message: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    questions: Option<Vec<QuestionBody>>,
    #[serde(default, deserialize_with = "said")]
    session_id: Option<String>,
    /// Of a new room: the e-mail address of an account; only an admin's key may say it.
    #[serde(default, deserialize_with = "said")]
    owner: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum WhoWaits {
    Keep,
    Admit,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionBody {
    text: String,
    kind: Kind,
    #[serde(default)]
    choices: Vec<String>,
    #[serde(default)]
    required: bool,
}

/// Keeps "null" apart from "not said".
pub(super) fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

pub(super) async fn create(caller: Caller, body: StrictJson<RoomBody>) -> Answer {
    let owner = body.0.owner.as_deref().map(Email::parse).transpose().map_err(Refusal::text("owner"));
    let owner = owner.map_err(|refused| caller.failed(refused))?;
    let wish = body.0.parsed(caller.moderation.clock.now()).map_err(|refused| caller.failed(refused))?;
    let room = match caller.moderation.create_room(&caller.actor, wish, owner).await {
        Ok(room) => room,
        Err(refused) => return Err(caller.refused(refused).await),
    };
    let location = format!("{ROOT}/rooms/{}", room.id);
    let mut answer = HttpResponse::build(StatusCode::CREATED);
    Ok(answer.insert_header((LOCATION, location)).json(shape(&caller, room).await?))
}

pub(super) async fn list(caller: Caller, query: StrictQuery<PageOnly>) -> Answer {
    let page = query.0.page()?;
    let of = match caller.actor.account() {
        Some((account, AccountRole::Host)) => Some(account),
        Some((_, AccountRole::Admin)) | None => None,
    };
    let rooms = caller.moderation.store.rooms(of, page.after, page.rows()).await;
    let rooms = rooms.map_err(|error| caller.failed(error))?;
    Ok(page.answer(rooms, |found| found.room.id.to_string(), |found| RoomShape::new(found.room, found.counts)))
}

pub(super) async fn show(caller: Caller, id: Path<RoomId>, _: StrictQuery<NoParameters>) -> Answer {
    let room = caller.room(*id, Action::SeeRoom).await?;
    Ok(respond::json(StatusCode::OK, &shape(&caller, room).await?))
}

pub(super) async fn change(caller: Caller, id: Path<RoomId>, body: StrictJson<RoomBody>) -> Answer {
    if body.0.owner.is_some() {
        return Err(WebError::bad_value("owner"));
    }
    let wish = body.0.parsed(caller.moderation.clock.now()).map_err(|refused| caller.failed(refused))?;
    match caller.moderation.change_room(&caller.actor, *id, wish).await {
        Ok(room) => Ok(respond::json(StatusCode::OK, &shape(&caller, room).await?)),
        Err(refused) => Err(caller.refused(refused).await),
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Next {
    /// Whether whoever is in the call is out first; so it is when nothing is said.
    move_out: Option<bool>,
}

/// The next guest, please. Answers the one who came in.
pub(super) async fn next(caller: Caller, id: Path<RoomId>, body: OptionalJson<Next>) -> Answer {
    let decided = caller.moderation.next(&caller.actor, *id, body.0.move_out.unwrap_or(true)).await;
    caller.decided(decided).await
}

async fn shape(caller: &Caller, room: Room) -> Result<RoomShape, crate::web::WebError> {
    let counts = caller.moderation.store.counts(room.id).await.map_err(|error| caller.failed(error))?;
    Ok(RoomShape::new(room, counts))
}

impl RoomBody {
    fn parsed(self, now: Timestamp) -> Result<RoomChange, Refusal> {
        let title = self.title.map(|title| Title::parse(&title)).transpose().map_err(Refusal::text("title"))?;
        let closed = self.closed_message.map(|text| Message::parse_optional(text.as_deref().unwrap_or_default()));
        let question = |QuestionBody { text, kind, choices, required }| Question { text, kind, choices, required };
        Ok(RoomChange {
            preset: self.preset,
            title,
            door: self.door,
            host_label: self.host_label.map(|label| host_label(label.as_deref())).transpose()?,
            show_position: self.show_position,
            name_in_token: self.name_in_token,
            token_seconds: self.token_seconds,
            return_minutes: self.return_minutes,
            gone_minutes: self.gone_minutes,
            admit_on_arrival: self.admit_on_arrival,
            when_hosts_leave: self.when_hosts_leave,
            most_in_call: self.most_in_call,
            most_waiting: self.most_waiting,
            one_at_a_time: self.one_at_a_time,
            closed_message: closed.transpose().map_err(Refusal::text("closed_message"))?,
            questions: self.questions.map(|all| all.into_iter().map(question).collect()),
            session_id: self.session_id,
            waiting: match self.waiting {
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
