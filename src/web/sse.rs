//! Event streams. An event's name is ours and its id a number; only its data may hold what people wrote, and no line
//! break in it can end the field it stands in.
//!
//! A stream is never compressed (that would hold small events back), sends a heartbeat so that vanished clients are
//! noticed, and ends itself when the server stops. A client that stops reading is dropped by the kernel (see
//! `app::listen`); until then no more than the server's write buffer is kept for it.

use std::convert::Infallible;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE};
use actix_web::web::Bytes;
use futures_util::{Stream, StreamExt as _};
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;

use crate::random;

/// Without an event for this long (give or take a fifth) a comment is sent.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// Streams whose comments are due within so long send them together: one by one, each would wake the server anew.
const TOGETHER: Duration = Duration::from_millis(250);

/// One event, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event(Bytes);

impl Event {
    /// `id`: the sequence that the client sends back in Last-Event-ID. `data` may be any text.
    pub fn new(name: &'static str, id: Option<u64>, data: &str) -> Self {
        let mut text = String::with_capacity(data.len() + name.len() + 40);
        text.push_str("event: ");
        text.push_str(name);
        if let Some(id) = id {
            text.push_str(&format!("\nid: {id}"));
        }
        // A browser ends a line at CR, LF or both, and so must we.
        for line in data.replace("\r\n", "\n").split(['\n', '\r']) {
            text.push_str("\ndata: ");
            text.push_str(line);
        }
        text.push_str("\n\n");
        Self(text.into())
    }

    /// No event, only where the stream is: what the client sends back in Last-Event-ID if it breaks off now.
    pub fn position(id: u64) -> Self {
        Self(format!("id: {id}\n\n").into())
    }

    /// The same bytes can be sent to many: a clone shares them.
    pub fn bytes(&self) -> Bytes {
        self.0.clone()
    }
}

/// A 200 that sends what `events` yields until it ends or the server stops.
pub fn respond(events: impl Stream<Item = Event> + 'static, stopping: CancellationToken) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header((CACHE_CONTROL, "no-store"))
        // Proxies would wait for more.
        .insert_header(("x-accel-buffering", "no"))
        .streaming(encode(events, stopping))
}

/// How many streams of this process are open.
static OPEN: AtomicI64 = AtomicI64::new(0);

pub fn open_streams() -> i64 {
    OPEN.load(Ordering::Relaxed)
}

/// Counts a stream for as long as it lives, however it ends.
struct Counted;

impl Counted {
    fn new() -> Self {
        OPEN.fetch_add(1, Ordering::Relaxed);
        Self
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        OPEN.fetch_sub(1, Ordering::Relaxed);
    }
}

fn encode(
    events: impl Stream<Item = Event> + 'static,
    stopping: CancellationToken,
) -> impl Stream<Item = Result<Bytes, Infallible>> {
    // In a box: pinned in here, each waiting stream would hold the place for it twice.
    let mut events = Box::pin(events);
    async_stream::stream! {
        let _counted = Counted::new();
        yield Ok(Bytes::from(format!("retry: {}\n\n", reconnect_after_ms())));
        loop {
            tokio::select! {
                biased;
                () = stopping.cancelled() => break,
                event = events.next() => match event {
                    Some(event) => yield Ok(event.bytes()),
                    None => break,
                },
                () = sleep_until(next_heartbeat()) => yield Ok(Bytes::from_static(b": here\n\n")),
            }
        }
    }
}

/// When a client should come back after a break: spread over three seconds, so that a restart is no stampede.
fn reconnect_after_ms() -> u64 {
    2_000 + u64::from(u16::from_le_bytes(random::bytes::<2>())) * 3_000 / u64::from(u16::MAX)
}

/// When the next comment is due if nothing happens: jittered, then put off to where others are due as well.
fn next_heartbeat() -> Instant {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let [byte] = random::bytes::<1>();
    let due = HEARTBEAT.mul_f64(0.8 + 0.4 * f64::from(byte) / 255.0);
    let since_start = (Instant::now() + due).saturating_duration_since(*START);
    let steps = since_start.as_millis().div_ceil(TOGETHER.as_millis());
    *START + TOGETHER * u32::try_from(steps).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a browser would make of a stream (HTML standard, 9.2.6): names, ids and data of its events.
    fn as_a_browser_reads(stream: &str) -> Vec<(String, String, String)> {
        let (mut events, mut name, mut id, mut data) = (Vec::new(), String::new(), String::new(), None::<String>);
        for line in stream.replace("\r\n", "\n").split(['\n', '\r']) {
            let (field, value) = line.split_once(':').unwrap_or((line, ""));
            let value = value.strip_prefix(' ').unwrap_or(value);
            match (line, field) {
                ("", _) => {
                    if let Some(data) = data.take() {
                        events.push((std::mem::take(&mut name), id.clone(), data));
                    }
                }
                (_, "event") => name = value.to_owned(),
                (_, "id") => id = value.to_owned(),
                (_, "data") => data = Some(data.map_or(value.to_owned(), |data| format!("{data}\n{value}"))),
                _ => {}
            }
        }
        events
    }

    proptest! {
        #[test]
        fn no_text_breaks_out_of_its_event(data in "(?s).{0,40}|[\r\n:evntda ]{0,40}") {
            let event = Event::new("rows", Some(7), &data);
            let read = as_a_browser_reads(std::str::from_utf8(&event.bytes()).unwrap());
            let lines = data.replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(read, vec![("rows".to_owned(), "7".to_owned(), lines)]);
        }
    }

    #[test]
    fn reconnects_are_spread_over_three_seconds() {
        let times: Vec<u64> = (0..500).map(|_| reconnect_after_ms()).collect();
        assert!(times.iter().all(|ms| (2_000..=5_000).contains(ms)));
        assert!(times.iter().any(|ms| *ms < 2_500) && times.iter().any(|ms| *ms > 4_500));
    }

    #[tokio::test(start_paused = true)]
    async fn a_quiet_stream_has_a_heartbeat_and_ends_when_the_server_stops() {
        let stopping = CancellationToken::new();
        let mut stream = std::pin::pin!(encode(futures_util::stream::pending(), stopping.clone()));
        let mut next = async || stream.next().await.map(|bytes| String::from_utf8(bytes.unwrap().to_vec()).unwrap());
        assert!(next().await.unwrap().starts_with("retry: "));
        assert_eq!(next().await.as_deref(), Some(": here\n\n"));
        stopping.cancel();
        assert_eq!(next().await, None);
    }
}
