//! Asking to join: from the link to a place in the queue, or straight in where the door allows it.

use std::net::IpAddr;

use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};

use super::asker::{Asker, Past, may_ask};
use super::{LinkProblem, Moderation, Refusal, hash_of};
use crate::domain::actor::{Actor, Who};
use crate::domain::admission::{Admission, State};
use crate::domain::fact::Fact;
use crate::domain::ids::{AdmissionId, InviteId, PersonId};
use crate::domain::invite::{Invite, InviteState};
use crate::domain::policy::{self, AtTheDoor};
use crate::domain::question;
use crate::domain::room::{Door, Room};
use crate::domain::text::{GuestName, Label, Note};
use crate::random;
use crate::store::{BehindLink, NewAdmission, Tx};

/// What a link leads to.
#[derive(Debug)]
pub struct LookedUp {
    pub invite: Invite,
    pub room: Room,
    /// Who hosts, as the guest reads it.
    pub host: String,
    pub(super) passcode_hash: Option<String>,
}

/// What a guest says of themselves at the door.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// As typed; not looked at when the invite fixes the name.
    pub name: String,
    pub note: String,
    pub passcode: Option<SecretString>,
    /// To the room's questions, in their order; what is missing at the end was not answered.
    pub answers: Vec<Option<String>>,
    /// The secret by which this browser is known again, if it is one.
    pub browser: Option<SecretString>,
}

/// A guest with a place.
#[derive(Debug)]
pub struct Entered {
    pub admission: Admission,
    /// The new ticket; none when this browser had its place already.
    pub ticket: Option<SecretString>,
}

impl LookedUp {
    /// Whether the link opens the form at this time.
    ///
    /// # Errors
    /// `Link` when it does not.
    pub fn opens(&self, now: Timestamp) -> Result<(), Refusal> {
        opens(&self.invite, &self.room, now)
    }
}

impl Moderation {
    /// What a link belongs to, whether or not it opens the form. Looking uses nothing up.
    ///
    /// # Errors
    /// Only of the database.
    pub fn find_invite(&self, secret: &str) -> Result<Option<LookedUp>, Refusal> {
        let found = self.store.behind_link(&hash_of(secret))?;
        Ok(found.map(|BehindLink { invite, passcode_hash, room, first_host }| {
            let host = room.settings.host_label.as_ref().map_or(first_host, ToString::to_string);
            LookedUp { invite, room, host, passcode_hash }
        }))
    }

    /// Who hosts a room, as guests read it.
    ///
    /// # Errors
    /// Only of the database.
    pub fn host_of(&self, room: &Room) -> Result<String, Refusal> {
        if let Some(label) = &room.settings.host_label {
            return Ok(label.to_string());
        }
        let hosts = self.store.room_hosts(room.id)?;
        Ok(hosts.first().map(|owner| owner.name.to_string()).unwrap_or_default())
    }

    /// Asks to join. A browser that has a place in the room already (`ticket`) keeps it.
    ///
    /// # Errors
    /// When the link does not open, the passcode is wrong, a field cannot be, or it is too soon after a denial.
    pub async fn request_entry(
        &self,
        address: Option<IpAddr>,
        secret: &str,
        request: Request,
        ticket: Option<&SecretString>,
    ) -> Result<Entered, Refusal> {
        let found = self.find_invite(secret)?.ok_or(Refusal::Link(LinkProblem::Unknown))?;
        self.request_entry_by(address, &found, request, ticket).await
    }

    /// The same, by an invite that was looked up a moment ago. Whether it still opens is asked again when it is used.
    ///
    /// # Errors
    /// The same.
    pub async fn request_entry_by(
        &self,
        address: Option<IpAddr>,
        found: &LookedUp,
        request: Request,
        ticket: Option<&SecretString>,
    ) -> Result<Entered, Refusal> {
        let own = self.own_admission(ticket, found)?;
        if let Some(own) = own {
            if let Some(entered) = self.keep_place(own.clone(), address).await? {
                return Ok(entered);
            }
            return self.enter(address, found.invite.id, Asker::again(own, request.browser)).await;
        }
        found.opens(self.clock.now())?;
        self.check_passcode(found, request.passcode).await?;
        let name = match &found.invite.guest_name {
            Some(fixed) => fixed.clone(),
            None => GuestName::parse(&request.name).map_err(Refusal::text("name"))?,
        };
        let note = Note::parse_optional(&request.note).map_err(Refusal::text("note"))?;
        let answers = question::answers(&found.room.settings.questions, &request.answers);
        let answers = answers.map_err(|(number, problem)| Refusal::answer(number, problem))?;
        let asker = Asker { name, note, answers, browser: request.browser, again: None };
        self.enter(address, found.invite.id, asker).await
    }

