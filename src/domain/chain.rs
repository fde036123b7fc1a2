//! The chain over the log: what of an entry is hashed and how, and the check that finds the first entry that is not as it
//! was written. docs/audit.md says the same to those who check with programs of their own.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

/// A SHA-256 hash; 64 hexadecimal digits as text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

/// What the first entry follows.
pub const START: Head = Head { sequence: 0, hash: Hash([0; 32]) };

/// The last entry of a log, or of its beginning: number and hash. `SEQUENCE:HASH` as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub sequence: i64,
    pub hash: Hash,
}

/// Not of the form `SEQUENCE:HASH`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be an entry's number, a colon and the 64 hexadecimal digits of its hash")]
pub struct NotAHead;

/// All of an entry that never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub sequence: i64,
    /// Milliseconds since 1970.
    pub at: i64,
    pub actor_kind: String,
    pub actor_id: Option<String>,
    pub actor_name: String,
    pub room_id: Option<String>,
    pub admission_id: Option<String>,
    pub action: String,
    /// JSON, byte for byte as it is stored.
    pub detail: String,
    /// The hash of what can be erased.
    pub personal: Hash,
}

/// What of an entry can be erased, and the random bytes that make its hash tell nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Personal<'a> {
    pub salt: [u8; 16],
    pub address: Option<&'a str>,
    /// What people typed; JSON, byte for byte as it is stored.
    pub said: Option<&'a str>,
}

impl Personal<'_> {
    pub fn hash(&self) -> Hash {
        let mut fields = Fields::of("anteroom personal 1\n");
        fields.add(Some(&self.salt));
        fields.add(self.address.map(str::as_bytes));
        fields.add(self.said.map(str::as_bytes));
        fields.hash()
    }
}

impl Link {
    /// The entry's hash, when it follows an entry with this one.
    pub fn hash(&self, previous: &Hash) -> Hash {
        self.hash_as(self.sequence, previous)
    }

    fn hash_as(&self, sequence: i64, previous: &Hash) -> Hash {
        let mut fields = Fields::of("anteroom audit 1\n");
        fields.add(Some(&previous.0));
        fields.add(Some(sequence.to_string().as_bytes()));
        fields.add(Some(self.at.to_string().as_bytes()));
        fields.add(Some(self.actor_kind.as_bytes()));
        fields.add(self.actor_id.as_deref().map(str::as_bytes));
        fields.add(Some(self.actor_name.as_bytes()));
        fields.add(self.room_id.as_deref().map(str::as_bytes));
        fields.add(self.admission_id.as_deref().map(str::as_bytes));
        fields.add(Some(self.action.as_bytes()));
        fields.add(Some(self.detail.as_bytes()));
        fields.add(Some(&self.personal.0));
        fields.hash()
    }
}

/// Fields that cannot run into one another: each with its length before it, or a dash for none.
struct Fields(Sha256);

impl Fields {
    fn of(purpose: &str) -> Self {
        Self(Sha256::new_with_prefix(purpose))
    }

    fn add(&mut self, field: Option<&[u8]>) {
        match field {
            Some(bytes) => {
                self.0.update(format!("{}:", bytes.len()));
                self.0.update(bytes);
            }
            None => self.0.update("-"),
        }
        self.0.update(",");
    }

    fn hash(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

/// An entry as it stands in the file, where anything can have been changed.
#[derive(Clone, Debug)]
pub struct Found {
    pub link: Link,
    /// None when address and words were erased.
    pub salt: Option<[u8; 16]>,
    pub address: Option<String>,
    pub said: Option<String>,
    pub previous: Option<Hash>,
    pub hash: Option<Hash>,
}

impl Found {
    fn is_erased_or_whole(&self) -> bool {
        let (address, said) = (self.address.as_deref(), self.said.as_deref());
        match self.salt {
            Some(salt) => Personal { salt, address, said }.hash() == self.link.personal,
            None => address.is_none() && said.is_none(),
        }
    }
}

/// What is wrong, first of all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("entry {entry} is not as it was written")]
    Changed { entry: i64 },
    #[error("entry {entry} holds another address or other words than were written")]
    PersonalChanged { entry: i64 },
    #[error("entry {entry} holds what was written as entry {written_as}: entries were put into another order")]
    Moved { entry: i64, written_as: i64 },
    #[error("entry {entry} is missing")]
    Missing { entry: i64 },
    #[error("entry {entry} does not follow the one before: what stands there was written anew")]
    Rewritten { entry: i64 },
    #[error("the log ends with entry {}, but {written} were written: the end was cut off", .entry - 1)]
    CutOff { entry: i64, written: i64 },
    #[error("entry {entry} is not the one that was noted: the log was written anew")]
    NotTheNoted { entry: i64 },
    #[error("the log does not end as its stored head says")]
    HeadChanged { entry: i64 },
}

impl Flaw {
    /// The first bad entry.
    pub fn entry(&self) -> i64 {
        match self {
            Self::Changed { entry }
            | Self::PersonalChanged { entry }
            | Self::Moved { entry, .. }
            | Self::Missing { entry }
            | Self::Rewritten { entry }
            | Self::CutOff { entry, .. }
            | Self::NotTheNoted { entry }
            | Self::HeadChanged { entry } => *entry,
        }
    }

