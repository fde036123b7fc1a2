//! The integration tests: one binary, so that everything is built once.

#[cfg(test)]
mod admin;
#[cfg(test)]
mod api;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod audit;
#[cfg(test)]
mod authorisation;
#[cfg(test)]
mod docs;
#[cfg(test)]
mod domain;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod fuzzing;
#[cfg(test)]
mod guest;
#[cfg(test)]
mod host;
#[cfg(test)]
mod host_pages;
#[cfg(test)]
mod rush_command;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod serve_command;
#[cfg(test)]
mod support;
#[cfg(test)]
mod video;
#[cfg(test)]
mod video_hook;
#[cfg(test)]
mod video_local;
#[cfg(test)]
mod video_platform;
#[cfg(test)]
mod web;
