//! Takes in what the video provider tells of comings and goings.

use futures_util::StreamExt as _;

use crate::moderation::Moderation;

pub async fn run(moderation: Moderation) {
    let mut news = moderation.video.news();
    while let Some(item) = news.next().await {
        if let Err(error) = moderation.take_news(item).await {
            tracing::warn!(%error, "news of a session were not taken in");
        }
    }
}
