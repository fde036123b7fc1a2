//! One integration binary: it links once.

mod architecture;
mod support;
mod web;
