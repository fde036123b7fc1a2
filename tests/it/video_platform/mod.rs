//! The video platform as a provider, against an imitation of its HTTP side.

mod calls;
mod enforcement;
mod sdk;
mod settings;
mod trouble;
