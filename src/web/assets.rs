//! Static files, embedded in the binary and served under an address that changes with their content, so that a browser may
//! keep them for a year.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web::Path};
use rust_embed::RustEmbed;

use super::{Answer, Problem};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Assets;

/// One version for all of them: a digest over all content, so that modules that import each other stay of one kind.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    use sha2::{Digest, Sha256};
    let mut names: Vec<_> = Assets::iter().collect();
    names.sort();
    let mut digest = Sha256::new();
    for name in names {
        if let Some(file) = Assets::get(&name) {
            digest.update(name.as_bytes());
            digest.update(file.metadata.sha256_hash());
        }
    }
    data_encoding::HEXLOWER.encode(&digest.finalize()[..6])
});

/// Compressed once, at first use: what compresses well.
static COMPRESSED: LazyLock<HashMap<String, Vec<u8>>> = LazyLock::new(|| {
    Assets::iter()
        .filter(|name| [".css", ".js", ".mjs", ".svg", ".json", ".webmanifest"].iter().any(|end| name.ends_with(end)))
        .filter_map(|name| Some((name.to_string(), gzip(&Assets::get(&name)?.data)?)))
        .collect()
});

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

/// The address of a static file.
pub fn asset_url(path: &str) -> String {
    format!("/static/{}/{path}", *VERSION)
}

/// `/favicon.ico`, which browsers ask for beside files and pages that name no icon: the seal.
pub async fn favicon(_: super::Visit) -> Answer<HttpResponse> {
    let seal = Assets::get("img/seal.svg").ok_or(Problem::NotFound)?;
    let lifetime = (header::CACHE_CONTROL, "public, max-age=86400");
    Ok(HttpResponse::Ok().content_type("image/svg+xml").insert_header(lifetime).body(seal.data.into_owned()))
}

/// Serves a static file. A version that is not ours is answered too, but must not be kept.
pub async fn serve_asset(_: super::Visit, path: Path<(String, String)>, request: HttpRequest) -> Answer<HttpResponse> {
    let (version, name) = path.into_inner();
    let file = Assets::get(&name).ok_or(Problem::NotFound)?;
    let media_type = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    let lifetime = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = HttpResponse::Ok();
    response.content_type(media_type).insert_header((header::CACHE_CONTROL, lifetime));
    let accepts =
        request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let Some(small) = COMPRESSED.get(&name).filter(|_| accepts.contains("gzip")) {
        return Ok(response
            .insert_header((header::CONTENT_ENCODING, "gzip"))
            .insert_header((header::VARY, "accept-encoding"))
            .body(small.as_slice()));
    }
    Ok(response.body(file.data.into_owned()))
}
