//! The integration tests: one binary, so that everything is built once.

#[cfg(test)]
mod video;
