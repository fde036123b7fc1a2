//! Who may do what, over raw HTTP: every route that changes something, called by everybody, on their own object, on
//! somebody else's and on none. What must come of it is said by `domain::permission` alone; a route without a row in
//! the table here fails the test.

mod cast;
mod routes;

use anteroom::domain::actor::Actor;
use anteroom::domain::permission::{Standing, may};

use crate::support::{Answer, Server};
use cast::{Cast, Credential, Object, Scene, Somebody};
use routes::{Begin, Channel, Needs, ROUTES, Route, in_the_source};

/// The table in parts, so that they can be walked side by side.
const SIGNING_IN: Part = |route| {
    ["/host/sign", "/host/confirm", "/host/second", "/setup/", "/language", "/hooks/"]
        .iter()
        .any(|it| route.pattern.starts_with(it))
};
const INVITES: Part = |route| route.channel() == Channel::Page && route.pattern.contains("/invites");
const ROOMS: Part = |route| {
    route.pattern.starts_with("/host/rooms")
        && !route.pattern.contains("/invites")
        && !route.pattern.contains("/admissions/")
};
const THE_DESK: Part = |route| route.channel() == Channel::Page && route.pattern.contains("/admissions/");
const ADMINS_PAGES: Part = |route| route.pattern.starts_with("/admin/");
const PROGRAMS: Part = |route| route.channel() == Channel::Program;
const GUESTS: Part = |route| matches!(route.channel(), Channel::Guest | Channel::Ticket);

type Part = fn(&Route) -> bool;

#[test]
fn every_route_that_changes_something_stands_in_the_table() {
    let mut rows: Vec<(String, String)> =
        ROUTES.iter().map(|route| (route.method.to_owned(), route.pattern.to_owned())).collect();
    rows.sort();
    assert_eq!(in_the_source(), rows);
}

#[tokio::test]
async fn on_pages_for_signing_in_everybody_may_do_what_the_table_of_rights_says_and_a_refusal_changes_nothing() {
    walk_all(SIGNING_IN).await;
}

#[tokio::test]
async fn on_pages_of_invites_everybody_may_do_what_the_table_of_rights_says_and_a_refusal_changes_nothing() {
    walk_all(INVITES).await;
}

#[tokio::test]
async fn on_pages_of_rooms_everybody_may_do_what_the_table_of_rights_says_and_a_refusal_changes_nothing() {
    walk_all(ROOMS).await;
}

#[tokio::test]
async fn on_the_desk_everybody_may_decide_what_the_table_of_rights_says_and_a_refusal_changes_nothing() {
    walk_all(THE_DESK).await;
}

#[tokio::test]
async fn on_pages_of_admins_everybody_may_do_what_the_table_of_rights_says_and_a_refusal_changes_nothing() {
    walk_all(ADMINS_PAGES).await;
}

#[tokio::test]
async fn programs_may_do_what_the_table_of_rights_says_and_a_refusal_changes_nothing() {
    walk_all(PROGRAMS).await;
}

#[tokio::test]
async fn guests_may_do_what_the_table_of_rights_says_and_a_refusal_changes_nothing() {
    walk_all(GUESTS).await;
}

async fn walk_all(part: Part) {
    let server = Server::start().await;
    let cast = Cast::assemble(&server).await;
    let (mut allowed, mut refused) = (0, 0);
    for route in ROUTES.iter().filter(|route| part(route)) {
        let (done, turned_away) = walk(&server, &cast, route).await;
        allowed += done;
        refused += turned_away;
    }
    assert!(allowed > 10 && refused > 50, "{allowed} allowed, {refused} refused");
}

#[test]
fn each_route_is_walked_by_exactly_one_of_these_tests() {
    let parts = [SIGNING_IN, INVITES, ROOMS, THE_DESK, ADMINS_PAGES, PROGRAMS, GUESTS];
    for route in ROUTES {
        assert_eq!(parts.iter().filter(|part| part(route)).count(), 1, "{}", route.pattern);
    }
}

