//! The rules of the door that come true by themselves: hosts who come and go, and guests who are gone for too long.

use std::time::Duration;

use crate::moderation::Moderation;

const EVERY: Duration = Duration::from_secs(1);
/// Looking for guests who are gone passes by everybody who is present: once in so many rounds.
const ROUNDS: u32 = 5;

pub async fn run(moderation: Moderation) {
    for round in (0..ROUNDS).cycle() {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = moderation.look_for_hosts().await {
            tracing::warn!(%error, "hosts' comings and goings wait for the database");
        }
        if round == 0
            && let Err(error) = moderation.give_up_gone().await
        {
            tracing::warn!(%error, "places of those who are gone wait for the database");
        }
    }
}
