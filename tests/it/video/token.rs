//! Tokens made, read and damaged.
