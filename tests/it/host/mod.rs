//! What hosts see and do, over real HTTP.

mod decisions;
mod desk;
mod desk_events;
