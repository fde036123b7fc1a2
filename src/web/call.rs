//! What the call page of guests and the one of hosts share.

use serde_json::{Value, json};

use crate::domain::ids::PersonId;
use crate::domain::role::Role;
use crate::moderation::RosterEntry;

/// What `templates/shared/call.html` shows and hands to its script.
#[derive(Clone, Debug)]
pub struct CallBody {
    /// Where token and roster are asked for: `/r/{code}` or `/host/rooms/{room}/call`.
    pub base: String,
    pub title: String,
    /// `local`, `opentok` or `vonage`.
    pub provider: &'static str,
    /// Where the platform's own script is, if the provider needs it.
    pub script: Option<String>,
    /// The person in front of the page.
    pub person: PersonId,
    pub name: String,
    pub role: Role,
    /// The role of the invite: whoever speaks without having been invited to can step down again.
    pub invited: Role,
    /// `/host/rooms/{room}` for a host of the room, who has the door beside the call.
    pub desk: Option<String>,
}

impl CallBody {
    pub fn is_host(&self) -> bool {
        self.desk.is_some()
    }

    /// The catalogue's key of the role's name.
    pub fn role_key(&self) -> String {
        format!("role-{}", self.role)
    }
}

/// `{"people": [{person, name, role, host, hand, admission?}]}`; admissions are for hosts only.
pub fn roster_json(roster: &[RosterEntry], for_host: bool) -> Value {
    let people: Vec<Value> = roster
        .iter()
        .map(|entry| {
            let mut person = json!({
                "person": entry.person,
                "name": entry.name,
                "role": entry.role,
                "host": entry.admission.is_none(),
                "hand": entry.hand,
            });
            if let (true, Some(admission)) = (for_host, entry.admission) {
                person["admission"] = json!(admission);
            }
            person
        })
        .collect();
    json!({ "people": people })
}
