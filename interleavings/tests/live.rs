//! Whoever listens hears of the last change, and nobody waits for ever, whatever the order in which threads run. A change
//! that is not heard of, or a lock that is never given back, leaves all threads waiting; shuttle fails then, and prints
//! the order, which `shuttle::replay` runs again.
//!
//! `ANTEROOM_ORDERS` says how many orders of each kind are tried.

use anteroom_interleavings::domain::ids::AdmissionId;
use anteroom_interleavings::hub::{Hub, Subscription, Topic};
use anteroom_interleavings::slots::Slots;
use shuttle::future::block_on;
use shuttle::sync::Arc;
use shuttle::sync::atomic::{AtomicU32, Ordering};
use shuttle::thread::{self, JoinHandle};
use tokio_util::sync::CancellationToken;

const GUEST: AdmissionId = AdmissionId(1);

/// Tries a scenario in orders chosen at random, and in those with few changes of thread, where rare faults are.
fn in_many_orders(scenario: fn()) {
    let orders = std::env::var("ANTEROOM_ORDERS").map_or(1_000, |orders| orders.parse().unwrap());
    shuttle::check_random(scenario, orders);
    shuttle::check_pct(scenario, orders, 3);
}

/// What the server is made of here: one row, the hub, and the streams of tickets.
#[derive(Default)]
struct Server {
    row: AtomicU32,
    hub: Hub,
    slots: Slots,
}

impl Server {
    fn listen(&self) -> Subscription {
        self.hub.subscribe(Topic::Guest(GUEST))
    }

    fn read(&self) -> u32 {
        self.row.load(Ordering::SeqCst)
    }

    /// A decision: written first, told afterwards.
    fn decide(&self) {
        self.row.fetch_add(1, Ordering::SeqCst);
        self.hub.notify(Topic::Guest(GUEST));
    }

    /// A stream of the guest, as `web/guest/events.rs` has it, until the row is the last. Answers whether it was ended
    /// for a newer one, and what it would have been told so by.
    async fn stream(&self, last: u32) -> (bool, CancellationToken) {
        let (slot, replaced) = self.slots.take(GUEST);
        let mut changes = self.listen();
        let mut ended = false;
        while self.read() < last && !ended {
            tokio::select! {
                () = changes.changed() => {}
                () = replaced.cancelled() => ended = true,
            }
        }
        self.slots.give_back(GUEST, slot);
        (ended, replaced)
    }
}

fn spawn<T: Send + 'static>(server: &Arc<Server>, act: impl FnOnce(&Server) -> T + Send + 'static) -> JoinHandle<T> {
    let server = Arc::clone(server);
    thread::spawn(move || act(&server))
}

#[test]
fn whoever_listens_first_and_reads_afterwards_never_misses_the_last_change() {
    in_many_orders(|| {
        let server = Arc::new(Server::default());
        let mut threads = Vec::new();
        for _ in 0..2 {
            threads.push(spawn(&server, |server| {
                let mut changes = server.listen();
                while server.read() < 4 {
                    block_on(changes.changed());
                }
            }));
            threads.push(spawn(&server, |server| (0..2).for_each(|_| server.decide())));
        }
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert!(server.hub.is_empty(), "nothing is left when all have gone");
    });
}

#[test]
fn a_listener_that_goes_takes_the_topic_from_nobody_who_comes_at_that_moment() {
    in_many_orders(|| {
        let server = Arc::new(Server::default());
        let mut threads = Vec::new();
        for _ in 0..2 {
            threads.push(spawn(&server, |server| {
                // Pages that are opened and closed again.
                (0..2).for_each(|_| drop(server.listen()));
                let mut changes = server.listen();
                while server.read() < 1 {
                    block_on(changes.changed());
                }
            }));
        }
        threads.push(spawn(&server, Server::decide));
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert!(server.hub.is_empty(), "nothing is left when all have gone");
    });
}

#[test]
fn the_oldest_stream_of_a_ticket_ends_when_four_newer_ones_open_at_once_and_no_other_does() {
    in_many_orders(|| {
        let server = Arc::new(Server::default());
        let (_, oldest) = server.slots.take(GUEST);
        let waits = thread::spawn(move || block_on(oldest.cancelled()));
        let newer: Vec<_> = (0..4).map(|_| spawn(&server, |server| server.slots.take(GUEST))).collect();
        let newer: Vec<_> = newer.into_iter().map(|thread| thread.join().unwrap()).collect();
        waits.join().unwrap();
        for (at, (slot, replaced)) in newer.iter().enumerate() {
            assert!(!replaced.is_cancelled());
            assert!(newer[..at].iter().all(|(other, _)| other != slot), "each has a place of its own");
        }
    });
}

#[test]
fn a_stream_that_ends_by_itself_costs_none_but_the_oldest_its_place() {
    in_many_orders(|| {
        let server = Arc::new(Server::default());
        let mut open: Vec<_> = (0..4).map(|_| server.slots.take(GUEST)).collect();
        let (slot, _) = open.remove(2);
        let gives_back = spawn(&server, move |server| server.slots.give_back(GUEST, slot));
        let newer = spawn(&server, |server| server.slots.take(GUEST).1);
        gives_back.join().unwrap();
        assert!(!newer.join().unwrap().is_cancelled());
        assert!(!open[1..].iter().any(|(_, replaced)| replaced.is_cancelled()));
    });
}

#[test]
fn every_stream_shows_the_last_change_or_is_ended_for_a_newer_one_and_nothing_is_left() {
    in_many_orders(|| {
        let server = Arc::new(Server::default());
        let streams: Vec<_> = (0..6).map(|_| spawn(&server, |server| block_on(server.stream(2)))).collect();
        let decisions = spawn(&server, |server| (0..2).for_each(|_| server.decide()));
        decisions.join().unwrap();
        let streams: Vec<_> = streams.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert!(server.hub.is_empty());
        assert!(streams.iter().filter(|(ended, _)| *ended).count() <= 2, "four may be open");
        let told = || -> Vec<bool> { streams.iter().map(|(_, replaced)| replaced.is_cancelled()).collect() };
        let before = told();
        (0..5).for_each(|_| drop(server.slots.take(GUEST)));
        assert_eq!(told(), before, "all places were given back");
    });
}
