//! The page on which a host types what to tell one guest or all, and the one that asks to which room. With scripts the
//! desk shows the same form as a dialog.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::desk;
use super::desk_actions::act_path;
use crate::domain::ids::AdmissionId;
use crate::domain::room::Room;
use crate::domain::text::TextProblem;
use crate::moderation::{Moderation, Refusal};
use crate::store::RoomSummary;
use crate::web::frame::Frame;
use crate::web::identity::SignedIn;
use crate::web::markup::{self, Markup};
use crate::web::words::isolated;
use crate::web::{WebError, Words, refusal, respond};

/// What the words are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Message,
    MessageAll,
    Hold,
    Deny,
    SendBack,
    Transfer,
}

impl Kind {
    /// The field's name in the form.
    pub fn field(self) -> &'static str {
        match self {
            Self::Message | Self::MessageAll => "text",
            Self::Hold | Self::SendBack => "message",
            Self::Deny => "reason",
            Self::Transfer => "room_id",
        }
    }

    /// The last part of the address.
    fn act(self) -> &'static str {
        match self {
            Self::Message | Self::MessageAll => "message",
            Self::Hold => "hold",
            Self::Deny => "deny",
            Self::SendBack => "send-back",
            Self::Transfer => "transfer",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Message => "words-message",
            Self::MessageAll => "words-message-all",
            Self::Hold => "words-hold",
            Self::Deny => "words-deny",
            Self::SendBack => "words-send-back",
            Self::Transfer => "words-transfer",
        }
    }
}

#[derive(Template)]
#[template(path = "host/words_page.html")]
pub(super) struct WordsPage<'a> {
    words: Words,
    frame: Frame,
    moderation: &'a Moderation,
    signed_in: &'a SignedIn,
    room: &'a Room,
    kind: Kind,
    guest: String,
    action: String,
    typed: String,
    problem: Option<String>,
    phrases: Vec<String>,
    /// Where a guest can be moved.
    rooms: Vec<RoomSummary>,
}

impl<'a> WordsPage<'a> {
    pub fn of_guest(
        moderation: &'a Moderation,
        signed_in: &'a SignedIn,
        room: &'a Room,
        kind: Kind,
        words: Words,
    ) -> Self {
        Self {
            words,
            frame: Frame::new(signed_in, "rooms"),
            moderation,
            signed_in,
            room,
            kind,
            guest: String::new(),
            action: format!("/host/rooms/{}/{}", room.id, kind.act()),
            typed: String::new(),
            problem: None,
            phrases: Vec::new(),
            rooms: Vec::new(),
        }
    }

    pub fn about(mut self, id: AdmissionId, guest: &str) -> Self {
        guest.clone_into(&mut self.guest);
        self.action = act_path(self.room.id, id.0, self.kind.act());
        self
    }

    pub fn show(self) -> Result<HttpResponse, WebError> {
        respond::page(&self.filled()?)
    }

    /// The form again, with what was typed and what is wrong with it.
    pub fn again(mut self, typed: &str, problem: TextProblem) -> Result<HttpResponse, WebError> {
        typed.clone_into(&mut self.typed);
        self.problem = Some(refusal::text_problem(self.words, problem));
        respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &self.filled()?)
    }

    fn filled(mut self) -> Result<Self, WebError> {
        let now = self.moderation.clock.now();
        let failed = |error| refusal::answer(Refusal::Store(error), self.words, now);
        match self.kind {
            Kind::Transfer => {
                self.rooms = desk::own_rooms(self.moderation, &self.signed_in.actor).map_err(failed)?;
                self.rooms.retain(|summary| summary.room.id != self.room.id);
            }
            Kind::Deny => {}
            _ => {
                let kept = self.moderation.store.phrases(self.room.id).map_err(failed)?;
                self.phrases = super::phrases::offered(kept, self.words);
            }
        }
        Ok(self)
    }

    fn title(&self) -> Markup {
        let name = isolated(&self.guest);
        markup::sentence(&self.words.say_with(self.kind.key(), &[("name", name)]))
    }

    fn button(&self) -> String {
        self.words.say(&format!("{}.button", self.kind.key()))
    }
}
