//! From a link to a place in the queue, or straight in where the door allows it. The answer holds the guest's ticket.
//!
//! A guest who has a ticket already may send it along as the bearer credential, as a browser sends its cookie: whoever
//! waits or is in keeps that place, and whoever just left comes back without asking. Any other credential is not looked
//! at, so that a program can redeem with the same client that holds its API key.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use schemars::JsonSchema;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

use super::shapes::OwnAdmissionShape;
use super::{Answer, caller, problem};
use crate::moderation::{Entered, LinkProblem, Moderation, Refusal, Request, guest};
use crate::web::limits::Subject;
use crate::web::{ClientAddress, Limit, Site, StrictJson, WebError, Words, refusal, respond};

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Redeem {
    /// The last part of an invite's link.
    secret: String,
    name: Option<String>,
    note: Option<String>,
    passcode: Option<String>,
    /// To the room's questions, in their order; null for none.
    #[serde(default)]
    answers: Vec<Option<String>>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Redeemed {
    admission: OwnAdmissionShape,
    ticket: String,
}

pub(super) async fn redeem(
    request: HttpRequest,
    moderation: Data<Moderation>,
    site: Data<Site>,
    ClientAddress(address): ClientAddress,
    words: Words,
    body: StrictJson<Redeem>,
) -> Answer {
    let Redeem { secret, name, note, passcode, answers } = body.0;
    let refused = |refused: Refusal| match refused {
        Refusal::Link(problem) => problem::link(problem, words),
        other => refusal::answer(other, words, moderation.clock.now()),
    };
    let Some(found) = moderation.find_invite(&secret).map_err(refused)? else {
        // What stands against guessing; whoever has a link is not slowed down by others who guess from the same place.
        site.limits.check(Limit::OpenInvite, Subject::address(address))?;
        return Err(refused(Refusal::Link(LinkProblem::Unknown)));
    };
    let subject = Subject::both(address, found.invite.id.0);
    site.limits.check(Limit::Redeem, subject)?;
    if found.invite.has_passcode && passcode.is_some() {
        site.limits.check(Limit::Passcode, subject)?;
    }
    let asked = Request {
        name: name.unwrap_or_default(),
        note: note.unwrap_or_default(),
        passcode: passcode.map(SecretString::from),
        answers,
        browser: None,
    };
    let own = caller::bearer(&request);
    let entered = moderation.request_entry_by(Some(address), &found, asked, own.as_ref()).await.map_err(refused)?;
    answer(&moderation, words, entered, own, address)
}

fn answer(
    moderation: &Data<Moderation>,
    words: Words,
    entered: Entered,
    own: Option<SecretString>,
    address: std::net::IpAddr,
) -> Answer {
    // No new ticket was made only for whoever came with one.
    let status = if entered.ticket.is_some() { StatusCode::CREATED } else { StatusCode::OK };
    let ticket = entered.ticket.or(own).ok_or_else(|| WebError::internal("a place without a ticket"))?;
    let actor = guest(&entered.admission, Some(address));
    let holder =
        super::ticket::TicketHolder { moderation: moderation.clone(), admission: entered.admission, actor, words };
    let admission = holder.own_shape(&holder.admission)?;
    Ok(respond::json(status, &Redeemed { admission, ticket: ticket.expose_secret().to_owned() }))
}