/// One route, everybody, every object. First all that must be refused, so that nothing changes between two looks at the
/// database; then the rest, each on an object prepared for it.
async fn walk(server: &Server, cast: &Cast, route: &Route) -> (usize, usize) {
    let mut bodies: Vec<(usize, String)> = Vec::new();
    let mut to_do = Vec::new();
    let mut refused = 0;
    for object in Object::ALL {
        let scene = cast.scene(server, route.begin, object).await;
        let before = server.everything().await;
        let mut answers = Vec::new();
        for (number, somebody) in cast.all.iter().enumerate() {
            match verdict(route, cast, somebody, object).await {
                Ok(()) => to_do.push((number, object)),
                Err(expected) => answers.push(async move |scene| {
                    (number, expected, call(server, route, scene, &somebody.credential).await)
                }),
            }
        }
        let answers = futures_util::future::join_all(answers.iter().map(|answer| answer(&scene))).await;
        for (number, expected, answer) in answers {
            let somebody = &cast.all[number];
            let what = format!("{} {} by {} on {object:?}", route.method, route.pattern, somebody.name);
            assert_eq!(answer.status, expected, "{what}: {}", answer.body);
            if answer.status == 303 {
                assert_eq!(answer.goes_to(), "/host/sign-in", "{what}");
            }
            bodies.push((number, anonymous(&answer)));
            refused += 1;
        }
        let after = server.everything().await;
        let news = || after.lines().filter(|line| !before.lines().any(|it| it == *line)).collect::<Vec<_>>();
        assert!(after == before, "{} {}: a refusal changed something: {:#?}", route.method, route.pattern, news());
    }
    for (number, object) in &to_do {
        let somebody = &cast.all[*number];
        // A guest has only what is the guest's own.
        let scene = cast.scene(server, route.begin, somebody.home.unwrap_or(*object)).await;
        let own = matches!(somebody.credential, Credential::Ticket { .. }).then(|| scene.ticket.clone()).flatten();
        let answer = call(server, route, &scene, own.as_ref().unwrap_or(&somebody.credential)).await;
        let what = format!("{} {} by {} on {object:?}", route.method, route.pattern, somebody.name);
        assert_eq!(answer.status, route.ok, "{what}: {}", answer.body);
        assert_ne!(answer.header("location"), Some("/host/sign-in"), "{what}");
        if answer.status == 404 {
            bodies.push((*number, anonymous(&answer)));
        }
    }
    for (number, body) in &bodies {
        let first = &bodies.iter().find(|(other, _)| other == number).unwrap().1;
        assert_eq!(body, first, "{} {}: foreign and unknown look alike", route.method, route.pattern);
    }
    (to_do.len(), refused)
}

/// What the table of rights says of it: done, or refused with this status.
async fn verdict(route: &Route, cast: &Cast, somebody: &Somebody, object: Object) -> Result<(), u16> {
    let when = |granted: bool, otherwise: u16| if granted { Ok(()) } else { Err(otherwise) };
    let known = somebody.counts && route.channel().knows(&somebody.credential);
    let stranger = route.channel().to_strangers();
    // Pages of guests name a room; a program on a guest's side names nothing.
    let at_home = route.channel() == Channel::Ticket || somebody.home == Some(object);
    match (route.needs, &somebody.actor) {
        (Needs::Nothing, _) => Ok(()),
        (Needs::OwnAdmission, _) => when(known && at_home, stranger),
        (Needs::SignIn, _) => when(known, stranger),
        (_, Some(actor)) if known => when(granted(route, cast, actor, object).await, 404),
        _ => Err(stranger),
    }
}

async fn granted(route: &Route, cast: &Cast, actor: &Actor, object: Object) -> bool {
    let there = object != Object::Unknown || !route.pattern.contains('{');
    match route.needs {
        Needs::House(action) => there && may(Standing::to_installation(actor), action),
        Needs::Room(action) => {
            let hosts = cast.hosts(object).await;
            hosts.is_some_and(|hosts| may(Standing::to_room(actor, &hosts), action))
        }
        Needs::HostOf => {
            let hosts = cast.hosts(object).await.unwrap_or_default();
            let own = actor.account().map(|(account, _)| account);
            hosts.iter().any(|host| Some(host.account_id) == own && !host.disabled)
        }
        Needs::Nothing | Needs::SignIn | Needs::OwnAdmission => false,
    }
}

async fn call(server: &Server, route: &Route, scene: &Scene, credential: &Credential) -> Answer {
    let json = route.body.starts_with('{');
    let kind = if json { "application/json" } else { "application/x-www-form-urlencoded" };
    let mut headers = vec![("sec-fetch-site", "same-origin"), ("content-type", kind)];
    let (name, value) = credential.header(route.channel());
    if !value.is_empty() {
        headers.push((name, &value));
    }
    if route.body.is_empty() {
        headers.push(("content-length", "0"));
    }
    server.send(route.method, &scene.fill(route.pattern), &headers, &scene.fill(route.body)).await
}

/// The body without what tells only which request it was.
fn anonymous(answer: &Answer) -> String {
    match serde_json::from_str::<serde_json::Value>(&answer.body) {
        Ok(mut problem) => {
            problem.as_object_mut().unwrap().remove("request_id");
            problem.to_string()
        }
        Err(_) => answer.body.clone(),
    }
}

#[tokio::test]
async fn a_ticket_of_another_room_under_this_room_s_name_is_worth_nothing() {
    let server = Server::start().await;
    let cast = Cast::assemble(&server).await;
    let foreign = cast.scene(&server, Begin::Admitted, Object::Bens).await;
    let scene = cast.scene(&server, Begin::Admitted, Object::Anas).await;
    let Some(Credential::Ticket { secret, .. }) = foreign.ticket else { panic!("a guest has a ticket") };
    let forged = Credential::Ticket { cookie: scene.cookie_name(), secret };
    let before = server.everything().await;
    for route in ROUTES.iter().filter(|route| route.channel() == Channel::Guest && route.pattern.contains("{code}")) {
        let answer = call(&server, route, &scene, &forged).await;
        assert_eq!(answer.status, 410, "{}: {}", route.pattern, answer.body);
    }
    assert!(server.everything().await == before);
}
