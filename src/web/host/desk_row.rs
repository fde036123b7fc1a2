//! One guest on the desk, as the page and the live stream show them. Nothing in a row depends on who looks at it.

use jiff::Timestamp;

use super::desk_actions::{Offer, act_path, role_icon};
use crate::domain::admission::{Admission, Cause, State};
use crate::domain::question::{Answer, Kind};
use crate::domain::role::Role;
use crate::live::{Claim, InCall, Presence};
use crate::store::DeskRow;
use crate::web::Words;
use crate::web::markup::{self, Markup};
use crate::web::words::isolated;

/// From how many minutes on a wait is shown in amber, and from how many in red.
const AMBER_MINUTES: i64 = 5;
const RED_MINUTES: i64 = 10;
/// Badges in a row; the others are counted behind "+2".
const BADGES: usize = 3;

/// In which list of the desk a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Waiting,
    Held,
    InCall,
    Earlier,
}

/// Puts the times of raised hands before every place in a queue, which are times as well.
const HANDS_FIRST: i64 = 1 << 52;

/// A guest with all that the templates ask for.
pub(super) struct Row {
    pub desk: DeskRow,
    pub presence: Presence,
    /// Since when somebody in the call asks to speak.
    pub hand: Option<Timestamp>,
    pub now: Timestamp,
    pub words: Words,
    /// The host who looks after the guest, for the moment.
    pub claim: Option<Claim>,
}

/// A small fact beside a name.
#[derive(Default)]
pub(super) struct Badge {
    pub colour: &'static str,
    pub icon: Option<&'static str>,
    said: String,
    time: Markup,
}

impl Badge {
    pub fn text(&self) -> Markup {
        markup::sentence_with(&self.said, &self.time)
    }

    /// Any badge may be cut short for want of room, save one that tells a time.
    pub fn title(&self) -> Option<&str> {
        (!self.said.contains(markup::PLACE_OF_TIME)).then_some(self.said.as_str())
    }
}

impl Row {
    pub fn admission(&self) -> &Admission {
        &self.desk.admission
    }

    pub fn id(&self) -> String {
        self.admission().id.to_string()
    }

    pub fn name(&self) -> &str {
        self.admission().name.as_str()
    }

    /// The whole name, where it may be cut short for want of room.
    pub fn long_name(&self) -> Option<&str> {
        const NEVER_CUT: usize = 16;
        Some(self.name()).filter(|name| name.chars().count() > NEVER_CUT)
    }

    pub fn list(&self) -> List {
        match self.admission().state {
            State::Waiting { .. } => List::Waiting,
            State::Held => List::Held,
            State::Admitted { .. } => List::InCall,
            _ => List::Earlier,
        }
    }

