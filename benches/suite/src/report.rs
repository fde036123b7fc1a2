//! Figures, and where they are written.

use std::fmt;
use std::fs;
use std::process::Command;

/// One figure beside its goal.
pub struct Figure {
    pub row: String,
    pub what: String,
    pub measured: String,
    pub ceiling: String,
    pub goal: String,
    /// None: nothing is promised, or it could not be told.
    pub met: Option<bool>,
}

const BEGIN: &str = "<!-- suite: written by benches/run --write -->";
const END: &str = "<!-- suite: end -->";

impl Figure {
    pub fn new(row: &str, what: &str, measured: String) -> Self {
        Self {
            row: row.to_owned(),
            what: what.to_owned(),
            measured,
            ceiling: "–".to_owned(),
            goal: "–".to_owned(),
            met: None,
        }
    }

    pub fn missing(row: &str, why: &str) -> Self {
        Self::new(row, "not measured", why.to_owned())
    }

    pub fn ceiling(mut self, ceiling: String) -> Self {
        self.ceiling = ceiling;
        self
    }

    pub fn goal(mut self, goal: &str, met: bool) -> Self {
        self.goal = goal.to_owned();
        self.met = Some(met);
        self
    }

    /// As it goes from a row's process to the suite's.
    pub fn to_line(&self) -> String {
        let met = self.met.map_or("", |met| if met { "yes" } else { "no" });
        ["FIGURE", &self.row, &self.what, &self.measured, &self.ceiling, &self.goal, met].join("\t")
    }

    pub fn from_line(line: &str) -> Option<Self> {
        let parts: Vec<&str> = line.split('\t').collect();
        let ["FIGURE", row, what, measured, ceiling, goal, met] = parts[..] else { return None };
        let met = match met {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        Some(Self { goal: goal.into(), ceiling: ceiling.into(), met, ..Self::new(row, what, measured.into()) })
    }

    fn verdict(&self) -> &'static str {
        match self.met {
            Some(true) => "reached",
            Some(false) => "**missed**",
            None => "–",
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, what, measured, ceiling, goal, .. } = self;
        write!(f, "| {row} | {what} | {measured} | {ceiling} | {goal} | {} |", self.verdict())
    }
}

pub fn table(figures: &[Figure]) -> String {
    let head = "| row | what | measured | ceiling | goal | |\n|---|---|---|---|---|---|\n";
    figures.iter().fold(head.to_owned(), |table, figure| format!("{table}{figure}\n"))
}

/// The load average of the last minute.
pub fn load_average() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}

/// Puts the rows into the document. Rows that were not measured this time stay as they are, with the run they are of.
pub fn write(figures: &[Figure], load_at_begin: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/benchmarks.md");
    let text = fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the mark of the suite in docs/benchmarks.md");
    let (old, after) = rest.split_once(END).expect("the mark of the suite's end in docs/benchmarks.md");
    let mut lines: Vec<String> = figures.iter().map(ToString::to_string).collect();
    let measured = |line: &str| figures.iter().any(|figure| line.starts_with(&format!("| {} |", figure.row)));
    lines.extend(old.lines().filter(|line| line.starts_with("| P") && !measured(line)).map(ToOwned::to_owned));
    lines.sort_by_key(|line| number(line));
    let mut runs: Vec<&str> = old.lines().filter(|line| line.starts_with("- ")).collect();
    let mut names: Vec<&str> = figures.iter().map(|figure| figure.row.as_str()).collect();
    names.dedup();
    let run = format!(
        "- {}, at `{}`, load {load_at_begin} when it began and {} when it ended: {}",
        output("date", &["-u", "+%Y-%m-%d %H:%M UTC"]),
        output("git", &["rev-parse", "--short", "HEAD"]),
        load_average(),
        names.join(", ")
    );
    runs.push(&run);
    let head = table(&[]);
    let body = format!(
        "{BEGIN}\n\n{head}{}\n\nRuns; a row is of the last one that names it:\n\n{}\n\n{END}",
        lines.join("\n"),
        runs.join("\n")
    );
    fs::write(path, format!("{before}{body}{after}")).unwrap();
}

/// Of a line of the table: the row's number.
fn number(line: &str) -> u32 {
    let digits: String = line.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
