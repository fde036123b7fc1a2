//! The integration tests: one binary, so that everything is built once.

#[cfg(test)]
mod admin;
#[cfg(test)]
mod host_pages;
#[cfg(test)]
mod support_pages;
#[cfg(test)]
mod video;
