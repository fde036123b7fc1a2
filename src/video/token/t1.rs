//! T1 tokens: `T1==` and base64 of `partner_id=KEY&sig=HEX:FIELDS`, where HEX is the HMAC-SHA1 of FIELDS as they stand.
//! Source: the official SDKs and a2.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::Mac as _;

use crate::video::token::claims::{Claims, Kind, Nonce, VerifiedToken, expired};
use crate::video::token::credentials::OpenTokKeys;
use crate::video::token::error::{InvalidField, Reason, Rejection};
use crate::video::token::fields::{self, Fields};

pub const PREFIX: &str = "T1==";

/// HMAC-SHA1, in bytes.
const SIGNATURE_LENGTH: usize = 20;

/// Makes a token exactly as the Node SDK does. Empty connection data is left out, as there.
///
/// # Errors
/// The field that breaks its rules.
pub fn create(claims: &Claims, keys: &OpenTokKeys, nonce: &Nonce) -> Result<String, InvalidField> {
    claims.check(keys.api_key.as_str(), "API key")?;
    let mut signed = String::with_capacity(320 + 3 * claims.data().len());
    fields::write(&mut signed, claims, nonce);
    let signature = keys.sha1.clone().chain_update(signed.as_bytes()).finalize().into_bytes();

    let mut payload = Vec::with_capacity(96 + signed.len());
    payload.extend_from_slice(b"partner_id=");
    payload.extend_from_slice(keys.api_key.as_str().as_bytes());
    payload.extend_from_slice(b"&sig=");
    payload.extend(signature.iter().flat_map(|&byte| [hex(byte >> 4), hex(byte & 15)]));
    payload.push(b':');
    payload.extend_from_slice(signed.as_bytes());

    let mut token = String::with_capacity(PREFIX.len() + payload.len().div_ceil(3) * 4);
    token.push_str(PREFIX);
    STANDARD.encode_string(&payload, &mut token);
    Ok(token)
}

/// Reads a token of any official SDK.
///
/// It counts up to and including the second of its expiry: what the platform does in that very second is not known.
///
/// # Errors
/// Why the token does not count at the time `at` (Unix seconds).
pub fn read(token: &str, keys: &OpenTokKeys, at: i64) -> Result<VerifiedToken, Rejection> {
    let owner = keys.api_key.as_str();
    let payload = decode(token)?;
    let colon = payload.iter().position(|&byte| byte == b':');
    let (head, rest) = payload.split_at(colon.ok_or_else(|| Reason::BadStructure.because("nothing is signed"))?);
    let signed = rest.get(1..).unwrap_or_default();

    let signature = signature_of(head, owner)?;
    let bad_signature = || Reason::BadSig.because("the signature does not match");
    let signature = unhex(signature).ok_or_else(bad_signature)?;
    // Compares in constant time.
    keys.sha1.clone().chain_update(signed).verify_slice(&signature).map_err(|_| bad_signature())?;

    let claims = Fields::decode(signed)?.into_claims(owner)?;
    if at > claims.expire_time {
        return Err(expired(claims.expire_time));
    }
    Ok(VerifiedToken { kind: Kind::T1, owner: owner.to_owned(), claims })
}

/// Undoes the base64: padded, without line breaks, in either alphabet (Java's SDK writes `-` and `_`).
fn decode(token: &str) -> Result<Vec<u8>, Rejection> {
    let body = token.strip_prefix(PREFIX).ok_or_else(|| Reason::BadPrefix.because("a T1 token begins with T1=="))?;
    let body: Vec<u8> = body
        .bytes()
        .map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            byte => byte,
        })
        .collect();
    match STANDARD.decode(body) {
        Ok(payload) if !payload.is_empty() => Ok(payload),
        _ => Err(Reason::BadBase64.because("what follows T1== is not padded base64")),
    }
}

/// Finds the signature in the unsigned half. Nothing else may stand there but the key it is for, and the name of the
/// SDK that tokens of 2011 bear.
fn signature_of<'a>(head: &'a [u8], owner: &str) -> Result<&'a [u8], Rejection> {
    let (mut partner_id, mut signature, mut sdk_version) = (None, None, None);
    for pair in head.split(|&byte| byte == b'&') {
        let equals = pair.iter().position(|&byte| byte == b'=').unwrap_or(pair.len());
        let (name, value) = pair.split_at(equals);
        let slot = match name {
            b"partner_id" => &mut partner_id,
            b"sig" => &mut signature,
            b"sdk_version" => &mut sdk_version,
            _ => return Err(Reason::UnexpectedUnsignedField.because("a field stands outside the signed part")),
        };
        if slot.replace(value.get(1..).unwrap_or_default()).is_some() {
            return Err(Reason::DuplicateField.because("a field stands there twice"));
        }
    }
    match (partner_id, signature) {
        (None, _) => Err(Reason::MissingField.because("partner_id is missing")),
        (_, None) => Err(Reason::MissingField.because("sig is missing")),
        (Some(id), _) if id != owner.as_bytes() => {
            Err(Reason::PartnerIdMismatch.because("the token is for another API key"))
        }
        (_, Some(signature)) => Ok(signature),
    }
}

fn hex(digit: u8) -> u8 {
    if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }
}

/// Lower case only, as every SDK writes it: else one token would have many spellings.
fn unhex(text: &[u8]) -> Option<[u8; SIGNATURE_LENGTH]> {
    let digit = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_chunks::<2>();
    if pairs.len() != SIGNATURE_LENGTH || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; SIGNATURE_LENGTH];
    for (byte, &[high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(high)? << 4 | digit(low)?;
    }
    Some(bytes)
}
