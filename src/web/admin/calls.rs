//! Everybody who is in a call, in all rooms, with what an admin can do about them. The buttons go to the desk's own
//! addresses and come back here.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use crate::domain::admission::Admission;
use crate::domain::ids::AdmissionId;
use crate::domain::role::Role;
use crate::moderation::Moderation;
use crate::store::InCall;
use crate::web::avatar::Avatar;
use crate::web::frame::Frame;
use crate::web::identity::Admin;
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

/// People on one page.
const AT_ONCE: usize = 100;
/// What somebody can be made.
const ROLES: [Role; 3] = [Role::Subscriber, Role::Publisher, Role::Moderator];

#[derive(Deserialize)]
pub struct CallsQuery {
    after: Option<AdmissionId>,
}

#[derive(Template)]
#[template(path = "admin/calls.html")]
struct CallsPage {
    words: Words,
    frame: Frame,
    people: Vec<Row>,
    /// Whether this is not the beginning.
    further: bool,
    more_after: Option<AdmissionId>,
}

struct Row {
    admission: Admission,
    room_title: String,
    avatar: Avatar,
    role: Role,
    since: Option<Markup>,
}

impl Row {
    /// The other roles that this guest can be given.
    fn others(&self) -> impl Iterator<Item = Role> {
        ROLES.into_iter().filter(|role| *role != self.role)
    }

    /// Where a button goes. The revision is the one that the admin sees.
    fn path(&self, act: &str) -> String {
        let Admission { room_id, id, revision, .. } = &self.admission;
        format!("/host/rooms/{room_id}/admissions/{id}/{act}?revision={revision}&back=calls")
    }
}

pub async fn show(
    Admin(me): Admin,
    query: Query<CallsQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let now = moderation.clock.now();
    let limit = i64::try_from(AT_ONCE + 1).unwrap_or(i64::MAX);
    let found = moderation.store.in_calls(query.after, limit);
    let mut found = found.map_err(|error| refusal::answer(error.into(), words, now))?;
    let is_more = found.len() > AT_ONCE;
    found.truncate(AT_ONCE);
    let row = |InCall { admission, room_title }: InCall| {
        Some(Row {
            role: admission.role()?,
            room_title: room_title.to_string(),
            avatar: Avatar::of(admission.name.as_str(), admission.id.0),
            since: admission.decided.as_ref().map(|decided| markup::when(words, decided.at, now)),
            admission,
        })
    };
    let people: Vec<Row> = found.into_iter().filter_map(row).collect();
    respond::page(&CallsPage {
        words,
        frame: Frame::new(&me, "overview"),
        further: query.after.is_some(),
        more_after: people.last().filter(|_| is_more).map(|last| last.admission.id),
        people,
    })
}
