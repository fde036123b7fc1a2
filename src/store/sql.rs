//! Statements, their values and the rows they give: a thin layer over rusqlite, which calls SQLite in place. Statements
//! are prepared once for each connection.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt::{Display, Write as _};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{FromSqlError, FromSqlResult, ToSqlOutput, Value, ValueRef};
use rusqlite::{OpenFlags, StatementStatus};

use super::{Result, StoreError};

/// So many statements stay prepared.
const PREPARED: usize = 200;

/// How long the writer waits for another process that holds the file. Readers, which hardly ever have to, hold a worker of
/// the server meanwhile.
const BUSY: Duration = Duration::from_secs(5);
const BUSY_READER: Duration = Duration::from_millis(500);

/// What a connection may do with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
    /// And make the file.
    Create,
}

/// An open file. One thread uses it at a time.
#[derive(Debug)]
pub(super) struct Connection {
    inner: rusqlite::Connection,
    /// The names of the columns that each statement of this program gives, by where its text stands and how long it is:
    /// SQLite would make and measure every name anew for every row.
    columns: RefCell<HashMap<(usize, usize), Columns>>,
}

type Columns = Arc<[Box<str>]>;

impl Connection {
    pub fn open(file: &Path, access: Access) -> Result<Self> {
        let flags = match access {
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        };
        let inner = rusqlite::Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        inner.set_prepared_statement_cache_capacity(PREPARED);
        inner.busy_timeout(if access == Access::Read { BUSY_READER } else { BUSY })?;
        // Plans do not depend on values: a statement with `LIMIT ?` would otherwise be prepared anew each time.
        inner.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        // What a savepoint may have to take back is kept in memory, not in a file that each commit makes and removes.
        inner.execute_batch("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY")?;
        if access == Access::Read {
            // What several readers would each keep, the system keeps for all of them.
            inner.execute_batch("PRAGMA cache_size = -512")?;
        }
        Ok(Self { inner, columns: RefCell::default() })
    }

    /// Statements without values, one after the other.
    pub fn run(&self, statements: &str) -> Result<()> {
        Ok(self.inner.execute_batch(statements)?)
    }

    /// Does all of `work` or nothing of it.
    pub fn whole<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.between("BEGIN IMMEDIATE", work)
    }

    /// Whatever `work` reads is of one moment.
    pub fn at_one_moment<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.between("BEGIN", work)
    }

    fn between<T>(&self, begin: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.run(begin)?;
        let done = work().and_then(|done| self.run("COMMIT").map(|()| done));
        if done.is_err() {
            // The first failure is the one to tell; SQLite may have rolled back by itself.
            let _ = self.run("ROLLBACK");
        }
        done
    }
}

/// Where a statement is carried out.
pub(super) trait Source {
    fn connected<T>(self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T>;
}

impl Source for &Connection {
    fn connected<T>(self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        work(self)
    }
}

/// A statement with its values so far.
#[derive(Debug)]
pub(super) struct Query<'q> {
    statement: Cow<'static, str>,
    values: Vec<ToSqlOutput<'q>>,
}

pub(super) fn query<'q>(statement: &'static str) -> Query<'q> {
    Query { statement: Cow::Borrowed(statement), values: Vec::new() }
}

impl<'q> Query<'q> {
    /// The next value.
    pub fn bind(mut self, value: impl Bind<'q>) -> Self {
        self.values.push(value.bound());
        self
    }

    /// Goes on with the statement; never with anything that came from outside.
    pub fn push(&mut self, more: impl Display) -> &mut Self {
        // Writing to a string does not fail.
        let _ = write!(self.statement.to_mut(), "{more}");
        self
    }

    /// Goes on with a place for a value, and the value.
    pub fn push_bind(&mut self, value: impl Bind<'q>) -> &mut Self {
        self.values.push(value.bound());
        self.push("?")
    }

