//! Reading columns. A value that the rules of the domain do not allow is a damaged row, not a panic.

use std::fmt::Display;
use std::str::FromStr;

use jiff::Timestamp;

use super::sql::{Column, Row};
use super::{Result, StoreError};

fn corrupt(column: &str, error: impl Display) -> StoreError {
    StoreError::Corrupt(format!("column {column}: {error}"))
}

/// A column of a type that SQLite has.
pub(super) fn get<'r, T: Column<'r>>(row: &Row<'r>, column: &str) -> Result<T> {
    row.get(column)
}

/// A text column with a type of ours.
pub(super) fn parsed<T: FromStr<Err: Display>>(row: &Row<'_>, column: &str) -> Result<T> {
    get::<&str>(row, column)?.parse().map_err(|error| corrupt(column, error))
}

/// A text column with a type of ours, or null.
pub(super) fn parsed_optional<T: FromStr<Err: Display>>(row: &Row<'_>, column: &str) -> Result<Option<T>> {
    get::<Option<&str>>(row, column)?.map(|text| text.parse().map_err(|error| corrupt(column, error))).transpose()
}

/// A text column that somebody typed once.
pub(super) fn text<T, E: Display>(
    row: &Row<'_>,
    column: &str,
    parse: impl Fn(&str) -> std::result::Result<T, E>,
) -> Result<T> {
    parse(get(row, column)?).map_err(|error| corrupt(column, error))
}

/// The same, or null.
pub(super) fn text_optional<T, E: Display>(
    row: &Row<'_>,
    column: &str,
    parse: impl Fn(&str) -> std::result::Result<T, E>,
) -> Result<Option<T>> {
    get::<Option<&str>>(row, column)?.map(|value| parse(value).map_err(|error| corrupt(column, error))).transpose()
}

/// A time, in milliseconds.
pub(super) fn time(row: &Row<'_>, column: &str) -> Result<Timestamp> {
    Timestamp::from_millisecond(get(row, column)?).map_err(|error| corrupt(column, error))
}

/// A time, in milliseconds, or null.
pub(super) fn time_optional(row: &Row<'_>, column: &str) -> Result<Option<Timestamp>> {
    get::<Option<i64>>(row, column)?
        .map(|value| Timestamp::from_millisecond(value).map_err(|error| corrupt(column, error)))
        .transpose()
}

/// A column that holds JSON of ours.
pub(super) fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> Result<T> {
    serde_json::from_str(get(row, column)?).map_err(|error| corrupt(column, error))
}

/// What [`json`] reads.
pub(super) fn as_json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Failed(error.to_string()))
}
