//! The integration tests: one binary, so that everything is built once.

mod video;
