//! The desk as a page.

use scraper::{ElementRef, Html, Selector};

use crate::support::Desk;

pub fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn whoever_asks_stands_on_the_desk_with_one_admit_and_one_deny() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let sam = desk.asks("Sam Okafor").await;
    let page = Html::parse_document(&ana.desk().await);
    assert_eq!(words(select(&page, "title")[0]), "(1) Evening clinic – the door");
    let row = format!("#waiting > #admission-{}", sam.id);
    assert_eq!(words(select(&page, &format!("{row} .name"))[0]), "Sam Okafor");
    assert_eq!(words(select(&page, &format!("{row} .avatar"))[0]), "SO");
    let outside_the_menu: Vec<String> =
        select(&page, &format!("{row} .actions > button")).into_iter().map(words).collect();
    assert_eq!(outside_the_menu, ["Admit", "Deny"]);
    let menu: Vec<String> = select(&page, &format!("{row} .menu-list button")).into_iter().map(words).collect();
    assert_eq!(
        menu,
        [
            "Admit as viewer",
            "Admit as speaker",
            "Admit as moderator",
            "Admit as presenter only",
            "Hold",
            "I’ll take this guest",
            "Give back",
            "Not on the list",
            "Not the right time",
            "Not the right room",
            "The room is full",
            "The name is not clear",
            "Deny and block"
        ]
    );
    let typed: Vec<String> = select(&page, &format!("{row} .menu-list a")).into_iter().map(words).collect();
    assert_eq!(typed, ["Hold with a message", "Message", "Move to another room", "Deny in your own words", "Timeline"]);
    assert_eq!(select(&page, "form#act").len(), 1);
    assert_eq!(select(&page, "noscript").len(), 1, "without scripts the page refreshes itself");
}

#[tokio::test]
async fn an_empty_desk_says_what_to_do_next() {
    let desk = Desk::open().await;
    let page = desk.ana().desk().await;
    assert!(page.contains("<title>Evening clinic"), "no count in the title");
    assert!(page.contains("Nobody is waiting."));
    assert!(page.contains("Nobody is in the call yet."));
}

#[tokio::test]
async fn names_that_look_the_same_are_marked_on_both_rows() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let (first, second) = (desk.asks("Sam Okafor").await, desk.asks("Sam Okáfor").await);
    let page = Html::parse_document(&ana.desk().await);
    let badge = |id| words(select(&page, &format!("#admission-{id} .badge.amber"))[0]);
    assert_eq!(badge(first.id), "same name as Sam Okáfor");
    assert_eq!(badge(second.id), "same name as Sam Okafor");
}

#[tokio::test]
async fn names_with_markup_are_text_on_the_page_and_in_the_stream() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    let mut stream = ana.watches(None).await;
    stream.next_named("lists").await;
    let name = "<img src=x onerror=alert(1)>\"'&";
    let guest = desk.asks(name).await;
    let sent = stream.rows_with("waiting").await;
    for html in [ana.desk().await, sent] {
        assert!(!html.contains("<img"), "{html}");
        let parsed = Html::parse_document(&html);
        let shown = select(&parsed, &format!("bdi#name-{}", guest.id))[0];
        assert_eq!(shown.text().collect::<String>(), name);
        assert_eq!(shown.attr("title"), Some(name));
    }
}

#[tokio::test]
async fn a_page_begins_with_a_hundred_rows_and_counts_all() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    for number in 0..103 {
        desk.asks(&format!("Guest {number}")).await;
    }
    let page = Html::parse_document(&ana.desk().await);
    assert_eq!(select(&page, "#waiting > li").len(), 100);
    assert_eq!(words(select(&page, "h2 [data-count=waiting]")[0]), "103");
    let more = select(&page, "#more-waiting a")[0].attr("href").unwrap().to_owned();
    let page = Html::parse_document(&ana.browser.get(&more).await.body);
    assert_eq!(select(&page, "#waiting > li").len(), 103);
}

#[tokio::test]
async fn nobody_signed_in_is_led_to_the_sign_in() {
    let desk = Desk::open().await;
    let mut nobody = desk.server.browser();
    for path in ["", "/events"] {
        let answer = nobody.get(&format!("/host/rooms/{}{path}", desk.room.id)).await;
        assert_eq!(answer.status, 303);
        assert_eq!(answer.goes_to(), "/host/sign-in");
    }
}

#[tokio::test]
async fn a_stranger_finds_neither_the_desk_nor_its_stream() {
    let desk = Desk::open().await;
    let mut stranger = desk.another("Tom", false).await;
    for path in ["", "/events"] {
        let foreign = stranger.browser.get(&format!("/host/rooms/{}{path}", desk.room.id)).await;
        let unknown = stranger.browser.get(&format!("/host/rooms/00000000-0000-7000-8000-000000000000{path}")).await;
        let malformed = stranger.browser.get(&format!("/host/rooms/x{path}")).await;
        assert_eq!([foreign.status, unknown.status, malformed.status], [404; 3]);
        let foreign = foreign.body;
        assert_eq!(foreign, unknown.body);
        assert_eq!(foreign, malformed.body);
    }
}

#[tokio::test]
async fn a_host_finds_somebody_by_a_part_of_the_name_however_it_is_written() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    for name in ["Sam Okafor", "Zoë Müller", "Li Wei", "Саша"] {
        desk.asks(name).await;
    }
    for (typed, found) in
        [("muller", vec!["Zoë Müller"]), ("OKA", vec!["Sam Okafor"]), ("wei", vec!["Li Wei"]), ("nobody", vec![])]
    {
        let page = Html::parse_document(&ana.browser.get(&format!("{}?q={typed}", desk_path(&desk))).await.body);
        let names: Vec<String> = select(&page, "#waiting > li .name").into_iter().map(words).collect();
        assert_eq!(names, found, "{typed}");
        assert_eq!(words(select(&page, "h2 [data-count=waiting]")[0]), "4", "the count is of all who wait");
        assert_eq!(select(&page, "#seek input[name=q]")[0].attr("value"), Some(typed));
    }
    let page = ana.browser.get(&format!("{}?q=nobody", desk_path(&desk))).await.body;
    assert!(page.contains("Nobody at the door matches."));
}

#[tokio::test]
async fn a_host_sees_only_those_on_hold_or_with_the_same_name() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    desk.asks("Sam Okafor").await;
    desk.asks("Sam Okáfor").await;
    let held = desk.asks("Li Wei").await;
    ana.decides(held.id, "hold", &[]).await;
    for (only, waiting, held) in [
        ("held", vec![], vec!["Li Wei"]),
        ("same-name", vec!["Sam Okafor", "Sam Okáfor"], vec![]),
        ("away", vec![], vec![]),
    ] {
        let page = Html::parse_document(&ana.browser.get(&format!("{}?only={only}", desk_path(&desk))).await.body);
        let names = |list: &str| -> Vec<String> {
            select(&page, &format!("#{list} > li .name")).into_iter().map(words).collect()
        };
        assert_eq!([names("waiting"), names("held")], [waiting, held], "{only}");
    }
}

#[tokio::test]
async fn a_search_with_what_cannot_be_a_name_or_an_unknown_choice_is_refused() {
    let desk = Desk::open().await;
    let mut ana = desk.ana();
    for wrong in ["q=%00", "only=everybody", "order=name", &format!("q={}", "a".repeat(101))] {
        let status = ana.browser.get(&format!("{}?{wrong}", desk_path(&desk))).await.status;
        assert!([400, 422].contains(&status), "{wrong}: {status}");
    }
}

fn desk_path(desk: &Desk) -> String {
    format!("/host/rooms/{}", desk.room.id)
}
