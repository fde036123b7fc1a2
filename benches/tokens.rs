//! How many tokens one core signs: `cargo bench --bench tokens`. Takes a few seconds. docs/benchmarks.md holds what came
//! out, and the goals.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "the figures are what this is for")]

use std::time::Duration;

use anteroom::video::token::claims::{Claims, Nonce};
use anteroom::video::token::credentials::{ApiKey, ApiSecret, ApplicationId, OpenTokKeys, PrivateKey, VonageKeys};
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{jwt_legacy, jwt_unified, t1};

/// Unix seconds.
const NOW: i64 = 1_800_000_000;
const APPLICATION: &str = "78d335fa-323d-0114-9c3d-d6f0d48968cf";

fn main() {
    println!("token                 tokens in a CPU second  each");
    let keys = opentok();
    let claims = claims(SessionId::new(keys.api_key(), NOW * 1_000, [7; 16]));
    measure("T1", 1_000_000, |number| t1::create(&claims, &keys, &Nonce::from_random(number << 11)).unwrap());
    measure("JWT, HS256", 200_000, |number| {
        jwt_legacy::create(&claims, &keys, &Nonce::from_random(number << 11)).unwrap()
    });
    let Some(keys) = vonage() else {
        println!("JWT, RS256: not measured, there is no openssl to make a key with");
        return;
    };
    let claims = self::claims(SessionId::of(APPLICATION, NOW * 1_000, [7; 16]));
    measure("JWT, RS256 (2048 bits)", 1_000, |number| {
        jwt_unified::create(&claims, &keys, uuid::Uuid::from_u128(u128::from(number))).unwrap()
    });
}

fn measure(name: &str, count: u64, token: impl Fn(u64) -> String) {
    let cpu = own_cpu();
    let length: usize = (0..count).map(|number| token(number).len()).sum();
    let cpu = own_cpu() - cpu;
    assert!(length > 100 * count as usize, "tokens were made");
    let rate = count as f64 / cpu.as_secs_f64();
    println!("{name:<22}  {rate:>20.0}  {:.2} µs", 1e6 / rate);
}

/// CPU time of this thread, from the scheduler.
fn own_cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split(' ').next().unwrap().parse().unwrap())
}

/// As a guest's token says it.
fn claims(session_id: SessionId) -> Claims {
    Claims { connection_data: Some("p=0199a1b2c3d4;g=1".to_owned()), ..Claims::new(session_id, NOW) }
}

fn opentok() -> OpenTokKeys {
    let secret = ApiSecret::new("a1b2c3d4e5f60718293a4b5c6d7e8f9001122334".to_owned().into()).unwrap();
    OpenTokKeys::new(ApiKey::new("99900001").unwrap(), &secret)
}

/// With a key made for the occasion.
fn vonage() -> Option<VonageKeys> {
    let arguments = ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"];
    let made = std::process::Command::new("openssl").args(arguments).output().ok()?;
    let pem = String::from_utf8(made.stdout).unwrap();
    let (application_id, private_key) = (ApplicationId::new(APPLICATION), PrivateKey::from_pem(&pem.into()));
    Some(VonageKeys { application_id: application_id.unwrap(), private_key: private_key.unwrap() })
}
