//! The language that a visitor chose at the foot of a page. A cookie keeps it; nothing else knows of it.

use actix_web::cookie::time::Duration;
use actix_web::http::header::REFERER;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use url::Url;

use super::{Site, StrictForm, WebError, identity, respond, words};

const COOKIE: &str = "anteroom-language";
const KEPT_DAYS: i64 = 365;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    language: String,
}

/// Keeps the choice and goes back to the page where it was made.
pub async fn choose(
    request: HttpRequest,
    site: Data<Site>,
    StrictForm(Choice { language }): StrictForm<Choice>,
) -> Result<HttpResponse, WebError> {
    let known = words::languages().any(|(tag, _)| tag == language);
    if !known {
        return Err(WebError::bad_value("language"));
    }
    let mut cookie = identity::cookie(&site, site.public_url.cookie_name(COOKIE), language);
    cookie.set_max_age(Duration::days(KEPT_DAYS));
    let mut answer = respond::see_other(&page_before(&request, &site));
    answer.add_cookie(&cookie).map_err(|error| WebError::internal(error.to_string()))?;
    Ok(answer)
}

/// The tag that this browser keeps, whatever it is worth.
pub fn chosen(request: &HttpRequest) -> Option<String> {
    let site = request.app_data::<Data<Site>>()?;
    request.cookie(&site.public_url.cookie_name(COOKIE)).map(|cookie| cookie.value().to_owned())
}

/// Path and query of the page that the form stood on, if it was ours; else the start page. A path that opens with two
/// slashes would be another website's address.
fn page_before(request: &HttpRequest, site: &Site) -> String {
    let referer = request.headers().get(REFERER).and_then(|value| value.to_str().ok());
    let page = referer.and_then(|referer| Url::parse(referer).ok());
    let own = page.filter(|page| site.is_own_origin(&page.origin().ascii_serialization()));
    match own {
        Some(page) if !page.path().starts_with("//") => {
            let query = page.query().map(|query| format!("?{query}")).unwrap_or_default();
            format!("{}{query}", page.path())
        }
        _ => "/".to_owned(),
    }
}