    /// Answers how many rows were changed.
    pub fn execute(self, connection: &Connection) -> Result<u64> {
        let mut statement = self.prepare(connection)?;
        let changed = statement.raw_execute()?;
        self.trace(&statement);
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    /// The first row.
    ///
    /// # Errors
    /// Also when there is none.
    pub fn one<T>(self, source: impl Source, read: impl FnMut(&Row<'_>) -> Result<T>) -> Result<T> {
        self.optional(source, read)?.ok_or_else(|| StoreError::Failed("a row that must be there is not".to_owned()))
    }

    /// The first row, if there is any.
    pub fn optional<T>(self, source: impl Source, mut read: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Option<T>> {
        Ok(self.each(source, |row| read(row).map(ControlFlow::Break))?.break_value())
    }

    pub fn all<T>(self, source: impl Source, mut read: impl FnMut(&Row<'_>) -> Result<T>) -> Result<Vec<T>> {
        let mut found = Vec::new();
        let take = |row: &Row<'_>| {
            found.push(read(row)?);
            Ok(ControlFlow::<()>::Continue(()))
        };
        self.each(source, take).map(drop)?;
        Ok(found)
    }

    /// Row by row, until `take` has enough.
    pub fn each<B>(
        self,
        source: impl Source,
        mut take: impl FnMut(&Row<'_>) -> Result<ControlFlow<B>>,
    ) -> Result<ControlFlow<B>> {
        source.connected(|connection| {
            let mut statement = self.prepare(connection)?;
            let mut rows = statement.raw_query();
            let mut columns = None;
            let mut enough = ControlFlow::Continue(());
            while enough.is_continue()
                && let Some(row) = rows.next()?
            {
                let columns = columns.get_or_insert_with(|| self.columns(connection, row.as_ref()));
                enough = take(&Row::of(row, columns))?;
            }
            drop(rows);
            self.trace(&statement);
            Ok(enough)
        })
    }

    /// How many steps of SQLite's machine it took, for whoever wants to know: `--log anteroom::store::sql=trace`.
    fn trace(&self, statement: &rusqlite::Statement<'_>) {
        if tracing::enabled!(tracing::Level::TRACE) {
            let steps = statement.reset_status(StatementStatus::VmStep);
            tracing::trace!(steps, statement = ?self.statement);
        }
    }

    /// The names of the columns, once the statement has given a row.
    fn columns(&self, connection: &Connection, statement: &rusqlite::Statement<'_>) -> Columns {
        let names = || statement.column_names().into_iter().map(Box::from).collect::<Columns>();
        let Cow::Borrowed(text) = &self.statement else { return names() };
        let mut known = connection.columns.borrow_mut();
        let columns = known.entry((text.as_ptr().addr(), text.len())).or_insert_with(names);
        // A newer version may have given the table further columns while this one runs; `*` then means more.
        if columns.len() != statement.column_count() {
            *columns = names();
        }
        Arc::clone(columns)
    }

    fn prepare<'c>(&self, connection: &'c Connection) -> Result<rusqlite::CachedStatement<'c>> {
        let mut statement = connection.inner.prepare_cached(&self.statement)?;
        if statement.parameter_count() != self.values.len() {
            let (places, values) = (statement.parameter_count(), self.values.len());
            return Err(StoreError::Failed(format!("{values} values for {places} places: {}", self.statement)));
        }
        for (place, value) in (1..).zip(&self.values) {
            statement.raw_bind_parameter(place, value)?;
        }
        Ok(statement)
    }
}

/// What can stand in the place of a value.
pub(super) trait Bind<'q> {
    fn bound(self) -> ToSqlOutput<'q>;
}

macro_rules! bind_owned {
    ($($kind:ty),*) => {$(
        impl<'q> Bind<'q> for $kind {
            fn bound(self) -> ToSqlOutput<'q> {
                ToSqlOutput::Owned(Value::from(self))
            }
        }
    )*};
}

bind_owned!(bool, u16, u32, i32, i64, String, Vec<u8>);

impl<'q> Bind<'q> for &'q str {
    fn bound(self) -> ToSqlOutput<'q> {
        ToSqlOutput::Borrowed(ValueRef::Text(self.as_bytes()))
    }
}

impl<'q> Bind<'q> for &'q [u8] {
    fn bound(self) -> ToSqlOutput<'q> {
        ToSqlOutput::Borrowed(ValueRef::Blob(self))
    }
}

