//! Static files, in the binary. Their address holds a hash over all of them, so that browsers may keep them for ever
//! and never mix old and new ones. Text is compressed once, at the first use.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::LazyLock;

use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use crate::web::WebError;

pub(crate) const PREFIX: &str = "/static/";

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

static ASSETS: LazyLock<Assets> = LazyLock::new(Assets::read);

/// The address of a file below `static/`, for templates: `url("css/app.css")`.
pub fn url(path: &str) -> String {
    format!("{PREFIX}{}/{path}", ASSETS.hash)
}

struct Assets {
    hash: String,
    etag: String,
    files: HashMap<String, Asset>,
}

struct Asset {
    content_type: &'static str,
    plain: Bytes,
    /// None where it would not be smaller.
    gzip: Option<Bytes>,
}

impl Assets {
    fn read() -> Self {
        let mut paths: Vec<String> =
            Files::iter().map(|path| path.into_owned()).filter(|path| !is_hidden(path)).collect();
        paths.sort_unstable();
        let mut hasher = Sha256::new();
        let mut files = HashMap::new();
        for path in paths {
            let Some(file) = Files::get(&path) else { continue };
            let plain = Bytes::from(file.data.into_owned());
            hasher.update(path.as_bytes());
            hasher.update([0]);
            hasher.update(plain.len().to_le_bytes());
            hasher.update(&plain);
            files.insert(path.clone(), Asset::new(&path, plain));
        }
        let hash: String = hasher.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        Self { etag: format!("\"{hash}\""), hash, files }
    }
}

impl Asset {
    fn new(path: &str, plain: Bytes) -> Self {
        let gzip = compress(&plain).filter(|smaller| smaller.len() < plain.len()).map(Bytes::from);
        Self { content_type: content_type(path), plain, gzip }
    }
}

fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

fn compress(plain: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok()
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "wav" => "audio/wav",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

pub(super) async fn serve(request: HttpRequest, path: Path<(String, String)>) -> Result<HttpResponse, WebError> {
    let (hash, path) = path.into_inner();
    // A page of the version before this one may still ask; what it gets must not be kept under the old address.
    let current = hash == ASSETS.hash;
    let asset = ASSETS.files.get(&path).ok_or(WebError::NotFound)?;
    let cache = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    if request.headers().get(IF_NONE_MATCH).is_some_and(|tag| tag.as_bytes() == ASSETS.etag.as_bytes()) {
        return Ok(HttpResponse::NotModified()
            .insert_header((ETAG, ASSETS.etag.as_str()))
            .insert_header((CACHE_CONTROL, cache))
            .finish());
    }
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((CONTENT_TYPE, asset.content_type))
        .insert_header((CACHE_CONTROL, cache))
        .insert_header((ETAG, ASSETS.etag.as_str()))
        .insert_header((VARY, "accept-encoding"));
    Ok(match &asset.gzip {
        Some(gzip) if takes_gzip(&request) => answer.insert_header((CONTENT_ENCODING, "gzip")).body(gzip.clone()),
        _ => answer.body(asset.plain.clone()),
    })
}

fn takes_gzip(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|item| match item.trim().split_once(';') {
        Some((coding, weight)) => coding.trim() == "gzip" && weight.trim().trim_start_matches("q=").parse() != Ok(0.0),
        None => item.trim() == "gzip",
    })
}

#[cfg(test)]
mod tests;
