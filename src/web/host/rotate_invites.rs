//! Replacing all links of a room: the old ones die at once, the new ones are shown once.

use actix_web::HttpResponse;
use actix_web::web::Data;
use askama::Template;

use super::invite_link::InviteLink;
use super::invites::{InvitesPage, InvitesQuery};
use super::room::{InRoom, RoomHead};
use crate::moderation::Moderation;
use crate::web::form::{FormBy, Nothing};
use crate::web::frame::Frame;
use crate::web::{Site, WebError, Words, refusal, respond};

#[derive(Template)]
#[template(path = "host/rotate_invites.html")]
struct RotatePage {
    words: Words,
    frame: Frame,
    head: RoomHead,
}

pub async fn ask(at: InRoom, words: Words) -> Result<HttpResponse, WebError> {
    respond::page(&RotatePage { words, frame: Frame::new(&at.me, "rooms"), head: RoomHead::new(&at, "invites") })
}

pub async fn submit(
    FormBy(at, Nothing {}): FormBy<InRoom, Nothing>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let issued = moderation.rotate_invites(&at.me.actor, at.room.id).await.map_err(refused)?;
    let links = issued.iter().map(|issued| InviteLink::new(issued, &site, words)).collect();
    let page = InvitesPage::new(&at, &moderation, words, &InvitesQuery::default()).map_err(refused)?;
    respond::page(&page.with_links(links))
}
