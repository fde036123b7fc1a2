//! P10: how many tokens come out of a CPU second. The product's part is a bench of its own (`benches/tokens.rs`); the
//! official SDKs do the same beside it, in turns.

use std::ffi::OsStr;
use std::path::Path;

use super::answers::TURNS;
use crate::report::Figure;
use crate::server::{node, on_its_core, twin_file};

/// Tokens in a CPU second; `None`: nothing came out.
type Rate = Option<f64>;

pub fn tokens() -> Vec<Figure> {
    let (mut t1, mut rs256, mut npm, mut pypi) = (None, None, None, None);
    for _ in 0..TURNS {
        let ours = prints("cargo", &["bench", "--locked", "--quiet", "--bench", "tokens"]).unwrap_or_default();
        t1 = better(t1, of_line(&ours, "T1"));
        rs256 = better(rs256, of_line(&ours, "JWT, RS256"));
        npm = better(npm, printed("node", "tokens.js"));
        pypi = better(pypi, printed(twin_file(".venv/bin/python"), "tokens.py"));
    }
    let without_npm = node().err().unwrap_or("the packages of the twins in Node are missing");
    let million = |rate: f64| (format!("{:.2} M", rate / 1e6), rate >= 1.2e6);
    let time = |rate: f64| (format!("{:.0} µs each", 1e6 / rate), rate >= 1e3);
    vec![
        figure("T1 tokens in a CPU second", t1, "≥ 1.2 M", million),
        beside("the npm package `opentok`", t1, npm, 12.0, without_npm),
        beside("the PyPI package `opentok`", t1, pypi, 15.0, "Python or its packages are missing"),
        figure("tokens signed by RS256", rs256, "≤ 1 ms", time),
    ]
}

fn figure(what: &str, rate: Rate, goal: &str, told: impl Fn(f64) -> (String, bool)) -> Figure {
    match rate.map(told) {
        Some((measured, met)) => Figure::new("P10", what, measured).goal(goal, met),
        None => without(what, goal, "the bench of the tokens did not say"),
    }
}

fn beside(whose: &str, ours: Rate, theirs: Rate, times: f64, why_not: &str) -> Figure {
    let (what, goal) = (format!("the same beside {whose}"), format!("≥ {times} ×"));
    let (Some(ours), Some(theirs)) = (ours, theirs) else { return without(&what, &goal, why_not) };
    let ratio = ours / theirs;
    Figure::new("P10", &what, format!("{ours:.0}"))
        .ceiling(format!("SDK: {theirs:.0}"))
        .goal(&format!("{goal} (is {ratio:.1})"), ratio >= times)
}

fn without(what: &str, goal: &str, why: &str) -> Figure {
    Figure { goal: goal.to_owned(), ..Figure::new("P10", what, format!("not measured: {why}")) }
}

/// The turn with more of them: what is less is other people's work.
fn better(one: Rate, other: Rate) -> Rate {
    [one, other].into_iter().flatten().reduce(f64::max)
}

/// Of the bench's table: name, tokens in a CPU second, time of one, unit.
fn of_line(table: &str, name: &str) -> Rate {
    let line = table.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().rev().nth(2)?.parse().ok()
}

/// What a script of the twins' folder prints: the rate alone.
fn printed(program: impl AsRef<Path>, script: &str) -> Rate {
    prints(program, &[twin_file(script)])?.trim().parse().ok()
}

fn prints(program: impl AsRef<Path>, arguments: &[impl AsRef<OsStr>]) -> Option<String> {
    let mut command = on_its_core(program.as_ref());
    command.args(arguments).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
