//! How things stand in all rooms, and what was decided in the last day or week, by time and room.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use askama::Template;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::chart::Chart;
use crate::domain::ids::RoomId;
use crate::moderation::{Moderation, Refusal};
use crate::store::Decided;
use crate::web::frame::Frame;
use crate::web::identity::{Admin, SignedIn};
use crate::web::markup::{self, Markup};
use crate::web::{WebError, Words, refusal, respond};

/// So many rooms are listed.
const ROOMS: i64 = 20;

/// The time that the page looks back on.
#[derive(Clone, Copy, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Span {
    #[default]
    Day,
    Week,
}

impl Span {
    /// How long one piece of it is, and how many there are.
    fn pieces(self) -> (SignedDuration, usize) {
        match self {
            Self::Day => (SignedDuration::from_hours(1), 24),
            Self::Week => (SignedDuration::from_hours(6), 28),
        }
    }
}

#[derive(Deserialize)]
pub struct OverviewQuery {
    #[serde(default)]
    span: Span,
}

#[derive(Template)]
#[template(path = "admin/overview.html")]
struct OverviewPage {
    words: Words,
    frame: Frame,
    span: Span,
    waiting: i64,
    in_calls: i64,
    longest: Option<Markup>,
    total: Decided,
    chart: Chart,
    pieces: Vec<(Timestamp, Decided)>,
    rooms: Vec<(RoomId, String, Decided)>,
}

impl OverviewPage {
    async fn new(me: &SignedIn, moderation: &Moderation, words: Words, span: Span) -> Result<Self, Refusal> {
        let now = moderation.clock.now();
        let (piece, count) = span.pieces();
        let from = beginning(now, piece, count);
        let standing = moderation.store.standing()?;
        let decided = moderation.store.decided_by_time(from, piece, count).await?;
        let mut total = Decided::default();
        let mut pieces = Vec::with_capacity(count);
        let mut start = from;
        for each in &decided {
            total += *each;
            pieces.push((start, *each));
            start += piece;
        }
        let rooms = moderation.store.decided_by_room(from, start, ROOMS).await?;
        Ok(Self {
            words,
            frame: Frame::new(me, "overview"),
            span,
            waiting: standing.waiting,
            in_calls: standing.in_calls,
            longest: standing.longest.map(|at| markup::when(words, at, now)),
            total,
            chart: Chart::new(words, &decided, if span == Span::Day { "day" } else { "week" }),
            pieces,
            rooms: rooms.into_iter().map(|room| (room.id, room.title.to_string(), room.decided)).collect(),
        })
    }

    fn is_week(&self) -> bool {
        self.span == Span::Week
    }
}

/// Where the first of `count` pieces begins, so that the last is the one under way.
fn beginning(now: Timestamp, piece: SignedDuration, count: usize) -> Timestamp {
    let length = piece.as_secs().max(1);
    let current = now.as_second().div_euclid(length) * length;
    let first = current - length * i64::try_from(count.saturating_sub(1)).unwrap_or_default();
    Timestamp::from_second(first).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub async fn show(
    Admin(me): Admin,
    query: Query<OverviewQuery>,
    moderation: Data<Moderation>,
    words: Words,
) -> Result<HttpResponse, WebError> {
    let page = OverviewPage::new(&me, &moderation, words, query.span).await;
    respond::page(&page.map_err(|error| refusal::answer(error, words, moderation.clock.now()))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_piece_is_the_one_under_way() {
        let now: Timestamp = "2026-11-24T10:20:30Z".parse().unwrap();
        let said = |span: Span| beginning(now, span.pieces().0, span.pieces().1).to_string();
        assert_eq!(said(Span::Day), "2026-11-23T11:00:00Z");
        assert_eq!(said(Span::Week), "2026-11-17T12:00:00Z");
    }
}
