//! A small chart of what was decided, drawn on the server: one column for each piece of time. The table beside it says
//! the same in figures.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::store::Decided;
use crate::web::Words;

/// Units of the drawing.
const HEIGHT: i64 = 100;
const COLUMN: i64 = 20;
const GAP: i64 = 4;

#[derive(Template)]
#[template(path = "admin/chart.html")]
pub(super) struct Chart {
    words: Words,
    width: i64,
    /// The tallest column's height in figures.
    most: i64,
    bars: Vec<Bar>,
    /// The catalogue's key for where the time begins.
    span: &'static str,
    total: Decided,
}

impl HtmlSafe for Chart {}

/// A part of a column.
#[derive(Debug, PartialEq, Eq)]
struct Bar {
    kind: &'static str,
    x: i64,
    y: i64,
    width: i64,
    height: i64,
}

impl Chart {
    pub fn new(words: Words, pieces: &[Decided], span: &'static str) -> Self {
        let most = pieces.iter().map(|piece| piece.total()).max().unwrap_or_default();
        let mut total = Decided::default();
        let mut bars = Vec::new();
        for (number, piece) in (0..).zip(pieces) {
            total += *piece;
            column(&mut bars, number * COLUMN, *piece, most);
        }
        let width = COLUMN * i64::try_from(pieces.len()).unwrap_or_default();
        Self { words, width, most, bars, span, total }
    }

    /// The key of a sentence about the time.
    fn key(&self, what: &str) -> String {
        format!("overview-{what}-{}", self.span)
    }
}

/// The parts of one column, from below: let in, denied, left. Whatever is not nothing can be seen.
fn column(bars: &mut Vec<Bar>, x: i64, piece: Decided, most: i64) {
    let mut below = HEIGHT;
    for (kind, count) in [("let-in", piece.let_in), ("denied", piece.denied), ("gone", piece.left)] {
        if count > 0 {
            let height = (count * HEIGHT / most.max(1)).max(1);
            below -= height;
            bars.push(Bar { kind, x: x + GAP / 2, y: below, width: COLUMN - GAP, height });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_on_the_ground_and_the_tallest_reaches_the_top() {
        let pieces =
            [Decided { let_in: 3, denied: 1, left: 0 }, Decided::default(), Decided { let_in: 0, denied: 0, left: 2 }];
        let chart = Chart::new(Words::english(), &pieces, "day");
        let at = |bar: &Bar| (bar.kind, bar.x, bar.y, bar.height);
        assert_eq!(
            chart.bars.iter().map(at).collect::<Vec<_>>(),
            [("let-in", 2, 25, 75), ("denied", 2, 0, 25), ("gone", 42, 50, 50)]
        );
        assert_eq!((chart.width, chart.most), (60, 4));
    }

    #[test]
    fn a_chart_says_what_it_shows_and_one_beside_a_thousand_can_be_seen() {
        let pieces = [Decided { let_in: 1_000, ..Decided::default() }, Decided { denied: 1, ..Decided::default() }];
        let chart = Chart::new(Words::english(), &pieces, "week");
        assert_eq!(chart.bars[1].height, 1);
        let html = chart.render().unwrap();
        assert!(html.contains("<title id=\"chart-title\">") && html.contains("1000 were let in"), "{html}");
        assert!(html.contains("aria-labelledby=\"chart-title chart-says\"") && !html.contains("style="), "{html}");
    }
}
