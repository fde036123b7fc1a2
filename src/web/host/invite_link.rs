//! A new invite's link, with its QR code: shown once, because only a hash of its secret is kept.

use qrcode::{Color, QrCode};
use secrecy::ExposeSecret as _;

use super::invites::name_of;
use crate::moderation::IssuedInvite;
use crate::web::{Site, Words};

pub(super) struct InviteLink {
    /// Its label or its guest; many links have neither.
    pub name: Option<String>,
    pub url: String,
    pub qr: Option<Qr>,
}

impl InviteLink {
    /// Built from the configured address alone.
    pub fn new(issued: &IssuedInvite, site: &Site, words: Words) -> Self {
        let url = site.public_url.link(&format!("/i/{}", issued.secret.expose_secret()));
        let invite = &issued.invite;
        let has_name = invite.label.is_some() || invite.guest_name.is_some();
        let name = has_name.then(|| name_of(words, invite.label.as_ref(), invite.guest_name.as_ref()));
        Self { name, qr: Qr::of(&url), url }
    }
}

/// A QR code as the path of an SVG, one unit a module.
pub(super) struct Qr {
    pub size: usize,
    pub path: String,
}

impl Qr {
    /// None only when the text is too long for any QR code.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::new(text).ok()?;
        let size = code.width();
        let mut path = String::new();
        for (y, line) in code.to_colors().chunks(size).enumerate() {
            let mut x = 0;
            for run in line.chunk_by(|left, right| left == right) {
                if run.first() == Some(&Color::Dark) {
                    let width = run.len();
                    path.push_str(&format!("M{x} {y}h{width}v1h-{width}z"));
                }
                x += run.len();
            }
        }
        Some(Self { size, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_a_code_with_its_three_corner_marks() {
        let qr = Qr::of("https://meet.example/i/qW8x2nFJ0bTzE7mYcL4rVh9sUaKd3PgN").unwrap();
        let right = qr.size - 7;
        assert!(qr.path.starts_with("M0 0h7v1h-7z"), "{}", qr.path);
        assert!(qr.path.contains(&format!("M{right} 0h7v1h-7z")) && qr.path.contains(&format!("M0 {right}h7v1h-7z")));
    }
}
