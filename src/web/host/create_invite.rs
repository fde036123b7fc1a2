//! Making an invite. The page that follows shows the link, once.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::invite_form::{InviteFields, InviteForm};
use super::invite_link::InviteLink;
use super::invites::{InvitesPage, InvitesQuery};
use super::room::InRoom;
use crate::moderation::Moderation;
use crate::web::fields::Problems;
use crate::web::form::FormBy;
use crate::web::{Site, WebError, Words, refusal, respond};

pub async fn submit(
    FormBy(at, form): FormBy<InRoom, InviteForm>,
    site: Data<Site>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let mut problems = Problems::default();
    if let Some(settings) = form.read(words, moderation.clock.now(), &mut problems) {
        match moderation.create_invite(&at.me.actor, at.room.id, settings).await {
            Ok(issued) => {
                let link = InviteLink::new(&issued, &site, words);
                let page = InvitesPage::new(&at, &moderation, words, &InvitesQuery::default()).map_err(refused)?;
                return respond::page(&page.with_links(vec![link]));
            }
            Err(error) => problems.refused(words, error).map_err(refused)?,
        }
    }
    let page = InvitesPage::new(&at, &moderation, words, &InvitesQuery::default()).map_err(refused)?;
    let fields = InviteFields::new(words, &form, &problems);
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page.with_form(fields))
}
