
pub mod local;
