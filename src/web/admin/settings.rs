//! Settings of the whole installation that admins can change while it runs.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

use crate::moderation::installation::{self, InstallationChange};
use crate::moderation::{Moderation, Refusal};
use crate::web::form::FormBy;
use crate::web::frame::Frame;
use crate::web::identity::{Admin, ConfirmedAdmin, SignedIn};
use crate::web::{WebError, Words, refusal, respond};

/// A box that is ticked; one that is not is not sent.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
enum Tick {
    #[serde(rename = "yes")]
    Yes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsForm {
    second_factor: Option<Tick>,
}

#[derive(Deserialize)]
pub struct SettingsQuery {
    saved: Option<u8>,
}

#[derive(Template)]
#[template(path = "admin/settings.html")]
struct SettingsPage {
    words: Words,
    frame: Frame,
    unconfirmed: bool,
    saved: bool,
    refused: Option<String>,
    second_factor: bool,
    /// So many days what guests told is kept; set where the server is started.
    keep_days: u32,
}

impl SettingsPage {
    fn new(me: &SignedIn, moderation: &Moderation, words: Words) -> Result<Self, Refusal> {
        Ok(Self {
            words,
            frame: Frame::new(me, "overview"),
            unconfirmed: !me.is_confirmed(moderation.clock.now()),
            saved: false,
            refused: None,
            second_factor: installation::admins_need_second_factor(&moderation.store)?,
            keep_days: moderation.keep_days,
        })
    }
}

pub async fn show(
    Admin(me): Admin,
    query: Query<SettingsQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = SettingsPage::new(&me, &moderation, words);
    let page = page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?;
    respond::page(&SettingsPage { saved: query.saved.is_some(), ..page })
}

pub async fn save(
    FormBy(ConfirmedAdmin(me), form): FormBy<ConfirmedAdmin, SettingsForm>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let refused = |error| refusal::answer(error, words, moderation.clock.now());
    let change = InstallationChange { admins_need_second_factor: form.second_factor.is_some() };
    match moderation.change_installation(&me.actor, change).await {
        Ok(()) => Ok(respond::see_other("/admin/settings?saved=1")),
        Err(Refusal::Forbidden(rule)) => {
            let page = SettingsPage::new(&me, &moderation, words).map_err(refused)?;
            let sentence = words.say(&format!("refused-{}", rule.replace('_', "-")));
            respond::page_with(StatusCode::FORBIDDEN, &SettingsPage { refused: Some(sentence), ..page })
        }
        Err(error) => Err(refused(error)),
    }
}
