//! Figures of this process, for Prometheus. No label ever holds a name, an id or an address: only kinds of ours.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// Upper bounds in seconds: what is fast, what a person notices, what is wrong.
const SECONDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

type Labels = [(&'static str, &'static str); 2];
type Label = [(&'static str, String); 1];
type Float = Gauge<f64, AtomicU64>;

/// Everything that is counted. Clones share it.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    requests: Family<Labels, Histogram>,
    acts: Family<Label, Counter>,
    commits: Histogram,
    failed_commits: Counter,
    queue: Gauge,
    guests: Family<Label, Gauge>,
    streams: Gauge,
    enforcements: Gauge,
    oldest_enforcement: Float,
    deliveries: Gauge,
    database: Gauge,
    cpu: Counter<f64, AtomicU64>,
    memory: Gauge,
    files: Gauge,
    started: Float,
}

/// What is read anew for every answer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    pub waiting: i64,
    pub held: i64,
    pub admitted: i64,
    pub streams: i64,
    pub enforcements: i64,
    /// Seconds; 0 when none is open.
    pub oldest_enforcement: f64,
    pub deliveries: i64,
    pub database_bytes: i64,
    pub process: Process,
}

/// The process as the kernel sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Process {
    pub cpu_seconds: f64,
    pub memory_bytes: i64,
    pub open_files: i64,
}

impl std::fmt::Debug for Metrics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Metrics")
    }
}

impl Metrics {
    /// `started_at` in seconds since 1970.
    pub fn new(started_at: f64) -> Self {
        let mut metrics = Self {
            registry: Arc::default(),
            requests: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            acts: Family::default(),
            commits: Histogram::new(SECONDS),
            failed_commits: Counter::default(),
            queue: Gauge::default(),
            guests: Family::default(),
            streams: Gauge::default(),
            enforcements: Gauge::default(),
            oldest_enforcement: Float::default(),
            deliveries: Gauge::default(),
            database: Gauge::default(),
            cpu: Counter::default(),
            memory: Gauge::default(),
            files: Gauge::default(),
            started: Float::default(),
        };
        metrics.started.set(started_at);
        metrics.registry = Arc::new(metrics.register());
        metrics
    }

    fn register(&self) -> Registry {
        let mut all = Registry::default();
        let own = all.sub_registry_with_prefix("anteroom");
        let requests = "Answered requests by group of routes and class of status";
        own.register_with_unit("http_request_duration", requests, Unit::Seconds, self.requests.clone());
        own.register("acts", "What was written into the log, by kind", self.acts.clone());
        own.register_with_unit("commit_duration", "Commits of the database", Unit::Seconds, self.commits.clone());
        own.register("failed_commits", "Commits that failed", self.failed_commits.clone());
        own.register("writer_queue", "Pieces of work that wait for the writer", self.queue.clone());
        own.register("guests", "Guests by state: waiting, held, admitted", self.guests.clone());
        own.register("streams", "Open event streams", self.streams.clone());
        own.register("enforcements_open", "Connections that must end and have not", self.enforcements.clone());
        let oldest = "How long the oldest of them has been waiting";
        own.register_with_unit("enforcement_oldest_age", oldest, Unit::Seconds, self.oldest_enforcement.clone());
        own.register("webhook_deliveries_pending", "What webhooks have not been told yet", self.deliveries.clone());
        own.register_with_unit("database_size", "Size of the database", Unit::Bytes, self.database.clone());
        let process = all.sub_registry_with_prefix("process");
        process.register_with_unit("cpu", "Processor time", Unit::Seconds, self.cpu.clone());
        process.register_with_unit("resident_memory", "Memory in use", Unit::Bytes, self.memory.clone());
        process.register("open_fds", "Open file descriptors", self.files.clone());
        process.register_with_unit("start_time", "Start, since 1970", Unit::Seconds, self.started.clone());
        all
    }

