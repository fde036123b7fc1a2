//! One function a row. P16 (the embedded call) has a measurement of its own: `benches/call.rs`.

mod answers; // P1 P2 P3
mod crowds; // P8 P9
mod decisions; // P4 P5 P6 P11
mod growth; // P7 P12
mod sizes; // P13 P14 P15
mod tokens; // P10
mod twin; // P2 P3 P5 beside Node

use crate::report::Figure;

pub const NAMES: &[&str] =
    &["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12", "P13", "P14", "P15", "P16"];

pub async fn run(name: &str) -> Vec<Figure> {
    let tasks = tokio::task::LocalSet::new();
    tasks
        .run_until(async {
            match name {
                "P1" => answers::plain().await,
                "P2" => answers::joins().await,
                "P3" => answers::desk_page().await,
                "P4" => decisions::told().await,
                "P5" => decisions::cost().await,
                "P6" => decisions::all_at_once().await,
                "P7" => growth::one_change().await,
                "P8" => crowds::memory().await,
                "P9" => crowds::coming_back().await,
                "P10" => tokens::tokens(),
                "P11" => decisions::beside_sign_ins().await,
                "P12" => growth::burst().await,
                "P13" => sizes::starts().await,
                "P14" => sizes::guest_pages().await,
                "P15" => sizes::binary(),
                "P16" => vec![Figure::new("P16", "the embedded call", "below: `cargo bench --bench call`".to_owned())],
                other => panic!("there is no row {other}"),
            }
        })
        .await
}
