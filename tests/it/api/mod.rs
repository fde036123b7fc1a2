//! The HTTP API over real connections.

mod visit; // one guest from the link to the end
