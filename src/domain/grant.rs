//! What a token may say. Every token for the video session is made from a grant, and a guest's grant comes from
//! `Admission::grant` alone.

use jiff::Timestamp;

use super::ids::PersonId;
use super::role::Role;

/// The right to connect to the video session once more, for a short time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// All that a provider learns of who this is.
    pub person: PersonId,
    /// Goes up whenever tokens already handed out must stop counting.
    pub generation: u32,
    pub role: Role,
    pub expires_at: Timestamp,
    /// A name for other systems' sake, only where the room wants it.
    pub name: Option<String>,
}

impl Grant {
    /// The connection data: every participant can read it, so it says nothing more than it must.
    /// JSON `{"person": uuid, "generation": n}`, with `"name"` only where the room asks for it.
    pub fn connection_data(&self) -> String {
        let mut data = serde_json::json!({ "person": self.person, "generation": self.generation });
        if let Some(name) = &self.name {
            data["name"] = name.as_str().into();
        }
        data.to_string()
    }
}
