//! The log for those who may read it: which part, as they say it in a form, an address or on the command line, and the
//! whole of that part as a file.

use futures_util::Stream;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::{Moderation, Refusal};
use crate::domain::ids::{AdmissionId, RoomId};
use crate::store::{Acting, Entry, EntryFilter, Store, StoreError};

/// So many entries are read and written at once, so that a file of a million costs no more memory than one of a thousand.
const BATCH: i64 = 500;

/// Which part of the log, as typed; an empty text says nothing.
#[derive(Clone, Debug, Default)]
pub struct LogWish<'a> {
    pub room: &'a str,
    /// `guest`, `system`, or the id of an account or key.
    pub actor: &'a str,
    pub action: &'a str,
    pub admission: &'a str,
    /// A day or a time of RFC 3339.
    pub from: &'a str,
    /// The same; a day is meant to its end, a time is not meant itself.
    pub to: &'a str,
}

impl LogWish<'_> {
    /// # Errors
    /// `Invalid`, naming the field.
    pub fn parse(&self) -> Result<EntryFilter, Refusal> {
        let said = |text: &str| !text.is_empty();
        let id = |field| Refusal::invalid(field, "is not an id");
        let room = Some(self.room).filter(|text| said(text)).map(str::parse::<RoomId>).transpose();
        let admission = Some(self.admission).filter(|text| said(text)).map(str::parse::<AdmissionId>).transpose();
        Ok(EntryFilter {
            rooms_of: None,
            room: room.map_err(|_| id("room"))?,
            admission: admission.map_err(|_| id("admission"))?,
            actor: Some(self.actor).filter(|text| said(text)).map(acting).transpose()?,
            action: Some(self.action).filter(|text| said(text)).map(action).transpose()?,
            from: Some(self.from).filter(|text| said(text)).map(|text| moment("from", text, false)).transpose()?,
            until: Some(self.to).filter(|text| said(text)).map(|text| moment("to", text, true)).transpose()?,
        })
    }
}

fn acting(text: &str) -> Result<Acting, Refusal> {
    match text {
        "guest" => Ok(Acting::Guests),
        "system" => Ok(Acting::Server),
        id => uuid::Uuid::try_parse(id)
            .map(Acting::Someone)
            .map_err(|_| Refusal::invalid("actor", "must be guest, system or the id of an account or key")),
    }
}

fn action(text: &str) -> Result<String, Refusal> {
    let is_name = text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if is_name { Ok(text.to_owned()) } else { Err(Refusal::invalid("action", "is not the name of an act")) }
}

/// A day (its beginning, or its end) or a time.
fn moment(field: &'static str, text: &str, end: bool) -> Result<Timestamp, Refusal> {
    let wrong = || Refusal::invalid(field, "must be a day such as 2026-11-24, or a time of RFC 3339");
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(at);
    }
    let day: Date = if text.len() == 10 { text.parse().map_err(|_| wrong())? } else { return Err(wrong()) };
    let day = if end { day.checked_add(1.day()).map_err(|_| wrong())? } else { day };
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).map_err(|_| wrong())
}

/// The file's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Csv,
    Json,
}

impl std::str::FromStr for LogFormat {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        match text {
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            _ => Err(Refusal::invalid("format", "must be csv or json")),
        }
    }
}

/// One entry, as the file in JSON holds it.
#[derive(Serialize, JsonSchema)]
pub struct ExportedEntry<'a> {
    sequence: i64,
    #[schemars(extend("format" = "date-time"))]
    at: String,
    action: &'a str,
    actor_kind: &'a str,
    actor: &'a str,
    address: Option<&'a str>,
    room_id: Option<RoomId>,
    room: Option<&'a str>,
    admission_id: Option<AdmissionId>,
    guest: Option<&'a str>,
    detail: &'a Value,
    erased: bool,
    hash: String,
}

const CSV_HEAD: &str =
    "sequence,at,action,actor_kind,actor,address,room_id,room,admission_id,guest,detail,erased,hash\r\n";

impl Moderation {
    /// A part of the log as a file, in pieces of text, oldest first: what was written when it began. The stream ends early
    /// with an error when the database cannot be read.
    pub fn export_log(
        &self,
        filter: EntryFilter,
        format: LogFormat,
    ) -> impl Stream<Item = Result<String, StoreError>> + use<> {
        export(self.store.clone(), filter, format)
    }
}

