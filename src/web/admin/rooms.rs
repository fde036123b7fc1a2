//! All rooms: admins read them in the same list as hosts read theirs.

use actix_web::HttpResponse;

use crate::web::identity::Admin;
use crate::web::respond;

pub async fn show(_admin: Admin) -> HttpResponse {
    respond::see_other("/host/rooms")
}
