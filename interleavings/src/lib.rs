//! The product's own `live/hub.rs` and `live/slots.rs`, word for word, built on locks and channels whose order shuttle
//! chooses. The product knows nothing of this: what it calls `std` and `tokio` means something else here.

extern crate self as std;
extern crate std as real_std;

pub mod collections {
    pub use real_std::collections::HashMap;
}

pub mod future {
    pub use real_std::future::pending;
}

pub mod sync {
    pub use shuttle_std::sync::atomic;
    pub use shuttle_std::sync::{Arc, Mutex, MutexGuard, PoisonError};
}

/// The ids are only looked up, so that numbers do.
pub mod domain {
    pub mod ids {
        macro_rules! id {
            ($($name:ident),+) => {$(
                #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
                pub struct $name(pub u128);
            )+};
        }

        id!(AccountId, AdmissionId, RoomId);
    }
}

#[path = "../../src/live/hub.rs"]
pub mod hub;
#[path = "../../src/live/slots.rs"]
pub mod slots;
