//! A token as pages and programs receive it.

use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use crate::moderation::IssuedToken;
use crate::video::Application;

/// `{provider, api_key | application_id, session_id, token, role, generation, expires_at}`.
pub fn as_json(issued: &IssuedToken) -> Value {
    let mut value = json!({
        "provider": issued.client.provider,
        "session_id": issued.session_id,
        "token": issued.token.expose_secret(),
        "role": issued.role,
        "generation": issued.generation,
        "expires_at": issued.expires_at,
    });
    match &issued.client.application {
        Application::ApiKey(key) => value["api_key"] = key.as_str().into(),
        Application::ApplicationId(id) => value["application_id"] = id.as_str().into(),
    }
    value
}