    /// Its kind, for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Changed { .. } => "changed",
            Self::PersonalChanged { .. } => "personal_changed",
            Self::Moved { .. } => "moved",
            Self::Missing { .. } => "missing",
            Self::Rewritten { .. } => "rewritten",
            Self::CutOff { .. } => "cut_off",
            Self::NotTheNoted { .. } => "not_the_noted",
            Self::HeadChanged { .. } => "head_changed",
        }
    }
}

/// How much was written, as far as others know.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The database's own count of the entries ever written.
    pub counter: i64,
    /// The head as the database keeps it.
    pub stored: Option<Head>,
    /// A head that somebody noted elsewhere.
    pub noted: Option<Head>,
}

/// A walk along the log, from the first entry to the last.
#[derive(Debug)]
pub struct Check {
    known: Known,
    last: Head,
}

impl Check {
    pub fn new(known: Known) -> Self {
        Self { known, last: START }
    }

    /// Takes the next entry.
    ///
    /// # Errors
    /// What is wrong with it, or that others are missing before it.
    pub fn take(&mut self, found: &Found) -> Result<(), Flaw> {
        let entry = found.link.sequence;
        let expected = self.last.sequence + 1;
        if entry > expected {
            return Err(Flaw::Missing { entry: expected });
        }
        let (Some(previous), Some(hash)) = (found.previous, found.hash) else { return Err(Flaw::Changed { entry }) };
        if entry < expected || found.link.hash(&previous) != hash {
            return Err(self.changed_or_moved(found, previous, hash));
        }
        if previous != self.last.hash {
            return Err(Flaw::Rewritten { entry });
        }
        if !found.is_erased_or_whole() {
            return Err(Flaw::PersonalChanged { entry });
        }
        self.last = Head { sequence: entry, hash };
        match self.known.noted {
            Some(noted) if noted.sequence == entry && noted.hash != hash => Err(Flaw::NotTheNoted { entry }),
            _ => Ok(()),
        }
    }

    /// Whether its own hash fits it under another number.
    fn changed_or_moved(&self, found: &Found, previous: Hash, hash: Hash) -> Flaw {
        let entry = found.link.sequence;
        let written_as = (1..=self.written()).find(|number| found.link.hash_as(*number, &previous) == hash);
        match written_as {
            Some(written_as) if written_as != entry => Flaw::Moved { entry, written_as },
            _ => Flaw::Changed { entry },
        }
    }

    fn written(&self) -> i64 {
        let stored = self.known.stored.map_or(0, |head| head.sequence);
        let noted = self.known.noted.map_or(0, |head| head.sequence);
        self.known.counter.max(stored).max(noted)
    }

    /// After the last entry.
    ///
    /// # Errors
    /// When there were more, or the head says something else.
    pub fn finish(self) -> Result<Head, Flaw> {
        let (entry, written) = (self.last.sequence + 1, self.written());
        if written > self.last.sequence {
            return Err(Flaw::CutOff { entry, written });
        }
        if self.known.stored != Some(self.last) || self.known.counter != self.last.sequence {
            return Err(Flaw::HeadChanged { entry: self.last.sequence });
        }
        Ok(self.last)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Hash {
    type Err = NotAHead;

    fn from_str(text: &str) -> Result<Self, NotAHead> {
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(NotAHead);
        }
        let mut hash = [0; 32];
        for (byte, at) in hash.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| NotAHead)?;
        }
        Ok(Self(hash))
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.sequence, self.hash)
    }
}

impl FromStr for Head {
    type Err = NotAHead;

    fn from_str(text: &str) -> Result<Self, NotAHead> {
        let (sequence, hash) = text.split_once(':').ok_or(NotAHead)?;
        let sequence: i64 = sequence.parse().map_err(|_| NotAHead)?;
        if sequence < 0 { Err(NotAHead) } else { Ok(Self { sequence, hash: hash.parse()? }) }
    }
}
