//! One thing that a program can do here: its route and its description, made from the same handler, so that neither can
//! be without the other. What the handler extracts is what the description says that it takes.

use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data, Path};
use actix_web::{FromRequest, Handler, HttpRequest, Responder, Route};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::caller::Caller;
use super::query::{self, StrictQuery};
use super::ticket::TicketHolder;
use crate::web::{ClientAddress, OptionalJson, StrictJson, Words};

pub(super) struct Operation {
    pub method: Method,
    /// Below the root of the API, with `{names}` of the ids in it.
    pub path: &'static str,
    /// Unique among all, for generated clients.
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    pub answer: Answered,
    /// Statuses of refusals that do not follow from what it takes.
    pub refusals: Vec<u16>,
    /// Fields that must be there, although the body's type would do without.
    pub required: Vec<&'static str>,
    /// `Last-Event-ID` is looked at.
    pub resumable: bool,
    /// `Idempotency-Key` is looked at.
    pub repeatable: bool,
    head: bool,
    route: Box<dyn Fn(Method) -> Route>,
    takes: fn(&mut Takes),
}

/// What comes back when all is well.
pub(super) enum Answered {
    /// 204
    Nothing,
    Json {
        statuses: Vec<u16>,
        shape: ShapeOf,
    },
    /// A page of a list.
    List(ShapeOf),
    /// Events of this name, whose data are JSON.
    Events {
        name: &'static str,
        shape: ShapeOf,
    },
    /// The log as a file.
    File(ShapeOf),
}

pub(super) type ShapeOf = fn(&mut SchemaGenerator) -> Schema;

/// Whose credential counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Credential {
    #[default]
    None,
    Key,
    Ticket,
}

/// What a handler takes from a request.
pub(super) struct Takes {
    pub schemas: SchemaGenerator,
    pub credential: Credential,
    /// An object whose properties are the parameters.
    pub query: Option<Schema>,
    pub body: Option<Schema>,
    /// Whether nothing at all will do as a body.
    pub body_optional: bool,
}

/// An argument of a handler, and what it says of the request. What says nothing is none of the client's business.
pub(super) trait Argument {
    fn describe(_: &mut Takes) {}
}

impl Argument for HttpRequest {}
impl Argument for ClientAddress {}
impl Argument for Words {}
impl<T> Argument for Data<T> {}
/// Ids, whose names stand in the path.
impl<T> Argument for Path<T> {}

impl Argument for Caller {
    fn describe(takes: &mut Takes) {
        takes.credential = Credential::Key;
    }
}

impl Argument for TicketHolder {
    fn describe(takes: &mut Takes) {
        takes.credential = Credential::Ticket;
    }
}

impl<T: JsonSchema> Argument for StrictQuery<T> {
    fn describe(takes: &mut Takes) {
        takes.query = Some(T::json_schema(&mut takes.schemas));
    }
}

impl<T: JsonSchema> Argument for StrictJson<T> {
    fn describe(takes: &mut Takes) {
        takes.body = Some(T::json_schema(&mut takes.schemas));
    }
}

impl<T: JsonSchema> Argument for OptionalJson<T> {
    fn describe(takes: &mut Takes) {
        takes.body = Some(T::json_schema(&mut takes.schemas));
        takes.body_optional = true;
    }
}

/// All arguments of a handler.
pub(super) trait Arguments {
    fn describe(takes: &mut Takes);
}

macro_rules! arguments {
    ($($one:ident)+) => {
        impl<$($one: Argument),+> Arguments for ($($one,)+) {
            fn describe(takes: &mut Takes) {
                $($one::describe(takes);)+
            }
        }
    };
}

arguments!(A B);
arguments!(A B C);
arguments!(A B C D);
arguments!(A B C D E);
arguments!(A B C D E F);

impl Takes {
    fn new() -> Self {
        let settings = SchemaSettings::draft2020_12().for_deserialize();
        Self {
            schemas: settings.with(|it| it.definitions_path = "/components/schemas".into()).into_generator(),
            credential: Credential::None,
            query: None,
            body: None,
            body_optional: false,
        }
    }
}

