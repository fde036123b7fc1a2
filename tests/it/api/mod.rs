//! The HTTP API over real connections.

mod bad_input; // made from the description, for every operation
mod commands; // accounts and keys from the command line, beside the server
mod decisions; // many at once, words, other rooms, second thoughts
mod described; // answers are as the description says
mod docs; // the examples of the documentation
mod lists; // pages, filters, the log
mod races; // two decisions at once
mod refusals; // whatever is wrong is said, and nothing changes
mod repeats; // the same request twice
mod secrecy; // what a guest must not learn
mod streams; // live
mod visit; // one guest from the link to the end
