//! The integration tests: one binary, so that everything is built once.

#[cfg(test)]
mod api;
#[cfg(test)]
mod support_api;
#[cfg(test)]
mod video;