    /// The name of the list in the page.
    pub fn list_name(&self) -> &'static str {
        match self.list() {
            List::Waiting => "waiting",
            List::Held => "held",
            List::InCall => "admitted",
            List::Earlier => "ended",
        }
    }

    /// Where in its list: lower stands higher, equal ones by their id.
    pub fn order(&self) -> i64 {
        let admission = self.admission();
        match (self.hand, admission.ended_at) {
            // Whoever wants to speak stands before all others in the call, the first to ask first.
            (Some(since), None) => since.as_millisecond() - HANDS_FIRST,
            (_, Some(ended_at)) => -ended_at.as_millisecond(),
            (None, None) => admission.place,
        }
    }

    /// The name of what can be done with this guest; empty for nothing.
    pub fn offer(&self) -> &'static str {
        Offer::of(self.admission()).map_or("", Offer::as_str)
    }

    /// Where a denial is taken back.
    pub fn undo_path(&self) -> String {
        act_path(self.admission().room_id, self.admission().id.0, "undo")
    }

    /// One of the eight colours of avatars.
    pub fn hue(&self) -> u128 {
        self.admission().id.0.as_u128() % 8 + 1
    }

    /// Since when the guest waits: since asking, or since being sent back.
    pub fn waits_since(&self) -> Timestamp {
        let admission = self.admission();
        match (&admission.state, &admission.decided) {
            (State::Waiting { sent_back: Some(_) }, Some(decided)) => decided.at,
            _ => admission.requested_at,
        }
    }

    pub fn waits_since_exact(&self) -> String {
        format!("{:.0}", self.waits_since())
    }

    fn waited_minutes(&self) -> i64 {
        (self.now.duration_since(self.waits_since()).as_secs() / 60).max(0)
    }

    pub fn wait(&self) -> String {
        match self.waited_minutes() {
            0 => self.words.say("desk-wait-now"),
            minutes => self.words.say_with("desk-wait-minutes", &[("count", minutes.into())]),
        }
    }

    pub fn wait_colour(&self) -> &'static str {
        match self.waited_minutes() {
            ..AMBER_MINUTES => "",
            AMBER_MINUTES..RED_MINUTES => " amber",
            _ => " red",
        }
    }

    pub fn asked_at(&self) -> String {
        let time = self.waits_since().strftime("%H:%M UTC").to_string();
        self.words.say_with("desk-asked-at", &[("time", time.into())])
    }

    pub fn is_away(&self) -> bool {
        matches!(self.presence, Presence::Away { .. })
    }

    pub fn is_in_call(&self) -> bool {
        matches!(self.presence, Presence::InCall(_))
    }

    pub fn is_held(&self) -> bool {
        self.list() == List::Held
    }

    /// The first badges, what to be careful about before what is only good to know.
    pub fn badges(&self) -> Vec<Badge> {
        let mut badges = self.all_badges();
        badges.truncate(BADGES);
        badges
    }

    /// How many badges there are beyond those, and what they say.
    pub fn more_badges(&self) -> Option<(usize, String)> {
        let badges = self.all_badges();
        let more = badges.get(BADGES..).filter(|more| !more.is_empty())?;
        let said: Vec<&str> = more.iter().map(|badge| badge.said.as_str()).collect();
        Some((more.len(), self.words.list(&said)))
    }

    fn all_badges(&self) -> Vec<Badge> {
        let known = [self.denied_before(), self.returning()];
        [self.enforcing(), self.claimed(), self.namesake()]
            .into_iter()
            .chain(known)
            .chain([self.away(), self.sent_back(), self.invite(), Some(self.role_badge())])
            .flatten()
            .collect()
    }

    pub fn is_claimed(&self) -> bool {
        self.claim.is_some()
    }

    fn claimed(&self) -> Option<Badge> {
        let said = self.words.say_with("desk-claimed", &[("by", isolated(&self.claim.as_ref()?.by))]);
        Some(Badge { colour: " accent", icon: Some("people"), said, ..Badge::default() })
    }

    /// What a host picks the row by: the guest and the revision that is seen.
    pub fn pick(&self) -> String {
        format!("{}.{}", self.admission().id, self.admission().revision)
    }

    /// The name of that box.
    pub fn pick_words(&self) -> String {
        self.words.say_with("desk-pick", &[("name", self.name().into())])
    }

    /// Whether a host can still think better of it: the guest is there and has not asked anew.
    pub fn can_be_reconsidered(&self) -> bool {
        let ended = match self.admission().state {
            State::Expired { cause } => cause != Cause::Moved,
            State::Denied { .. } | State::Withdrawn => true,
            _ => false,
        };
        ended && !self.desk.followed && !self.is_away()
    }

    /// Where a decision about this guest is posted, for the row as it is seen.
    pub fn path_of_revision(&self, act: &str) -> String {
        let admission = self.admission();
        format!("{}?revision={}", act_path(admission.room_id, admission.id.0, act), admission.revision)
    }

    /// The last that a host said to the guest.
    pub fn said(&self) -> Option<&str> {
        self.admission().message.as_ref().map(|said| said.text.as_str())
    }

    fn namesake(&self) -> Option<Badge> {
        let other = self.desk.namesake.as_ref()?;
        let said = self.words.say_with("desk-same-name", &[("name", isolated(other.as_str()))]);
        Some(Badge { colour: " amber", icon: Some("warning"), said, ..Badge::default() })
    }

    /// This browser was refused before, and let in by nobody since.
    fn denied_before(&self) -> Option<Badge> {
        let count = self.admission().denials;
        let said = self.words.say_with("desk-denied-before", &[("count", count.into())]);
        (count > 0).then(|| Badge { colour: " amber", icon: Some("warning"), said, ..Badge::default() })
    }

    /// This browser asked here before.
    fn returning(&self) -> Option<Badge> {
        let said = self.words.say("desk-returning");
        self.admission().returning.then(|| Badge { icon: Some("back"), said, ..Badge::default() })
    }

    fn away(&self) -> Option<Badge> {
        let Presence::Away { since } = self.presence else { return None };
        let said = self.words.say_with("desk-away", &[markup::HERE]);
        Some(Badge { icon: Some("clock"), said, time: markup::clock_time(since), ..Badge::default() })
    }

    /// The key of the words for a connection that should have ended and may not have.
    pub fn enforcing_key(&self) -> Option<&'static str> {
        match (self.desk.enforcing, self.desk.overdue) {
            (false, _) => None,
            (true, false) => Some("desk-enforcing"),
            (true, true) => Some("desk-enforcing-overdue"),
        }
    }

    fn enforcing(&self) -> Option<Badge> {
        let said = self.words.say(self.enforcing_key()?);
        Some(Badge { colour: " amber", icon: Some("clock"), said, ..Badge::default() })
    }

    fn sent_back(&self) -> Option<Badge> {
        let State::Waiting { sent_back: Some(_) } = self.admission().state else { return None };
        let said = self.words.say("desk-sent-back");
        Some(Badge { colour: " info", icon: Some("back"), said, ..Badge::default() })
    }

    fn invite(&self) -> Option<Badge> {
        let (colour, icon) = if self.desk.name_fixed { (" info", Some("check")) } else { ("", None) };
        let said = match (&self.desk.invite_label, self.desk.name_fixed) {
            (Some(label), false) => label.to_string(),
            (Some(label), true) => self.words.say_with("desk-name-fixed-by", &[("invite", isolated(label.as_str()))]),
            (None, true) => self.words.say("desk-name-fixed"),
            (None, false) => return None,
        };
        Some(Badge { colour, icon, said, ..Badge::default() })
    }

    /// The role in the call, or the one that the invite gives.
    pub fn role(&self) -> Role {
        match self.admission().state {
            State::Admitted { role, .. } | State::Left { role, .. } => role,
            _ => self.admission().invited_role,
        }
    }

    pub fn role_badge(&self) -> Badge {
        let role = self.role();
        let colour = if role.may_moderate() { " accent" } else { "" };
        let said = self.words.say(&format!("role-{}", role.as_str()));
        Badge { colour, icon: Some(role_icon(role)), said, ..Badge::default() }
    }

    /// Whether and how somebody admitted is there, as words with a time.
    pub fn presence_words(&self) -> Markup {
        let State::Admitted { since: admitted, .. } = self.admission().state else { return Markup::default() };
        let (key, time) = match self.presence {
            Presence::InCall(InCall { since, camera, microphone, told_apart }) => {
                let key = match (camera, microphone) {
                    (true, _) if !told_apart => "desk-in-call-publishing",
                    (true, true) => "desk-in-call-both",
                    (true, false) => "desk-in-call-camera",
                    (false, true) => "desk-in-call-microphone",
                    (false, false) => "desk-in-call-watching",
                };
                (key, markup::clock_time(since))
            }
            Presence::Here => ("desk-not-connected", markup::when(self.words, admitted, self.now)),
            Presence::Away { since } => ("desk-away-not-connected", markup::clock_time(since)),
        };
        markup::sentence_with(&self.words.say_with(key, &[markup::HERE]), &time)
    }

    /// What became of somebody under "Earlier".
    pub fn ended(&self) -> String {
        let key = match &self.admission().state {
            State::Removed { blocked: true } => "blocked",
            State::Denied { blocked: true, .. } => "denied-for-good",
            State::Left { how, .. } => how.as_str(),
            State::Expired { cause } => cause.as_str(),
            state => state.as_str(),
        };
        self.words.say(&format!("desk-ended-{}", key.replace('_', "-")))
    }

    /// By whom and when, for what a host did; else only when.
    pub fn ended_by(&self) -> Markup {
        let admission = self.admission();
        let at = admission.ended_at.unwrap_or(admission.requested_at);
        let time = markup::when(self.words, at, self.now);
        let by_host = matches!(admission.state, State::Denied { .. } | State::Removed { .. });
        match &admission.decided {
            Some(decided) if by_host && !decided.by.is_empty() => {
                let by = ("by", isolated(&decided.by));
                markup::sentence_with(&self.words.say_with("desk-ended-by", &[by, markup::HERE]), &time)
            }
            _ => time,
        }
    }

    /// What the guest answered at the door: question and answer.
    pub fn answers(&self) -> Vec<(&str, String)> {
        let said = |answer: &Answer| match answer.kind {
            Kind::YesNo => self.words.say(&format!("answer-{}", answer.answer)),
            Kind::Text | Kind::Choice => answer.answer.clone(),
        };
        self.admission().answers.iter().map(|answer| (answer.question.as_str(), said(answer))).collect()
    }

    /// Where a block is lifted; none where there is none.
    pub fn unblock_path(&self) -> Option<String> {
        let admission = self.admission();
        // A denial that can still be undone has its own button.
        let lasts = admission.is_blocked() && admission.state_for_guest(self.now) == admission.state;
        lasts.then(|| act_path(admission.room_id, admission.id.0, "unblock"))
    }

    /// "Denied Sam", in the undo bar.
    pub fn denied(&self) -> Markup {
        markup::sentence(&self.words.say_with("desk-denied", &[("name", isolated(self.name()))]))
    }

    /// How long a denial can still be undone, in milliseconds.
    pub fn undo_left_ms(&self) -> i64 {
        match self.admission().state {
            State::Denied { visible_from, .. } => {
                i64::try_from(visible_from.duration_since(self.now).as_millis()).unwrap_or_default().max(0)
            }
            _ => 0,
        }
    }
}
