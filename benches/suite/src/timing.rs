//! Times, and loads that make them.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::future::join_all;

use crate::http::{Answer, Connection};
use crate::server::Server;

/// What a load did to a server.
pub struct Load {
    /// Sorted.
    pub times: Vec<Duration>,
    pub elapsed: Duration,
    /// CPU time of all threads of the server.
    pub cpu: Duration,
}

impl Load {
    pub fn micros(&self) -> f64 {
        micros(self.cpu) / self.times.len() as f64
    }

    pub fn per_second(&self) -> f64 {
        self.times.len() as f64 / self.elapsed.as_secs_f64()
    }

    pub fn p(&self, percent: f64) -> f64 {
        percentile(&self.times, percent)
    }
}

pub fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// In milliseconds. The times must be sorted.
pub fn percentile(times: &[Duration], percent: f64) -> f64 {
    let at = ((times.len() - 1) as f64 * percent / 100.0).ceil() as usize;
    times[at].as_secs_f64() * 1e3
}

/// Sends `count` requests over so many connections, each the next as soon as the last is answered. `request` makes the
/// bytes of each; `taken` gets every answer.
pub async fn saturate(
    server: &Server,
    connections: usize,
    count: usize,
    request: impl Fn(usize) -> Vec<u8>,
    mut taken: impl FnMut(usize, Answer),
) -> Load {
    let (next, times, taken) = (RefCell::new(0), RefCell::new(Vec::with_capacity(count)), RefCell::new(&mut taken));
    let (cpu, began) = (server.cpu(), Instant::now());
    join_all((0..connections.min(count)).map(|_| async {
        let mut connection = Connection::open(server.address).await;
        loop {
            let number = next.replace_with(|number| *number + 1);
            if number >= count {
                return;
            }
            let bytes = request(number);
            let sent = Instant::now();
            let answer = connection.request(&bytes).await;
            times.borrow_mut().push(sent.elapsed());
            (taken.borrow_mut())(number, answer);
        }
    }))
    .await;
    let (elapsed, cpu) = (began.elapsed(), server.cpu() - cpu);
    let mut times = times.into_inner();
    times.sort_unstable();
    Load { times, elapsed, cpu }
}

/// Sends `count` requests, one every `pause`, whether or not the last is answered; when each was sent.
pub async fn paced(
    address: SocketAddr,
    count: usize,
    pause: Duration,
    request: impl Fn(usize) -> Vec<u8>,
) -> Vec<Instant> {
    // Enough connections that none has to wait for an answer.
    let mut connections = Vec::new();
    for _ in 0..8 {
        connections.push(tokio::sync::Mutex::new(Connection::open(address).await));
    }
    let began = Instant::now();
    join_all((0..count).map(|number| {
        let (connection, bytes) = (&connections[number % connections.len()], request(number));
        async move {
            tokio::time::sleep_until((began + pause * u32::try_from(number).unwrap()).into()).await;
            let mut connection = connection.lock().await;
            let sent = Instant::now();
            let answer = connection.request(&bytes).await;
            assert!(answer.status < 400, "{} {}", answer.status, answer.body);
            sent
        }
    }))
    .await
}
