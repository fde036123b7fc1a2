//! What an installation must know of itself before it can serve.

use super::Refusal;
use crate::store::Store;

/// The key of the installation's embedded session, made at the first start and the same ever after, because session ids
/// hold it.
///
/// # Errors
/// Only of the database.
pub async fn session_key(store: &Store, fresh: String) -> Result<String, Refusal> {
    const NAME: &str = "session_key";
    match store.installation(NAME).await? {
        Some(key) => Ok(key),
        None => store.write(async move |tx| Ok(tx.remember(NAME, &fresh).await?)).await,
    }
}
