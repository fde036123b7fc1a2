//! The video platform as a provider, against an imitation of its HTTP side.

mod calls;
mod enforcement;
mod settings;
mod trouble;
