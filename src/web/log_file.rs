//! A part of the log as a file to keep: sent while it is read, so that a million entries cost no memory.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE};
use actix_web::web::Bytes;
use futures_util::StreamExt as _;

use crate::moderation::{LogFormat, Moderation};
use crate::store::EntryFilter;

/// The file. Who may read this part of the log is checked before. Breaks off if the database cannot be read any more, so
/// that nobody takes the beginning for the whole.
pub fn answer(moderation: &Moderation, filter: EntryFilter, format: LogFormat) -> HttpResponse {
    let (kind, ending) = match format {
        LogFormat::Csv => ("text/csv; charset=utf-8", "csv"),
        LogFormat::Json => ("application/json", "json"),
    };
    let name =
        format!("attachment; filename=\"anteroom-log-{}.{ending}\"", moderation.clock.now().strftime("%Y-%m-%d"));
    let pieces = moderation
        .export_log(filter, format)
        .map(|piece| piece.map(Bytes::from).inspect_err(|error| tracing::warn!(%error, "a file of the log broke off")));
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .streaming(pieces)
}
