//! The overview: how things stand, what was decided by time and room; fast whatever the length of the log.

use anteroom::moderation::Request;
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::support::Desk;

#[tokio::test]
async fn without_any_guest_the_overview_says_so() {
    let desk = Desk::open().await;
    let mut eve = desk.server.admin("Eve").await;
    let page = eve.browser.get("/admin").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.texts(".figures dd"), ["0", "–", "0"]);
    assert_eq!(page.texts(".empty b"), ["Nothing in this time"]);
    assert!(page.texts("svg.chart, .chart svg").is_empty());
    assert_eq!(desk.ana().browser.get("/admin").await.status, 404, "not for hosts");
}

#[tokio::test]
async fn what_was_decided_is_counted_by_hour_and_room_and_what_was_taken_back_is_not() {
    let desk = Desk::open().await;
    let (ana, moderation) = (desk.ana(), &desk.moderation);
    let mut eve = desk.server.admin("Eve").await;
    let mut guests = Vec::new();
    for number in 0..7 {
        guests.push(desk.asks(&format!("Guest {number}")).await);
    }
    moderation.admit(&ana.actor, guests[0].id, None, None).await.unwrap();
    moderation.admit(&ana.actor, guests[1].id, None, None).await.unwrap();
    moderation.deny(&ana.actor, guests[2].id, None, false, None).await.unwrap();
    moderation.deny(&ana.actor, guests[3].id, None, false, None).await.unwrap();
    moderation.undo(&ana.actor, guests[3].id).await.unwrap();
    let sam = anteroom::moderation::guest(&guests[4], None);
    moderation.withdraw(&sam, guests[4].id).await.unwrap();
    let page = eve.browser.get("/admin").await;
    assert_eq!(page.texts(".figures dd")[0], "3", "waiting: {}", page.text());
    assert_eq!(page.texts(".figures dd")[2], "2", "in calls");
    assert_eq!(page.texts(".figures.small dd"), ["3", "1", "1"], "decisions, denied, left");
    assert_eq!(page.texts(".chart rect").len(), 3);
    let says = "In this time 2 were let in, 1 were denied and 1 left before they were seen.";
    assert_eq!(page.texts(".chart desc"), [says]);
    assert_eq!(page.texts("section.card > table tbody td"), ["Evening clinic", "2", "1", "1"]);
    // A day later they are history: out of the day, still in the week.
    moderation.clock.advance(SignedDuration::from_hours(25));
    eve.signs_in().await;
    assert_eq!(eve.browser.get("/admin").await.texts(".empty b"), ["Nothing in this time"]);
    let week = eve.browser.get("/admin?span=week").await;
    assert_eq!(week.texts(".figures.small dd"), ["3", "1", "1"]);
    assert!((400..500).contains(&eve.browser.get("/admin?span=year").await.status));
}

#[tokio::test]
async fn markup_in_a_room_s_title_is_text_on_the_overview() {
    let desk = Desk::open().await;
    let (ana, mut eve) = (desk.ana(), desk.server.admin("Eve").await);
    let room = desk.server.room_of(&ana, "<i>Clinic</i>").await;
    let link = desk.server.invite(&ana, room, "Link").await.secret;
    let request = Request { name: "Sam".to_owned(), ..Request::default() };
    let sam = desk.moderation.request_entry(None, link.expose_secret(), request, None).await.unwrap().admission;
    desk.moderation.admit(&ana.actor, sam.id, None, None).await.unwrap();
    for path in ["/admin", "/admin/calls"] {
        let page = eve.browser.get(path).await;
        assert!(page.texts("main tbody a").contains(&"<i>Clinic</i>".to_owned()), "{path}: {}", page.text());
        assert!(page.texts("main i").is_empty() && !page.body.contains(" style="), "{path}");
    }
}

#[tokio::test]
async fn the_counting_reads_the_index_of_its_time_and_not_the_whole_log() {
    let desk = Desk::open().await;
    let mut file = desk.server.database().await;
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/overview.rs")).unwrap();
    let acts = source.split("AND action IN (").nth(1).unwrap().split(')').next().unwrap();
    let plan = format!(
        "EXPLAIN QUERY PLAN SELECT room_id, sum(action = 'denied') FROM audit INDEXED BY audit_decided WHERE at >= 1 AND at < 2
         AND action IN ({acts}) GROUP BY room_id"
    );
    let plan: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(plan)).fetch_all(&mut file).await.unwrap();
    let plan = plan.into_iter().map(|step| step.3).collect::<Vec<_>>().join("; ");
    assert!(plan.contains("audit_decided (at>? AND at<?)"), "{plan}");
}
