//! Addresses, and what answers there. The framework tries one after the other, and each with an id in it is a regular
//! expression that takes some microseconds: with a hundred of them that would be most of an answer. Therefore they are
//! put into a tree, and found segment by segment.

use actix_web::guard::{Any, Get, Head};
use actix_web::web::{self, ServiceConfig, resource, scope};
use actix_web::{Resource, Route};

/// One address.
pub struct At {
    /// With `{names}` of the ids in it.
    path: &'static str,
    /// One for each method; others are 405.
    routes: Vec<Route>,
}

pub fn at(path: &'static str, routes: impl Into<Vec<Route>>) -> At {
    At { path, routes: routes.into() }
}

/// GET, and HEAD with the same headers.
pub fn read() -> Route {
    web::route().guard(Any(Get()).or(Head()))
}

/// Serves all of them. A word in the place of an id is looked for before the id.
pub fn serve(config: &mut ServiceConfig, all: Vec<At>) {
    for (segment, rests) in by_first_segment(all) {
        if rests.iter().all(|rest| rest.path.is_empty()) {
            // As a resource, so that another method is 405 there and not 404.
            let routes = rests.into_iter().flat_map(|rest| rest.routes);
            config.service(routes.fold(resource(segment), Resource::route));
        } else {
            config.service(scope(segment).configure(|config| serve(config, rests)));
        }
    }
}

/// What stands below each first segment, words before ids.
fn by_first_segment(all: Vec<At>) -> Vec<(&'static str, Vec<At>)> {
    let mut segments: Vec<(&str, Vec<At>)> = Vec::new();
    for At { path, routes } in all {
        let end = path.get(1..).and_then(|rest| rest.find('/')).map_or(path.len(), |at| at + 1);
        let (segment, rest) = (&path[..end], At { path: &path[end..], routes });
        match segments.iter_mut().find(|(known, _)| *known == segment) {
            Some((_, rests)) => rests.push(rest),
            None => segments.push((segment, vec![rest])),
        }
    }
    segments.sort_by_key(|(segment, _)| segment.contains('{'));
    segments
}

#[cfg(test)]
mod tests {
    use actix_web::http::Method;
    use actix_web::test::{TestRequest, call_service, init_service, read_body};
    use actix_web::web::{get, post};
    use actix_web::{App, HttpRequest, Responder};

    use super::*;

    /// The pattern that was found, and the ids in it.
    async fn found(request: HttpRequest) -> impl Responder {
        let ids: Vec<&str> = request.match_info().iter().map(|(_, id)| id).collect();
        format!("{} {}", request.match_pattern().unwrap_or_default(), ids.join(","))
    }

    fn table() -> Vec<At> {
        let here = || [get().to(found)];
        vec![
            at("/", here()),
            at("/rooms", here()),
            at("/rooms/{room}", here()),
            at("/rooms/{room}/lock", [get().to(found), post().to(found)]),
            at("/rooms/{room}/invites/rotate", here()),
            at("/rooms/{room}/invites/{invite}/revoke", here()),
            at("/rooms/{room}/guests/{guest}", here()),
            at("/rooms/{room}/guests/{guest}/role", here()),
            at("/r/{code}", here()),
            at("/readyz", here()),
            at("/static/{hash}/{path:.*}", here()),
        ]
    }

    async fn asked(method: Method, path: &str) -> (u16, String) {
        let app = init_service(App::new().configure(|config| serve(config, table()))).await;
        let answer = call_service(&app, TestRequest::with_uri(path).method(method).to_request()).await;
        (answer.status().as_u16(), String::from_utf8(read_body(answer).await.to_vec()).unwrap())
    }

    #[actix_web::test]
    async fn every_address_is_found_with_its_ids_also_between_others_that_begin_alike() {
        for (path, expected) in [
            ("/", "/ "),
            ("/rooms", "/rooms "),
            ("/rooms/7", "/rooms/{room} 7"),
            ("/rooms/7/lock", "/rooms/{room}/lock 7"),
            ("/rooms/7/invites/rotate", "/rooms/{room}/invites/rotate 7"),
            ("/rooms/7/invites/rotate/revoke", "/rooms/{room}/invites/{invite}/revoke 7,rotate"),
            ("/rooms/7/guests/8", "/rooms/{room}/guests/{guest} 7,8"),
            ("/rooms/7/guests/8/role", "/rooms/{room}/guests/{guest}/role 7,8"),
            ("/r/x", "/r/{code} x"),
            ("/readyz", "/readyz "),
            ("/static/a/b/c.css", "/static/{hash}/{path:.*} a,b/c.css"),
        ] {
            assert_eq!(asked(Method::GET, path).await, (200, expected.to_owned()), "{path}");
        }
    }

    #[actix_web::test]
    async fn whatever_is_not_in_the_table_is_not_there_and_another_method_is_not_allowed() {
        for path in ["/rooms/", "/rooms/7/", "/rooms//lock", "/rooms/7/lock/8", "/rooms/7/guests", "/r", "/r/", "/x"] {
            assert_eq!(asked(Method::GET, path).await.0, 404, "{path}");
        }
        assert_eq!(asked(Method::POST, "/rooms/7/lock").await.0, 200);
        for path in ["/", "/rooms", "/rooms/7", "/rooms/7/guests/8", "/rooms/7/guests/8/role", "/r/x", "/static/a/b"] {
            assert_eq!(asked(Method::POST, path).await.0, 405, "{path}");
        }
    }

    #[actix_web::test]
    async fn below_a_scope_addresses_are_those_of_the_scope() {
        let within = scope("/api").configure(|config| serve(config, table()));
        let app = init_service(App::new().service(within)).await;
        let answer = call_service(&app, TestRequest::with_uri("/api/rooms/7/guests/8/role").to_request()).await;
        assert_eq!(read_body(answer).await, "/api/rooms/{room}/guests/{guest}/role 7,8");
    }
}
