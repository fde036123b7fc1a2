//! What hosts see and do, over real HTTP.

mod call;
mod decisions;
mod desk;
mod desk_events;
mod known_faults;
mod many;
