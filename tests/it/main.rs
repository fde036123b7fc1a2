//! The integration tests: one binary, so that everything is built once.

#[cfg(test)]
mod host;
#[cfg(test)]
mod support_desk;
#[cfg(test)]
mod video;
