//! A token as pages and programs receive it.

use schemars::JsonSchema;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{ConnectionId, StreamId};
use crate::domain::role::Role;
use crate::moderation::{IssuedToken, OwnWord};
use crate::video::Application;
use crate::web::respond::Time;

/// All that a client needs to connect to the call.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Token")]
pub struct TokenShape {
    #[schemars(extend("enum" = ["local", "opentok", "vonage"]))]
    provider: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    application_id: Option<String>,
    session_id: String,
    token: String,
    role: Role,
    generation: u32,
    expires_at: Time,
}

impl From<IssuedToken> for TokenShape {
    fn from(issued: IssuedToken) -> Self {
        let (api_key, application_id) = match issued.client.application {
            Application::ApiKey(key) => (Some(key), None),
            Application::ApplicationId(id) => (None, Some(id)),
        };
        Self {
            provider: issued.client.provider,
            api_key,
            application_id,
            session_id: issued.session_id,
            token: issued.token.expose_secret().to_owned(),
            role: issued.role,
            generation: issued.generation,
            expires_at: Time(issued.expires_at),
        }
    }
}

/// What a page tells once it is connected.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnConnection {
    /// The video platform's id for it.
    pub connection: ConnectionId,
    /// Of the token that it connected with.
    pub generation: u32,
    /// What it publishes now; left out: nothing is said of that.
    #[serde(default)]
    pub streams: Option<Vec<StreamId>>,
}

impl From<OwnConnection> for OwnWord {
    fn from(own: OwnConnection) -> Self {
        let OwnConnection { connection, generation, streams } = own;
        Self { connection, generation, streams }
    }
}