    /// Asks anew after an end, by the same invite and name. The new request has its own row, place and ticket.
    ///
    /// # Errors
    /// When the link died in the meantime, it is too soon, or the host said never.
    pub async fn ask_again(&self, address: Option<IpAddr>, id: AdmissionId) -> Result<Entered, Refusal> {
        let own = self.store.admission(id)?.ok_or(Refusal::NotFound)?;
        if let Some(entered) = self.keep_place(own.clone(), address).await? {
            return Ok(entered);
        }
        self.enter(address, own.invite_id, Asker::again(own, None)).await
    }

    /// The admission of this browser by this very invite.
    fn own_admission(&self, ticket: Option<&SecretString>, found: &LookedUp) -> Result<Option<Admission>, Refusal> {
        let Some(ticket) = ticket else { return Ok(None) };
        let own = self.store.admission_by_ticket(&hash_of(ticket.expose_secret()))?;
        Ok(own.filter(|own| own.invite_id == found.invite.id))
    }

    /// Somebody who waits or is in stays there; somebody who just left comes back; somebody who may not ask is told.
    async fn keep_place(&self, own: Admission, address: Option<IpAddr>) -> Result<Option<Entered>, Refusal> {
        let now = self.clock.now();
        match own.state_for_guest(now) {
            State::Waiting { .. } | State::Held | State::Admitted { .. } => {
                return Ok(Some(Entered { admission: own, ticket: None }));
            }
            State::Left { .. } => {
                let room = self.store.room(own.room_id)?.ok_or(Refusal::NotFound)?;
                if own.may_come_back(room.settings.return_window(), now) {
                    match self.come_back(&guest(&own, address), own.id).await {
                        Ok(admission) => return Ok(Some(Entered { admission, ticket: None })),
                        // Somebody else has the seat: as one who asks anew.
                        Err(Refusal::CallFull { .. }) => return Ok(None),
                        Err(error) => return Err(error),
                    }
                }
            }
            _ => {}
        }
        may_ask(&own, now)?;
        Ok(None)
    }

    async fn check_passcode(&self, found: &LookedUp, passcode: Option<SecretString>) -> Result<(), Refusal> {
        let Some(hash) = &found.passcode_hash else { return Ok(()) };
        let Some(passcode) = passcode else { return Err(Refusal::WrongPasscode) };
        if self.passwords.verify(passcode, Some(hash.clone())).await? { Ok(()) } else { Err(Refusal::WrongPasscode) }
    }

    /// Makes the row, unless this browser has a place by the same invite already (a second tab, a second press).
    async fn enter(&self, address: Option<IpAddr>, invite: InviteId, asker: Asker) -> Result<Entered, Refusal> {
        let now = self.clock.now();
        let ticket = random::secret();
        let ticket_hash = hash_of(ticket.expose_secret());
        let (admission, is_new, ticket) = self
            .store
            .write(move |tx| {
                let invite = tx.invite(invite)?.ok_or(Refusal::Link(LinkProblem::Unknown))?;
                // Whoever was moved to another room asks again where they were moved to.
                let again = asker.again.as_ref().map(|own| own.id);
                let room = asker.again.as_ref().map_or(invite.room_id, |own| own.room_id);
                let room = tx.room(room)?.ok_or(Refusal::NotFound)?;
                let past = tx.past_of(&room, &invite, &asker, now)?;
                if let Some(place) = past.place {
                    let ticket = tx.ticket_of_place(&place, ticket, &ticket_hash, now)?;
                    return Ok((place, false, ticket));
                }
                tx.take_use(&invite, &room, again, now)?;
                let browser_hash = past.browser_hash;
                let mut admission = new_admission(&invite, &room, asker, &past, now);
                admission.follows = again;
                tx.find_room_for(&mut admission, &room)?;
                tx.insert_asking(&mut admission, &invite, ticket_hash, browser_hash, address, now)?;
                tx.touch_followed(&admission)?;
                Ok::<_, Refusal>((admission, true, Some(ticket)))
            })
            .await?;
        if is_new {
            self.tell(&admission);
        }
        Ok(Entered { admission, ticket })
    }
}

