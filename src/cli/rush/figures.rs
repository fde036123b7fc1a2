//! From moments to figures: who was where when, and the table of it.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// The moments of one guest, as far as they came.
#[derive(Default)]
struct Visit {
    /// When the guest sent the request to join.
    asked: Option<Instant>,
    /// When each host heard of it.
    heard: Vec<Instant>,
    /// When a host sent the decision.
    decided: Option<Instant>,
    /// When the guest heard of it.
    told: Option<Instant>,
}

/// Everything that was measured. Kept by the id of the admission: a host may hear of a guest before the guest does.
#[derive(Default)]
pub struct Ledger {
    visits: HashMap<String, Visit>,
    asking: Vec<Duration>,
    tokens: Vec<Duration>,
    /// What went wrong, and how often.
    pub troubles: BTreeMap<String, usize>,
}

/// One line of the table.
pub struct Row {
    pub name: &'static str,
    /// Sorted.
    pub times: Vec<Duration>,
    /// How many that should have come did not.
    pub errors: usize,
}

impl Ledger {
    pub fn asked(&mut self, id: &str, sent: Instant, answered: Instant) {
        self.asking.push(answered - sent);
        self.visit(id).asked = Some(sent);
    }

    pub fn heard(&mut self, id: &str, at: Instant) {
        self.visit(id).heard.push(at);
    }

    pub fn decided(&mut self, id: &str, sent: Instant) {
        self.visit(id).decided = Some(sent);
    }

    pub fn told(&mut self, id: &str, at: Instant) {
        self.visit(id).told = Some(at);
    }

    pub fn token(&mut self, took: Duration) {
        self.tokens.push(took);
    }

    pub fn trouble(&mut self, what: String) {
        *self.troubles.entry(what).or_default() += 1;
    }

    /// How often a host has heard of a guest.
    pub fn hearings(&self) -> usize {
        self.visits.values().map(|visit| visit.heard.len()).sum()
    }

    fn visit(&mut self, id: &str) -> &mut Visit {
        if !self.visits.contains_key(id) {
            self.visits.insert(id.to_owned(), Visit::default());
        }
        self.visits.entry(id.to_owned()).or_default()
    }

    /// The table's lines for so many guests and hosts.
    pub fn rows(&self, guests: usize, hosts: usize) -> Vec<Row> {
        let visits = self.visits.values();
        let desk = visits.clone().filter_map(|visit| Some((visit.asked?, &visit.heard)));
        let desk =
            desk.flat_map(|(asked, heard)| heard.iter().map(move |heard| heard.saturating_duration_since(asked)));
        let told = visits.filter_map(|visit| Some(visit.told?.saturating_duration_since(visit.decided?)));
        vec![
            row("ask", self.asking.clone(), guests),
            row("on the desk", desk.collect(), guests * hosts),
            row("admit → told", told.collect(), guests),
            row("token", self.tokens.clone(), guests),
        ]
    }
}

fn row(name: &'static str, mut times: Vec<Duration>, expected: usize) -> Row {
    times.sort_unstable();
    let errors = expected.saturating_sub(times.len());
    Row { name, times, errors }
}

impl Row {
    /// The time within which so many percent were done; nothing when nobody was.
    pub fn within(&self, percent: usize) -> Option<Duration> {
        let last = self.times.len().checked_sub(1)?;
        self.times.get((last * percent).div_ceil(100)).copied()
    }
}

/// The table, in milliseconds.
pub fn table(rows: &[Row]) -> String {
    let mut table =
        format!("{:<13} {:>7} {:>9} {:>9} {:>9} {:>9} {:>7}\n", "ms", "times", "p50", "p95", "p99", "max", "errors");
    for row in rows {
        let time = |percent| row.within(percent).map_or_else(|| "–".to_owned(), milliseconds);
        // Writing into a text cannot fail.
        let _ = writeln!(
            table,
            "{:<13} {:>7} {:>9} {:>9} {:>9} {:>9} {:>7}",
            row.name,
            row.times.len(),
            time(50),
            time(95),
            time(99),
            time(100),
            row.errors
        );
    }
    table
}

pub fn milliseconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn milli(number: u64) -> Duration {
        Duration::from_millis(number)
    }

    #[test]
    fn moments_become_times_whichever_came_first() {
        let (start, mut ledger) = (Instant::now(), Ledger::default());
        ledger.heard("a", start + milli(3));
        ledger.asked("a", start, start + milli(5));
        ledger.heard("a", start + milli(9));
        ledger.told("a", start + milli(14));
        ledger.decided("a", start + milli(10));
        ledger.asked("b", start, start + milli(7));
        ledger.decided("b", start + milli(10));
        ledger.token(milli(2));
        let rows = ledger.rows(3, 2);
        let times: Vec<&[Duration]> = rows.iter().map(|row| row.times.as_slice()).collect();
        assert_eq!(times, [&[milli(5), milli(7)][..], &[milli(3), milli(9)], &[milli(4)], &[milli(2)]]);
        assert_eq!(rows.iter().map(|row| row.errors).collect::<Vec<_>>(), [1, 4, 2, 2]);
    }

    #[test]
    fn the_table_shows_percentiles_and_dashes_where_nothing_was_measured() {
        let rows = [row("ask", (1..=100).rev().map(milli).collect(), 100), row("token", Vec::new(), 100)];
        let table = table(&rows);
        let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[1], ["ask", "100", "51.0", "96.0", "100.0", "100.0", "0"]);
        assert_eq!(lines[2], ["token", "0", "–", "–", "–", "–", "100"]);
    }
}
