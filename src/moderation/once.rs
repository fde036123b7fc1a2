//! A request with a key of the client's own is done once, however often it comes.

use super::{Moderation, Refusal};
use crate::domain::policy;
use crate::store::{KeptAnswer, Repeatable, UsedKey};

/// Whether a request is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Once {
    /// It comes for the first time.
    First,
    /// It was done; this was the answer.
    Done(KeptAnswer),
    /// It is being done, or was broken off and nobody knows how far it came.
    Begun,
    /// The key was used for another request.
    Another,
}

impl Moderation {
    /// Notes that a request has come, or tells what became of it before.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn begin_once(&self, request: &Repeatable) -> Result<Once, Refusal> {
        let (now, request) = (self.clock.now(), request.clone());
        self.store
            .write(move |tx| {
                tx.forget_answers_before(now - policy::ANSWERS_KEPT)?;
                Ok(match tx.used_key(&request)? {
                    None => {
                        tx.insert_key(&request, now)?;
                        Once::First
                    }
                    Some(UsedKey { request_hash, .. }) if request_hash != request.request_hash => Once::Another,
                    Some(UsedKey { answer: Some(answer), .. }) => Once::Done(answer),
                    Some(UsedKey { answer: None, .. }) => Once::Begun,
                })
            })
            .await
    }

    /// Keeps the answer of a request that was done; with none, forgets it, because nothing was.
    ///
    /// # Errors
    /// Only of the database.
    pub async fn end_once(&self, request: &Repeatable, answer: Option<KeptAnswer>) -> Result<(), Refusal> {
        let request = request.clone();
        self.store
            .write(move |tx| {
                match answer {
                    Some(answer) => tx.keep_answer(&request, &answer)?,
                    None => tx.forget_key(&request)?,
                }
                Ok(())
            })
            .await
    }
}
