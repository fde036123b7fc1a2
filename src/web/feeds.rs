//! What many streams send alike is made once. A feed is one task for each room and language with an open desk: it hears
//! of a change, makes the update and hands the same bytes to all. A further desk costs a wake-up.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use tokio::sync::broadcast::{self, error::RecvError};
use tokio::task::JoinHandle;

use super::Words;
use super::sse::Event;
use crate::domain::ids::RoomId;

/// So many updates are kept for a stream that is slow to take them; one that is slower reads for itself.
const KEPT: usize = 8;

/// What changed between two points of a room's history. `P` says how far somebody has been told.
#[derive(Clone, Debug)]
pub struct Update<P> {
    pub from: P,
    pub to: P,
    /// None: too much to be told as changes, the whole has to be read.
    pub event: Option<Event>,
}

type Open<P> = HashMap<(RoomId, &'static str), Weak<Feed<P>>>;

/// Clones share the feeds.
#[derive(Clone, Debug)]
pub struct Feeds<P> {
    open: Arc<Mutex<Open<P>>>,
}

#[derive(Debug)]
struct Feed<P> {
    /// Only to make further ones from: the sender is the task's, so that everybody hears of its end.
    updates: broadcast::Receiver<Update<P>>,
    task: JoinHandle<()>,
}

impl<P> Drop for Feed<P> {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A stream's part in a feed. The feed ends with the last of them.
#[derive(Debug)]
pub struct Subscriber<P> {
    updates: broadcast::Receiver<Update<P>>,
    _feed: Arc<Feed<P>>,
}

/// What a subscriber hears.
#[derive(Debug)]
pub enum Heard<P> {
    Update(Update<P>),
    /// Some updates were missed: read for yourself.
    Missed,
    /// The feed has ended; a new one must be joined.
    Over,
}

impl<P> Default for Feeds<P> {
    fn default() -> Self {
        Self { open: Arc::default() }
    }
}

impl<P: Clone + Send + 'static> Feeds<P> {
    /// Joins a room's feed in a language; the first one to come starts it. Join first and read afterwards: nothing then
    /// falls in between. `run` must listen for changes before it waits for the first time.
    pub fn join<F, R>(&self, room: RoomId, words: Words, run: R) -> Subscriber<P>
    where
        F: Future<Output = ()> + Send + 'static,
        R: FnOnce(broadcast::Sender<Update<P>>) -> F,
    {
        let mut open = self.open();
        let key = (room, words.lang());
        if let Some(feed) = open.get(&key).and_then(Weak::upgrade).filter(|feed| !feed.task.is_finished()) {
            return Subscriber { updates: feed.updates.resubscribe(), _feed: feed };
        }
        open.retain(|_, feed| feed.strong_count() > 0);
        let (sender, updates) = broadcast::channel(KEPT);
        let subscriber = updates.resubscribe();
        let feed = Arc::new(Feed { updates, task: tokio::spawn(run(sender)) });
        open.insert(key, Arc::downgrade(&feed));
        Subscriber { updates: subscriber, _feed: feed }
    }

    /// How many feeds run.
    pub fn len(&self) -> usize {
        self.open().values().filter(|feed| feed.strong_count() > 0).count()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn open(&self) -> MutexGuard<'_, Open<P>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<P: Clone> Subscriber<P> {
    pub async fn hear(&mut self) -> Heard<P> {
        match self.updates.recv().await {
            Ok(update) => Heard::Update(update),
            Err(RecvError::Lagged(_)) => Heard::Missed,
            Err(RecvError::Closed) => Heard::Over,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn room() -> RoomId {
        RoomId(uuid::Uuid::from_u128(1))
    }

    #[tokio::test]
    async fn all_who_join_share_one_task_and_its_bytes_and_it_ends_with_the_last() {
        let (feeds, started, ended) = (Feeds::default(), Arc::new(AtomicUsize::new(0)), CancelledAtEnd::default());
        let (tell, _) = broadcast::channel::<u64>(9);
        let join = || {
            let (started, ended, mut told) = (Arc::clone(&started), ended.0.clone(), tell.subscribe());
            feeds.join(room(), Words::english(), move |updates| async move {
                let _ended = ended.drop_guard();
                started.fetch_add(1, Ordering::Relaxed);
                while let Ok(to) = told.recv().await {
                    let event = Some(Event::new("rows", None, "change"));
                    let _ = updates.send(Update { from: to - 1, to, event });
                }
            })
        };
        let mut subscribers = [join(), join(), join()];
        tell.send(7).unwrap();
        let mut bytes = Vec::new();
        for subscriber in &mut subscribers {
            let Heard::Update(Update { from: 6, to: 7, event: Some(event) }) = subscriber.hear().await else {
                panic!()
            };
            bytes.push(event.bytes().as_ptr());
        }
        assert!(bytes.iter().all(|at| *at == bytes[0]), "the same bytes, not copies");
        assert_eq!((started.load(Ordering::Relaxed), feeds.len()), (1, 1));
        drop(subscribers);
        assert!(feeds.is_empty());
        ended.0.cancelled().await;
    }

    #[tokio::test]
    async fn who_falls_behind_is_told_so_and_who_outlives_the_task_too() {
        let feeds = Feeds::<u64>::default();
        let mut late = feeds.join(room(), Words::english(), |updates| async move {
            for to in 1..100 {
                let _ = updates.send(Update { from: to - 1, to, event: None });
            }
        });
        tokio::task::yield_now().await;
        assert!(matches!(late.hear().await, Heard::Missed));
        while let Heard::Update(_) = late.hear().await {}
        assert!(matches!(late.hear().await, Heard::Over));
        let mut next = feeds.join(room(), Words::english(), |updates| async move {
            let _ = updates.send(Update { from: 1, to: 2, event: None });
        });
        assert!(matches!(next.hear().await, Heard::Update(Update { to: 2, .. })), "a new one was started");
    }

    #[derive(Default)]
    struct CancelledAtEnd(tokio_util::sync::CancellationToken);
}