impl<'q> Bind<'q> for &'q String {
    fn bound(self) -> ToSqlOutput<'q> {
        self.as_str().bound()
    }
}

impl<'q> Bind<'q> for &'q Vec<u8> {
    fn bound(self) -> ToSqlOutput<'q> {
        self.as_slice().bound()
    }
}

impl<'q, T: Bind<'q>> Bind<'q> for Option<T> {
    fn bound(self) -> ToSqlOutput<'q> {
        self.map_or(ToSqlOutput::Owned(Value::Null), T::bound)
    }
}

impl<'q, T> Bind<'q> for &'q Option<T>
where
    &'q T: Bind<'q>,
{
    fn bound(self) -> ToSqlOutput<'q> {
        self.as_ref().bound()
    }
}

/// A row, while it is read. Columns are asked for by name.
pub(super) struct Row<'r> {
    row: &'r rusqlite::Row<'r>,
    columns: &'r [Box<str>],
    /// Where the column stood that was asked for last: the next one is mostly near.
    last: Cell<usize>,
}

impl<'r> Row<'r> {
    fn of(row: &'r rusqlite::Row<'r>, columns: &'r [Box<str>]) -> Self {
        Self { row, columns, last: Cell::new(0) }
    }

    pub fn get<T: Column<'r>>(&self, column: &str) -> Result<T> {
        let last = self.last.get();
        let named = |place: &usize| *self.columns[*place] == *column;
        let missing = || StoreError::Corrupt(format!("there is no column {column}"));
        let place = (last..self.columns.len()).chain(0..last).find(named).ok_or_else(missing)?;
        self.last.set(place);
        self.read(place).map_err(|error| StoreError::Corrupt(format!("column {column}: {error}")))
    }

    /// A column by its place, from 0.
    pub fn at<T: Column<'r>>(&self, place: usize) -> Result<T> {
        self.read(place).map_err(|error| StoreError::Corrupt(format!("column {place}: {error}")))
    }

    fn read<T: Column<'r>>(&self, place: usize) -> FromSqlResult<T> {
        T::of(self.row.get_ref(place).map_err(|error| FromSqlError::Other(error.into()))?)
    }
}

/// The only column of a row.
pub(super) fn single<T: for<'r> Column<'r>>(row: &Row<'_>) -> Result<T> {
    row.at(0)
}

/// What a column can be read as.
pub(super) trait Column<'r>: Sized {
    fn of(value: ValueRef<'r>) -> FromSqlResult<Self>;
}

macro_rules! column {
    ($($kind:ty),*) => {$(
        impl<'r> Column<'r> for $kind {
            fn of(value: ValueRef<'r>) -> FromSqlResult<Self> {
                rusqlite::types::FromSql::column_result(value)
            }
        }
    )*};
}

column!(bool, u16, u32, i32, i64, String, Vec<u8>);

impl<'r> Column<'r> for &'r str {
    fn of(value: ValueRef<'r>) -> FromSqlResult<Self> {
        value.as_str()
    }
}

impl<'r> Column<'r> for &'r [u8] {
    fn of(value: ValueRef<'r>) -> FromSqlResult<Self> {
        value.as_blob()
    }
}

impl<'r, T: Column<'r>> Column<'r> for Option<T> {
    fn of(value: ValueRef<'r>) -> FromSqlResult<Self> {
        if value == ValueRef::Null { Ok(None) } else { T::of(value).map(Some) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name_also_after_another_process_has_given_the_table_more_of_them() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("some.db");
        let ours = Connection::open(&file, Access::Create).unwrap();
        ours.run("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1)").unwrap();
        let read = || {
            let both = |row: &Row<'_>| Ok((row.get::<i64>("a")?, row.get::<i64>("seven")?));
            query("SELECT t.*, 7 AS seven FROM t").one(&ours, both).unwrap()
        };
        assert_eq!(read(), (1, 7));
        let theirs = Connection::open(&file, Access::Write).unwrap();
        theirs.run("ALTER TABLE t ADD COLUMN b INTEGER NOT NULL DEFAULT 5").unwrap();
        assert_eq!(read(), (1, 7));
    }
}
