//! Addresses, and what answers there. The framework tries one after the other, and each with an id in it is a regular
//! expression that takes some microseconds: with a hundred of them that would be most of an answer. Therefore addresses
//! that are alike up to their last id are found in one step, and their rest is compared as text.

use actix_web::Route;
use actix_web::guard::{Any, Get, Guard, Head, fn_guard};
use actix_web::web::{self, ServiceConfig, resource, scope};

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

/// Serves all of them. `below` is what the scopes around have found already.
pub fn serve(below: &str, all: Vec<At>) -> impl FnOnce(&mut ServiceConfig) + use<'_> {
    move |config| {
        for (first, group) in alike(all, first_segment) {
            if group.iter().all(|at| at.path == first) {
                add(config, "", group);
            } else {
                config.service(scope(first).configure(|config| serve_segment(config, below, first, group)));
            }
        }
    }
}

fn serve_segment(config: &mut ServiceConfig, below: &str, first: &'static str, group: Vec<At>) {
    for (stem, group) in alike(group, stem) {
        if stem == first || group.len() == 1 {
            add(config, first, group);
            continue;
        }
        // A scope that begins like an address, but does not have it, would keep it from the others.
        let rest = stem.strip_prefix(first).unwrap_or(stem);
        let found = scope(rest).guard(is_one_of(below, &group));
        config.service(found.configure(|config| add(config, stem, group)));
    }
}

/// As resources, so that another method is 405 there and not 404. `found` is what the scopes around have found.
fn add(config: &mut ServiceConfig, found: &str, group: Vec<At>) {
    for At { path, routes } in group {
        let rest = resource(path.strip_prefix(found).unwrap_or(path));
        config.service(routes.into_iter().fold(rest, actix_web::Resource::route));
    }
}

/// Groups in the order in which they appear.
fn alike(all: Vec<At>, key: fn(&'static str) -> &'static str) -> Vec<(&'static str, Vec<At>)> {
    let mut groups: Vec<(&str, Vec<At>)> = Vec::new();
    for at in all {
        let key = key(at.path);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.push(at),
            None => groups.push((key, vec![at])),
        }
    }
    groups
}

fn first_segment(path: &'static str) -> &'static str {
    let end = path.get(1..).and_then(|rest| rest.find('/')).map_or(path.len(), |at| at + 1);
    &path[..end]
}

/// Up to the last id; without any, the first segment.
fn stem(path: &'static str) -> &'static str {
    path.rfind('}').map_or_else(|| first_segment(path), |at| &path[..=at])
}

fn is_one_of(below: &str, group: &[At]) -> impl Guard + use<> {
    let (below, paths) = (below.to_owned(), group.iter().map(|at| at.path).collect::<Vec<_>>());
    fn_guard(move |context| {
        let asked = context.head().uri.path().strip_prefix(below.as_str());
        asked.is_some_and(|asked| paths.iter().any(|path| fits(path, asked)))
    })
}

fn fits(path: &str, asked: &str) -> bool {
    let (mut path, mut asked) = (path.split('/'), asked.split('/'));
    loop {
        match (path.next(), asked.next()) {
            (None, None) => return true,
            (Some(wanted), Some(found)) if wanted == found || wanted.starts_with('{') && !found.is_empty() => {}
            _ => return false,
        }
    }
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
        let app = init_service(App::new().configure(serve("", table()))).await;
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
        let within = scope("/api").configure(serve("/api", table()));
        let app = init_service(App::new().service(within)).await;
        let answer = call_service(&app, TestRequest::with_uri("/api/rooms/7/guests/8/role").to_request()).await;
        assert_eq!(read_body(answer).await, "/api/rooms/{room}/guests/{guest}/role 7,8");
    }
}
