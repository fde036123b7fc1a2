//! What P2, P3 and P5 say beside a twin in Node (`benches/twin`): how many times as much the product does in a CPU
//! second, with all it does on top.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use super::answers::{TURNS, best, described};
use crate::house::{AT_ONCE, House, Page, all_found, open_pages};
use crate::http::{Answer, request};
use crate::report::Figure;
use crate::server::{Framework, Server};
use crate::timing::{Load, saturate};

/// A twin. Where it cannot run, what it is asked for comes to nothing, and the row goes on without.
pub struct Twin {
    framework: Framework,
    /// Or why it is not there.
    server: Result<Server, &'static str>,
}

impl Twin {
    pub async fn start(framework: Framework) -> Self {
        Self { framework, server: Server::twin(framework).await }
    }

    fn server(&self) -> Option<&Server> {
        self.server.as_ref().ok()
    }

    /// So many guests ask, 32 at once; their numbers.
    pub async fn guests(&self, count: usize) -> Option<(Vec<u64>, Load)> {
        let asks = |number| {
            let body = format!(r#"{{"name":"Guest {number}"}}"#);
            request("POST", "/guests", &["Content-Type: application/json"], &body)
        };
        let mut guests = vec![0; count];
        let taken = |number, answer: Answer| {
            assert_eq!(answer.status, 201, "{}", answer.body);
            guests[number] = answer.json()["id"].as_u64().unwrap();
        };
        let load = saturate(self.server()?, AT_ONCE, count, asks, taken).await;
        Some((guests, load))
    }

    /// The desk, so many times; and its bytes.
    pub async fn desk_page(&self, count: usize) -> Option<(usize, Load)> {
        let size = RefCell::new(0);
        let taken = |_, answer: Answer| {
            assert_eq!(answer.status, 200, "{}", answer.body);
            size.replace(answer.body.len());
        };
        let load = saturate(self.server()?, 8, count, |_| request("GET", "/desk", &[], ""), taken).await;
        Some((size.into_inner(), load))
    }

    /// So many guests, with their pages open, are let in.
    async fn decisions(&self, count: usize) -> Option<Load> {
        let (guests, _) = self.guests(count).await?;
        let server = self.server()?;
        let events = |number| request("GET", &format!("/guests/{}/events", guests[number]), &[], "");
        let pages = open_pages(server.address, count, events).await;
        let admit = |number| request("POST", &format!("/guests/{}/admit", guests[number]), &[], "");
        Some(let_in(server, &pages, admit).await)
    }

    /// The figure: what the product did in a turn beside the best of the twin's turns.
    pub fn beside(&self, row: &str, what: &str, ours: &Load, theirs: Vec<Load>, times: f64) -> Figure {
        let name = self.framework.name();
        let goal = format!("≥ {times} × {name}'s in a CPU second");
        match self.server {
            Ok(_) => {
                let theirs = best(theirs);
                let ratio = theirs.micros() / ours.micros();
                Figure::new(row, what, described(ours))
                    .ceiling(format!("{name}: {}", described(&theirs)))
                    .goal(&format!("{goal} (is {ratio:.1})"), ratio >= times)
            }
            Err(why) => Figure { goal, ..Figure::new(row, what, format!("not measured: {why}")) },
        }
    }
}

/// P5 where every guest has a page open, which is told.
pub async fn decisions() -> Figure {
    const GUESTS: usize = 1_000;
    let (house, twin) = (House::open().await, Twin::start(Framework::Fastify).await);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let (guests, _) = house.guests(GUESTS).await;
        let pages = house.pages(&guests).await;
        ours.push(let_in(&house.server, &pages, |number| house.presses(&guests[number], "admit", "")).await);
        drop(pages);
        theirs.extend(twin.decisions(GUESTS).await);
    }
    twin.beside("P5", "decisions, 16 at once, each guest's page is told", &best(ours), theirs, 4.0)
}

/// Lets in the guests of these pages, 16 at once. It ends when all of them know.
async fn let_in(server: &Server, pages: &[Page], admit: impl Fn(usize) -> Vec<u8>) -> Load {
    const HOSTS: usize = 16;
    // Opening the pages is over by then.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let (cpu, began) = (server.cpu(), Instant::now());
    let decided = |_, answer: Answer| assert_eq!(answer.status, 303, "{}", answer.body);
    let load = saturate(server, HOSTS, pages.len(), admit, decided).await;
    all_found(pages).await;
    Load { cpu: server.cpu() - cpu, elapsed: began.elapsed(), ..load }
}
