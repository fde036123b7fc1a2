//! `/r/{code}/put-out`: a guest who moderates puts somebody out of the call.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use super::acts::here_after;
use super::room_and_guest;
use crate::domain::ids::PersonId;
use crate::moderation::Moderation;
use crate::web::limits::Subject;
use crate::web::{Limit, Site, StrictForm, WebError, Words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whom {
    /// As the roster names them.
    person: PersonId,
}

pub async fn put_out(
    request: HttpRequest,
    code: Path<String>,
    words: Words,
    site: Data<Site>,
    moderation: Data<Moderation>,
    StrictForm(whom): StrictForm<Whom>,
) -> Result<HttpResponse, WebError> {
    let (_, admission, actor) = room_and_guest(&moderation, &request, &code, words)?;
    site.limits.check(Limit::Message, Subject::object(admission.id.0))?;
    here_after(moderation.put_out(&actor, admission.id, whom.person).await, &code, words, &moderation)
}
