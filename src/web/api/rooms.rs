//! Rooms and their settings.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::Path;
use serde::{Deserialize, Deserializer};

use super::caller::Caller;
use super::query::{NoParameters, PageOnly, StrictQuery};
use super::shapes::RoomShape;
use super::{Answer, ROOT};
use crate::domain::account::AccountRole;
use crate::domain::ids::RoomId;
use crate::domain::permission::Action;
use crate::domain::room::{Door, Room};
use crate::domain::text::{Email, PersonName, Title};
use crate::moderation::{Refusal, RoomChange};
use crate::web::{StrictJson, respond};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRoom {
    title: String,
    door: Option<Door>,
    host_label: Option<String>,
    show_position: Option<bool>,
    name_in_token: Option<bool>,
    token_seconds: Option<u32>,
    keep_days: Option<u32>,
    session_id: Option<String>,
    /// The e-mail address of an account; only an admin's key may say it.
    owner: Option<String>,
}

/// What is not said stays; null only where nothing is a value.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangedRoom {
    #[serde(default, deserialize_with = "said")]
    title: Option<String>,
    #[serde(default, deserialize_with = "said")]
    door: Option<Door>,
    #[serde(default, deserialize_with = "said")]
    host_label: Option<Option<String>>,
    #[serde(default, deserialize_with = "said")]
    show_position: Option<bool>,
    #[serde(default, deserialize_with = "said")]
    name_in_token: Option<bool>,
    #[serde(default, deserialize_with = "said")]
    token_seconds: Option<u32>,
    #[serde(default, deserialize_with = "said")]
    keep_days: Option<Option<u32>>,
    #[serde(default, deserialize_with = "said")]
    session_id: Option<String>,
}

/// Keeps "null" apart from "not said".
pub(super) fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

pub(super) async fn create(caller: Caller, body: StrictJson<NewRoom>) -> Answer {
    let (wish, owner) = body.0.parsed().map_err(|refused| caller.failed(refused))?;
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

pub(super) async fn change(caller: Caller, id: Path<RoomId>, body: StrictJson<ChangedRoom>) -> Answer {
    let wish = body.0.parsed().map_err(|refused| caller.failed(refused))?;
    match caller.moderation.change_room(&caller.actor, *id, wish).await {
        Ok(room) => Ok(respond::json(StatusCode::OK, &shape(&caller, room).await?)),
        Err(refused) => Err(caller.refused(refused).await),
    }
}

async fn shape(caller: &Caller, room: Room) -> Result<RoomShape, crate::web::WebError> {
    let counts = caller.moderation.store.counts(room.id).await.map_err(|error| caller.failed(error))?;
    Ok(RoomShape::new(room, counts))
}

impl NewRoom {
    fn parsed(self) -> Result<(RoomChange, Option<Email>), Refusal> {
        let owner = self.owner.map(|email| Email::parse(&email)).transpose().map_err(Refusal::text("owner"))?;
        let wish = RoomChange {
            title: Some(Title::parse(&self.title).map_err(Refusal::text("title"))?),
            door: self.door,
            host_label: self.host_label.map(|label| host_label(Some(&label))).transpose()?,
            show_position: self.show_position,
            name_in_token: self.name_in_token,
            token_seconds: self.token_seconds,
            keep_days: self.keep_days.map(Some),
            session_id: self.session_id,
        };
        Ok((wish, owner))
    }
}

impl ChangedRoom {
    fn parsed(self) -> Result<RoomChange, Refusal> {
        let title = self.title.map(|title| Title::parse(&title)).transpose();
        Ok(RoomChange {
            title: title.map_err(Refusal::text("title"))?,
            door: self.door,
            host_label: self.host_label.map(|label| host_label(label.as_deref())).transpose()?,
            show_position: self.show_position,
            name_in_token: self.name_in_token,
            token_seconds: self.token_seconds,
            keep_days: self.keep_days,
            session_id: self.session_id,
        })
    }
}

/// An empty label is the owner's name, as null is.
fn host_label(text: Option<&str>) -> Result<Option<PersonName>, Refusal> {
    PersonName::parse_optional(text.unwrap_or_default()).map_err(Refusal::text("host_label"))
}