pub(super) fn get<F, Args>(path: &'static str, handler: F) -> Operation
where
    F: Handler<Args>,
    F::Output: Responder + 'static,
    Args: FromRequest + Arguments + 'static,
{
    Operation { head: true, ..operation(Method::GET, path, handler) }
}

pub(super) fn post<F, Args>(path: &'static str, handler: F) -> Operation
where
    F: Handler<Args>,
    F::Output: Responder + 'static,
    Args: FromRequest + Arguments + 'static,
{
    Operation { repeatable: true, ..operation(Method::POST, path, handler) }
}

pub(super) fn patch<F, Args>(path: &'static str, handler: F) -> Operation
where
    F: Handler<Args>,
    F::Output: Responder + 'static,
    Args: FromRequest + Arguments + 'static,
{
    operation(Method::PATCH, path, handler)
}

pub(super) fn delete<F, Args>(path: &'static str, handler: F) -> Operation
where
    F: Handler<Args>,
    F::Output: Responder + 'static,
    Args: FromRequest + Arguments + 'static,
{
    operation(Method::DELETE, path, handler)
}

fn operation<F, Args>(method: Method, path: &'static str, handler: F) -> Operation
where
    F: Handler<Args>,
    F::Output: Responder + 'static,
    Args: FromRequest + Arguments + 'static,
{
    Operation {
        method,
        path,
        name: "",
        summary: "",
        answer: Answered::Nothing,
        refusals: Vec::new(),
        required: Vec::new(),
        resumable: false,
        repeatable: false,
        head: false,
        route: Box::new(move |method| {
            let takes_a_body = matches!(method, Method::POST | Method::PATCH);
            let route = web::method(method).to(handler.clone());
            if takes_a_body { route.wrap(from_fn(query::refuse_any)) } else { route }
        }),
        takes: Args::describe,
    }
}

impl Operation {
    pub fn called(self, name: &'static str, summary: &'static str) -> Self {
        Self { name, summary, ..self }
    }

    pub fn answers<T: JsonSchema>(self, status: u16) -> Self {
        self.answers_either::<T>(&[status])
    }

    pub fn answers_either<T: JsonSchema>(self, statuses: &[u16]) -> Self {
        Self { answer: Answered::Json { statuses: statuses.to_vec(), shape: shape::<T> }, ..self }
    }

    pub fn lists<T: JsonSchema>(self) -> Self {
        Self { answer: Answered::List(shape::<T>), ..self }
    }

    /// A stream, which has no HEAD.
    pub fn streams<T: JsonSchema>(self, name: &'static str) -> Self {
        Self { answer: Answered::Events { name, shape: shape::<T> }, head: false, ..self }
    }

    /// A file that is sent while it is made, and has no HEAD either.
    pub fn sends_file_of<T: JsonSchema>(self) -> Self {
        Self { answer: Answered::File(shape::<T>), head: false, ..self }
    }

    pub fn refuses(self, statuses: &[u16]) -> Self {
        Self { refusals: statuses.to_vec(), ..self }
    }

    pub fn requires(self, field: &'static str) -> Self {
        Self { required: vec![field], ..self }
    }

    pub fn resumable(self) -> Self {
        Self { resumable: true, ..self }
    }

    /// A POST whose answer is another one each time, so that none is kept.
    pub fn never_the_same(self) -> Self {
        Self { repeatable: false, ..self }
    }

    pub fn routes(&self) -> Vec<Route> {
        let head = self.head.then_some(Method::HEAD);
        [self.method.clone()].into_iter().chain(head).map(&self.route).collect()
    }

    pub fn takes(&self) -> Takes {
        let mut takes = Takes::new();
        (self.takes)(&mut takes);
        takes
    }
}

fn shape<T: JsonSchema>(schemas: &mut SchemaGenerator) -> Schema {
    schemas.subschema_for::<T>()
}
