//! The measurements of docs/benchmarks.md; `benches/run` builds and starts them.
//!
//! Every row is a process of its own, so that one that fails or hangs leaves the others alone. The server under
//! measurement is the release binary beside this one, kept on one core; the load comes from the other. Beside it stands
//! the *ceiling* (`ceiling.rs`): the same parts with as good as nothing on top, measured in the same row.

mod ceiling; // bare actix-web, bare SQLite
mod house; // a server with a room, hosts and guests
mod http; // the smallest client that can measure
mod report; // the table and the document
mod rows; // one function a row
mod server; // processes, their CPU time and memory
mod timing; // percentiles and loads

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use report::Figure;

/// A row that takes longer is ended.
const LONGEST_ROW: Duration = Duration::from_secs(420);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["ceiling", port, database] => ceiling::run(port.parse().unwrap(), database),
        ["row", name] => run_row(name),
        words => run_rows(words),
    }
}

fn run_row(name: &str) {
    server::pin_the_load();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for figure in runtime.block_on(rows::run(name)) {
        println!("{}", figure.to_line());
    }
}

fn run_rows(words: &[&str]) {
    let unknown = words.iter().find(|word| **word != "--write" && !rows::NAMES.contains(word));
    if let Some(unknown) = unknown {
        eprintln!("there is no row {unknown}: {}", rows::NAMES.join(" "));
        std::process::exit(2);
    }
    let wanted = |name: &&&str| words.iter().all(|word| *word == "--write") || words.contains(name);
    let mut figures = Vec::new();
    let began = report::load_average();
    for name in rows::NAMES.iter().filter(wanted) {
        eprintln!("── {name} (load {})", report::load_average());
        let of_row = measure(name);
        of_row.iter().for_each(|figure| eprintln!("   {figure}"));
        figures.extend(of_row);
    }
    println!("{}", report::table(&figures));
    if words.contains(&"--write") {
        report::write(&figures, &began);
    }
}

/// Runs a row in a process of its own; what it found, or that it found nothing.
fn measure(name: &str) -> Vec<Figure> {
    let mut row = Command::new(std::env::current_exe().unwrap());
    let mut row = row.args(["row", name]).stdout(Stdio::piped()).spawn().unwrap();
    let began = Instant::now();
    while row.try_wait().unwrap().is_none() {
        if began.elapsed() > LONGEST_ROW {
            row.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let output = row.wait_with_output().unwrap();
    let found: Vec<Figure> = String::from_utf8_lossy(&output.stdout).lines().filter_map(Figure::from_line).collect();
    if output.status.success() && !found.is_empty() {
        return found;
    }
    vec![Figure::missing(name, "the row did not come to its end")]
}
