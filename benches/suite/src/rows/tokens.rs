//! P10: signing tokens, in this process, on one thread.

use std::process::Command;
use std::time::{Duration, Instant};

use anteroom::video::token::claims::{Claims, Nonce};
use anteroom::video::token::credentials::{ApiKey, ApiSecret, ApplicationId, OpenTokKeys, PrivateKey, VonageKeys};
use anteroom::video::token::session_id::SessionId;
use anteroom::video::token::{jwt_unified, t1};

use crate::report::Figure;

const NOW: i64 = 1_800_000_000;

/// CPU time of this thread, from the scheduler.
fn own_cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split(' ').next().unwrap().parse().unwrap())
}

pub fn signatures() -> Vec<Figure> {
    const TOKENS: u64 = 1_000_000;
    let api_key = ApiKey::new("99900001").unwrap();
    let secret = ApiSecret::new("a1b2c3d4e5f60718293a4b5c6d7e8f9001122334".to_owned().into()).unwrap();
    let keys = OpenTokKeys::new(api_key.clone(), &secret);
    let claims = Claims {
        connection_data: Some("p=0199a1b2c3d4;g=1".to_owned()),
        ..Claims::new(SessionId::new(&api_key, NOW * 1_000, [7; 16]), NOW)
    };
    let cpu = own_cpu();
    let mut length = 0;
    for number in 0..TOKENS {
        length += t1::create(&claims, &keys, &Nonce::from_random(number << 11)).unwrap().len();
    }
    let rate = TOKENS as f64 / (own_cpu() - cpu).as_secs_f64();
    assert!(length > 200 * 1_000_000, "tokens were made");
    let mut figures = vec![
        Figure::new("P10", "T1 tokens in a CPU second", format!("{:.2} million", rate / 1e6))
            .goal("≥ 1.2 million", rate >= 1.2e6),
    ];
    figures.push(rs256());
    figures
}

fn rs256() -> Figure {
    const TOKENS: u32 = 300;
    let what = "a JWT with RS256 (2048 bits)";
    let made =
        Command::new("openssl").args(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]).output();
    let Ok(made) = made else { return Figure::new("P10", what, "not measured: there is no openssl".to_owned()) };
    let pem = String::from_utf8(made.stdout).unwrap();
    let application = "78d335fa-323d-0114-9c3d-d6f0d48968cf";
    let keys = VonageKeys {
        application_id: ApplicationId::new(application).unwrap(),
        private_key: PrivateKey::from_pem(&pem.into()).unwrap(),
    };
    let claims = Claims::new(SessionId::of(application, NOW * 1_000, [7; 16]), NOW);
    let began = Instant::now();
    for number in 0..TOKENS {
        jwt_unified::create(&claims, &keys, uuid::Uuid::from_u128(u128::from(number))).unwrap();
    }
    let each = began.elapsed().as_secs_f64() * 1e3 / f64::from(TOKENS);
    Figure::new("P10", what, format!("{each:.2} ms")).goal("≤ 1 ms", each <= 1.0)
}