impl Tx {
    /// A second press of the same button gets no other ticket: the first one is on its way to the browser. Later, the
    /// browser has lost it, and gets a new one.
    fn ticket_of_place(
        &mut self,
        place: &Admission,
        ticket: SecretString,
        ticket_hash: &[u8; 32],
        now: Timestamp,
    ) -> Result<Option<SecretString>, Refusal> {
        if now < place.requested_at + policy::SECOND_PRESS {
            return Ok(None);
        }
        self.replace_ticket(place.id, ticket_hash)?;
        Ok(Some(ticket))
    }

    /// Where the call is full, whoever would enter waits; where too many wait, nobody else can ask.
    fn find_room_for(&mut self, admission: &mut Admission, room: &Room) -> Result<(), Refusal> {
        let enters = admission.role().is_some();
        if enters && self.free_in_call(room)? != Some(0) {
            return Ok(());
        }
        admission.state = State::Waiting { sent_back: None };
        let Some(most) = room.settings.most_waiting else { return Ok(()) };
        let counts = self.counts(room.id)?;
        if counts.waiting + counts.held < i64::from(most) { Ok(()) } else { Err(Refusal::TooManyWaiting) }
    }

    fn insert_asking(
        &mut self,
        admission: &mut Admission,
        invite: &Invite,
        ticket_hash: [u8; 32],
        browser_hash: Option<[u8; 32]>,
        address: Option<IpAddr>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        let actor = guest(admission, address);
        admission.sequence = self.next_sequence(admission.room_id)?;
        self.insert_admission(&NewAdmission { admission, ticket_hash, browser_hash })?;
        let asked = Fact::AdmissionRequested { invite_label: invite.label.as_ref().map(Label::to_string) };
        self.log_facts(admission, &[asked], &actor, now)?;
        if let State::Admitted { role, .. } = admission.state {
            self.log_facts(admission, &[Fact::EnteredDirectly { role }], &actor, now)?;
        }
        self.touch_namesakes(admission)?;
        Ok(())
    }

    /// Checks that the invite still opens, and counts a use unless this browser's earlier request counted already.
    fn take_use(
        &mut self,
        invite: &Invite,
        room: &Room,
        again: Option<AdmissionId>,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        if again.is_none() {
            opens(invite, room, now)?;
            return if self.use_invite(invite.id, now)? { Ok(()) } else { Err(Refusal::Link(LinkProblem::UsedUp)) };
        }
        match opens(invite, room, now) {
            Err(Refusal::Link(LinkProblem::UsedUp)) => Ok(()),
            other => other,
        }
    }
}

/// Whether an invite opens its room's form now.
fn opens(invite: &Invite, room: &Room, now: Timestamp) -> Result<(), Refusal> {
    let problem = match invite.state(now) {
        InviteState::Open if room.settings.door == Door::Closed => LinkProblem::RoomClosed,
        InviteState::Open => return Ok(()),
        InviteState::Early { opens_at } => LinkProblem::Early { opens_at },
        InviteState::Expired => LinkProblem::Expired,
        InviteState::UsedUp => LinkProblem::UsedUp,
        InviteState::Revoked => LinkProblem::Revoked,
    };
    Err(Refusal::Link(problem))
}

fn new_admission(invite: &Invite, room: &Room, asker: Asker, past: &Past, now: Timestamp) -> Admission {
    let state = match policy::at_the_door(room.settings.door, invite.entry) {
        AtTheDoor::Enters => State::Admitted { role: invite.role, since: now },
        AtTheDoor::Waits | AtTheDoor::TurnedAway => State::Waiting { sent_back: None },
    };
    Admission {
        id: AdmissionId(random::id(now)),
        room_id: room.id,
        invite_id: invite.id,
        person: PersonId(random::opaque_id()),
        name: asker.name,
        note: asker.note,
        invited_role: invite.role,
        requested_at: now,
        place: now.as_millisecond(),
        state,
        generation: 1,
        revision: 1,
        sequence: 0,
        decided: None,
        ended_at: None,
        message: None,
        follows: None,
        denials: past.denials,
        returning: past.returning,
        answers: asker.answers,
    }
}

/// The guest of an admission as an actor.
pub fn guest(admission: &Admission, address: Option<IpAddr>) -> Actor {
    Actor { who: Who::Guest { admission: Some(admission.id), name: admission.name.to_string() }, address }
}