    /// An answered request, by its route's pattern.
    pub fn answered(&self, route: &str, status: u16, took: Duration) {
        let labels = [("group", group(route)), ("status", class(status))];
        self.requests.get_or_create(&labels).observe(took.as_secs_f64());
    }

    /// Something that was written into the log; `kind` is its name there.
    pub fn acted(&self, kind: String) {
        self.acts.get_or_create(&[("kind", kind)]).inc();
    }

    /// A commit of the writer, and how many pieces of work wait behind it.
    pub fn committed(&self, took: Duration, done: bool, waiting: usize) {
        self.commits.observe(took.as_secs_f64());
        if !done {
            self.failed_commits.inc();
        }
        self.queue.set(i64::try_from(waiting).unwrap_or(i64::MAX));
    }

    /// The text for Prometheus, with what was read for it.
    ///
    /// # Errors
    /// When a figure cannot be written as text: a mistake in this program.
    pub fn text(&self, now: &Reading) -> Result<String, std::fmt::Error> {
        for (state, count) in [("waiting", now.waiting), ("held", now.held), ("admitted", now.admitted)] {
            self.guests.get_or_create(&[("state", state.to_owned())]).set(count);
        }
        self.streams.set(now.streams);
        self.enforcements.set(now.enforcements);
        self.oldest_enforcement.set(now.oldest_enforcement);
        self.deliveries.set(now.deliveries);
        self.database.set(now.database_bytes);
        self.cpu.inner().store(now.process.cpu_seconds.to_bits(), Ordering::Relaxed);
        self.memory.set(now.process.memory_bytes);
        self.files.set(now.process.open_files);
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Routes in few groups: a label must not grow with the number of pages.
fn group(route: &str) -> &'static str {
    let starts = |start: &str| route.starts_with(start);
    match route {
        _ if starts("/api/") => "api",
        _ if starts("/i/") || starts("/r/") => "guest",
        _ if starts("/host") => "host",
        _ if starts("/admin") || starts("/setup") => "admin",
        _ if starts("/static") => "static",
        _ if starts("/session") => "session",
        _ if starts("/hooks") => "hooks",
        "/healthz" | "/readyz" => "health",
        _ => "other",
    }
}

fn class(status: u16) -> &'static str {
    match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

impl Process {
    /// As `/proc/self` says; where there is none, nothing.
    pub fn read() -> Self {
        let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
        // The name of the process stands in brackets and may hold anything.
        let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
        let field =
            |number: usize| fields.get(number - 3).and_then(|text| text.parse::<u64>().ok()).unwrap_or_default();
        let pages = i64::try_from(field(24)).unwrap_or_default();
        let page = i64::try_from(rustix::param::page_size()).unwrap_or_default();
        let files = std::fs::read_dir("/proc/self/fd").map(Iterator::count).unwrap_or_default();
        Self {
            cpu_seconds: (field(14) + field(15)) as f64 / rustix::param::clock_ticks_per_second() as f64,
            memory_bytes: pages * page,
            open_files: i64::try_from(files).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_route_s_parameter_becomes_a_label() {
        let metrics = Metrics::new(1.5);
        metrics.answered("/r/{code}/status", 200, Duration::from_millis(3));
        metrics.answered("none", 404, Duration::from_millis(3));
        metrics.acted("admitted".to_owned());
        let text = metrics.text(&Reading { waiting: 7, ..Reading::default() }).unwrap();
        for line in [
            "anteroom_http_request_duration_seconds_count{group=\"guest\",status=\"2xx\"} 1",
            "anteroom_http_request_duration_seconds_count{group=\"other\",status=\"4xx\"} 1",
            "anteroom_acts_total{kind=\"admitted\"} 1",
            "anteroom_guests{state=\"waiting\"} 7",
            "process_start_time_seconds 1.5",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
    }

    #[test]
    fn the_process_is_seen_as_the_kernel_sees_it() {
        let process = Process::read();
        assert!(process.memory_bytes > 1 << 20 && process.open_files > 2, "{process:?}");
    }
}
