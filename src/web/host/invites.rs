//! A room's invites: what each lets in, how much it was used and who waits on it. New links are shown here once.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use super::invite_form::{InviteFields, InviteForm};
use super::invite_link::InviteLink;
use super::room::{InRoom, RoomHead};
use crate::domain::ids::InviteId;
use crate::domain::invite::{Entry, InviteState};
use crate::domain::text::{GuestName, Label};
use crate::moderation::{Moderation, Refusal};
use crate::store::InviteUse;
use crate::web::fields::Problems;
use crate::web::frame::Frame;
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

/// Invites on one page.
const AT_ONCE: usize = 200;

#[derive(Default, Deserialize)]
pub struct InvitesQuery {
    /// Invites after this one.
    after: Option<InviteId>,
}

#[derive(Template)]
#[template(path = "host/invites.html")]
pub(super) struct InvitesPage {
    words: Words,
    frame: Frame,
    head: RoomHead,
    /// Just made; nobody can read them again.
    links: Vec<InviteLink>,
    form_failed: bool,
    invites: Vec<Row>,
    more_after: Option<InviteId>,
    form: InviteFields,
}

struct Row {
    id: InviteId,
    name: String,
    guest_name: Option<String>,
    has_passcode: bool,
    role: String,
    direct: bool,
    uses: u32,
    max_uses: Option<u32>,
    last_used: Option<Markup>,
    waiting: i64,
    state: &'static str,
    /// When it opens or ends, where that is still to come.
    at: Option<Markup>,
    can_be_revoked: bool,
}

impl Row {
    fn new(InviteUse { invite, waiting, in_call }: InviteUse, words: Words, now: jiff::Timestamp) -> Self {
        let state = invite.state(now);
        let at = match state {
            InviteState::Open => Some(invite.expires_at),
            InviteState::Early { opens_at } => Some(opens_at),
            _ => None,
        };
        Self {
            id: invite.id,
            name: name_of(words, invite.label.as_ref(), invite.guest_name.as_ref()),
            guest_name: invite.guest_name.as_ref().filter(|_| invite.label.is_some()).map(GuestName::to_string),
            has_passcode: invite.has_passcode,
            role: words.say(&format!("role-{}", invite.role)),
            direct: invite.entry == Entry::Direct,
            uses: invite.uses,
            max_uses: invite.max_uses,
            last_used: invite.last_used_at.map(|at| markup::when(words, at, now)),
            waiting,
            state: state.as_str(),
            at: at.map(|at| markup::when(words, at, now)),
            can_be_revoked: invite.revoked_at.is_none() || waiting + in_call > 0,
        }
    }

    fn state_class(&self) -> &'static str {
        match self.state {
            "open" => "accent",
            "early" => "info",
            _ => "",
        }
    }
}

/// What hosts call an invite: its label, or the guest's name, or a word for neither.
pub(super) fn name_of(words: Words, label: Option<&Label>, guest_name: Option<&GuestName>) -> String {
    let label = label.map(Label::to_string).or_else(|| guest_name.map(GuestName::to_string));
    label.unwrap_or_else(|| words.say("invites-no-label"))
}

impl InvitesPage {
    pub(super) fn new(
        at: &InRoom,
        moderation: &Moderation,
        words: Words,
        query: &InvitesQuery,
    ) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let limit = i64::try_from(AT_ONCE + 1).unwrap_or(i64::MAX);
        let mut found = moderation.store.invites(at.room.id, query.after, limit)?;
        let has_more = found.len() > AT_ONCE;
        found.truncate(AT_ONCE);
        let invites: Vec<Row> = found.into_iter().map(|invite| Row::new(invite, words, now)).collect();
        Ok(Self {
            words,
            frame: Frame::new(&at.me, "rooms"),
            head: RoomHead::new(at, "invites"),
            links: Vec::new(),
            form_failed: false,
            more_after: invites.last().filter(|_| has_more).map(|row| row.id),
            invites,
            form: InviteFields::new(words, &InviteForm::default(), &Problems::default()),
        })
    }

    pub(super) fn with_links(self, links: Vec<InviteLink>) -> Self {
        Self { links, ..self }
    }

    pub(super) fn with_form(self, form: InviteFields) -> Self {
        Self { form, form_failed: true, ..self }
    }
}

pub async fn show(
    at: InRoom,
    query: Query<InvitesQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = InvitesPage::new(&at, &moderation, words, &query);
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}