/// The same of a database that is only read.
pub fn export(store: Store, filter: EntryFilter, format: LogFormat) -> impl Stream<Item = Result<String, StoreError>> {
    async_stream::try_stream! {
        let last = store.audit_head()?.sequence;
        let mut after = 0;
        yield if format == LogFormat::Csv { CSV_HEAD.to_owned() } else { "[".to_owned() };
        loop {
            let entries = store.entries_after(&filter, after, BATCH).await?;
            let written: Vec<&Entry> = entries.iter().filter(|entry| entry.sequence <= last).collect();
            let Some(newest) = written.last() else { break };
            let first = after == 0;
            after = newest.sequence;
            yield match format {
                LogFormat::Csv => written.iter().map(|entry| csv_line(entry)).collect::<String>(),
                LogFormat::Json => json_items(&written, first),
            };
        }
        if format == LogFormat::Json {
            yield "\n]\n".to_owned();
        }
    }
}

fn exported(entry: &Entry) -> ExportedEntry<'_> {
    ExportedEntry {
        sequence: entry.sequence,
        at: format!("{:.3}", entry.at),
        action: &entry.action,
        actor_kind: &entry.actor_kind,
        actor: &entry.actor_name,
        address: entry.address.as_deref(),
        room_id: entry.room_id,
        room: entry.room_title.as_deref(),
        admission_id: entry.admission_id,
        guest: entry.guest_name.as_deref(),
        detail: &entry.detail,
        erased: entry.erased,
        hash: entry.hash.to_string(),
    }
}

fn json_items(entries: &[&Entry], first: bool) -> String {
    let mut text = String::new();
    for (number, entry) in entries.iter().enumerate() {
        text.push_str(if first && number == 0 { "\n" } else { ",\n" });
        text.push_str(&serde_json::to_string(&exported(entry)).unwrap_or_default());
    }
    text
}

fn csv_line(entry: &Entry) -> String {
    let it = exported(entry);
    let id = |id: Option<uuid::Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let cells = [
        it.sequence.to_string(),
        it.at,
        cell(it.action),
        cell(it.actor_kind),
        cell(it.actor),
        cell(it.address.unwrap_or_default()),
        id(it.room_id.map(|id| id.0)),
        cell(it.room.unwrap_or_default()),
        id(it.admission_id.map(|id| id.0)),
        cell(it.guest.unwrap_or_default()),
        cell(&it.detail.to_string()),
        it.erased.to_string(),
        it.hash,
    ];
    cells.join(",") + "\r\n"
}

/// A cell by RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it.
fn cell(text: &str) -> String {
    let harmless = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    if text.contains(['"', ',', '\r', '\n', '\t']) {
        format!("\"{harmless}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{harmless}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_by_need_and_never_a_formula() {
        for (text, expected) in [
            ("Sam", "Sam"),
            ("", ""),
            ("Sam, \"the\" guest", "\"Sam, \"\"the\"\" guest\""),
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-1", "'-1"),
            ("@sum(a)", "'@sum(a)"),
            ("\tx", "\"'\tx\""),
            ("\rx", "\"'\rx\""),
            ("=cmd|'/c calc'!A1,2", "\"'=cmd|'/c calc'!A1,2\""),
            ("a\nb", "\"a\nb\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn a_day_is_meant_to_its_end_and_a_time_as_it_is() {
        let parse = |from: &str, to: &str| LogWish { from, to, ..LogWish::default() }.parse().unwrap();
        let filter = parse("2026-11-24", "2026-11-24");
        assert_eq!(filter.from, Some("2026-11-24T00:00:00Z".parse().unwrap()));
        assert_eq!(filter.until, Some("2026-11-25T00:00:00Z".parse().unwrap()));
        let filter = parse("2026-11-24T10:00:00+02:00", "2026-11-24T10:00:00Z");
        assert_eq!(filter.from, Some("2026-11-24T08:00:00Z".parse().unwrap()));
        assert_eq!(filter.until, Some("2026-11-24T10:00:00Z".parse().unwrap()));
    }

    #[test]
    fn whatever_is_wrong_the_field_is_named() {
        let wish = LogWish::default;
        for (wish, expected) in [
            (LogWish { room: "x", ..wish() }, "room"),
            (LogWish { admission: "7", ..wish() }, "admission"),
            (LogWish { actor: "Ana", ..wish() }, "actor"),
            (LogWish { action: "Admitted!", ..wish() }, "action"),
            (LogWish { from: "yesterday", ..wish() }, "from"),
            (LogWish { to: "9999-12-31", ..wish() }, "to"),
            (LogWish { to: "2026-02-30", ..wish() }, "to"),
        ] {
            match wish.parse() {
                Err(Refusal::Invalid { field, .. }) => assert_eq!(field, expected),
                other => panic!("{expected}: {other:?}"),
            }
        }
    }
}
