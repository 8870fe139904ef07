//! Portraits: whatever a camera or a scanner made becomes three plain JPEG pictures of one ratio, 3:4.
//!
//! The content decides what a file is, never its name. Size, width and number of pixels are looked at before anything is
//! decoded, so that a small file that unpacks to a huge picture costs nothing. The camera's orientation is applied, the picture
//! cut to 3:4 (sideways at the middle, upright a third from the top, where faces are) and written anew: position, camera and
//! everything else that was in the file stay behind.

mod archive;

use std::io::Cursor;

use fast_image_resize::{ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use tokio::sync::Semaphore;

use crate::ids::FileId;
use crate::language::Message;
use crate::web::Answer;

pub(super) use archive::{Unopened, is_archive, unpack};

/// The most bytes a picture may have.
pub const BYTES: usize = 12 * 1024 * 1024;
/// The most pixels it may unpack to: what a telephone of 50 megapixels makes.
const PIXELS: u64 = 50_000_000;
/// The longest side, in pixels.
const SIDE: u32 = 16_000;
/// The most memory that decoding may take.
const MEMORY: u64 = 256 * 1024 * 1024;
/// The least that is left after cutting to 3:4.
const LEAST: (u32, u32) = (480, 640);
const MASTER: (u32, u32) = (600, 800);
const PRINT: (u32, u32) = (300, 400);
const GATE: (u32, u32) = (96, 128);

/// Pictures unpacked at the same time in one process: each may take [`MEMORY`].
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// One face in the three sizes, as JPEG.
#[derive(Debug)]
pub struct Portrait {
    /// 600 x 800, for people to look at.
    pub master: Vec<u8>,
    /// 300 x 400, for badges.
    pub print: Vec<u8>,
    /// 96 x 128, for gates.
    pub gate: Vec<u8>,
    /// What its master is kept as, where it came in an upload: whoever sends that again finds that it has arrived.
    pub kept_as: Option<FileId>,
}

/// Why a picture cannot be a portrait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    TooManyBytes,
    NotAPicture,
    /// The format of some telephones, which browsers and we cannot read.
    Heic,
    Damaged,
    TooManyPixels,
    /// Width and height of the picture as it is seen.
    TooSmall(u32, u32),
}

impl From<Refusal> for Message {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooManyBytes => {
                Self::new("participants-portrait-too-many-bytes").with("megabytes", BYTES / 1024 / 1024)
            }
            Refusal::NotAPicture => Self::new("participants-portrait-not-a-picture"),
            Refusal::Heic => Self::new("participants-portrait-heic"),
            Refusal::Damaged => Self::new("participants-portrait-damaged"),
            Refusal::TooManyPixels => {
                Self::new("participants-portrait-too-many-pixels").with("megapixels", PIXELS / 1_000_000)
            }
            Refusal::TooSmall(width, height) => {
                let least = format!("{} × {}", LEAST.0, LEAST.1);
                Self::new("participants-portrait-too-small")
                    .with("found", format!("{width} × {height}"))
                    .with("least", least)
            }
        }
    }
}

impl Refusal {
    /// As it is stored beside a picture that waits.
    pub(super) fn code(self) -> String {
        match self {
            Self::TooManyBytes => "too-many-bytes".to_owned(),
            Self::NotAPicture => "not-a-picture".to_owned(),
            Self::Heic => "heic".to_owned(),
            Self::Damaged => "damaged".to_owned(),
            Self::TooManyPixels => "too-many-pixels".to_owned(),
            Self::TooSmall(width, height) => format!("too-small {width} {height}"),
        }
    }

    /// Reads what [`Refusal::code`] wrote; what it did not write is damaged.
    pub(super) fn of_code(code: &str) -> Self {
        let mut words = code.split(' ');
        match words.next() {
            Some("too-many-bytes") => Self::TooManyBytes,
            Some("not-a-picture") => Self::NotAPicture,
            Some("heic") => Self::Heic,
            Some("too-many-pixels") => Self::TooManyPixels,
            Some("too-small") => {
                let mut side = || words.next().and_then(|text| text.parse().ok()).unwrap_or_default();
                Self::TooSmall(side(), side())
            }
            _ => Self::Damaged,
        }
    }
}

/// Makes a portrait of what was sent, away from the threads that answer requests; the inner result is for the form's field.
pub async fn prepare(bytes: Vec<u8>) -> Answer<Result<Portrait, Message>> {
    Ok(prepare_or_say(bytes).await?.map_err(Message::from))
}

/// The same with the reason itself.
pub(super) async fn prepare_or_say(bytes: Vec<u8>) -> Answer<Result<Portrait, Refusal>> {
    let Ok(_turn) = AT_ONCE.acquire().await else { unreachable!("the semaphore is never closed") };
    // A decoder that panics has met a file made to break it: that is a damaged picture and no fault of ours.
    let made = actix_web::web::block(move || std::panic::catch_unwind(|| make(&bytes))).await?;
    Ok(made.unwrap_or(Err(Refusal::Damaged)))
}

/// Makes a portrait of a picture's bytes.
///
/// # Errors
/// Says why it cannot be one.
pub fn make(bytes: &[u8]) -> Result<Portrait, Refusal> {
    let (picture, orientation) = decode(bytes)?;
    let master = cut(picture, orientation)?;
    let print = resized(&master, PRINT)?;
    let gate = resized(&master, GATE)?;
    let (master, print, gate) = (encode(&master, 86)?, encode(&print, 86)?, encode(&gate, 62)?);
    Ok(Portrait { master, print, gate, kept_as: None })
}

fn format_of(bytes: &[u8]) -> Result<ImageFormat, Refusal> {
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("image/jpeg") => Ok(ImageFormat::Jpeg),
        Some("image/png") => Ok(ImageFormat::Png),
        Some("image/webp") => Ok(ImageFormat::WebP),
        Some("image/heif" | "image/heic" | "image/avif") => Err(Refusal::Heic),
        _ => Err(Refusal::NotAPicture),
    }
}

fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), Refusal> {
    if bytes.len() > BYTES {
        return Err(Refusal::TooManyBytes);
    }
    let format = format_of(bytes)?;
    // The decoder fills what is missing of a JPEG with grey; half a face is no portrait.
    if format == ImageFormat::Jpeg && !jpeg_ends(bytes) {
        return Err(Refusal::Damaged);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS || decoder.total_bytes() > MEMORY {
        return Err(Refusal::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    Ok((picture, orientation))
}

/// Whether a JPEG has its end marker. The search goes from segment to segment: a thumbnail inside has an end of its own.
fn jpeg_ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        let Some(gap) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xff)) else {
            return false;
        };
        at += gap + 1;
        match bytes.get(at) {
            None => return false,
            Some(0xd9) => return true,
            // Fill, stuffed zeros and restart marks are part of the picture's data.
            Some(0x00 | 0x01 | 0xd0..=0xd8) => at += 1,
            Some(0xff) => {}
            Some(_) => {
                let Some(&[high, low]) = bytes.get(at + 1..at + 3) else { return false };
                at += 1 + usize::from(u16::from_be_bytes([high, low]));
            }
        }
    }
}

fn refusal(error: image::ImageError) -> Refusal {
    match error {
        image::ImageError::Limits(_) => Refusal::TooManyPixels,
        _ => Refusal::Damaged,
    }
}

/// The largest part of 3:4 that fits into a picture of this size.
fn window(width: u32, height: u32) -> (u32, u32) {
    if u64::from(width) * 4 > u64::from(height) * 3 { (height * 3 / 4, height) } else { (width, width * 4 / 3) }
}

/// Whether the camera lay on its side.
fn turns(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// Scales the whole picture so that the part to be kept has the master's size, then turns it and cuts: turning the small
/// picture instead of the large one saves its memory twice over.
fn cut(picture: DynamicImage, orientation: Orientation) -> Result<RgbImage, Refusal> {
    let (mut width, mut height) = (picture.width(), picture.height());
    if turns(orientation) {
        std::mem::swap(&mut width, &mut height);
    }
    let kept = window(width, height);
    if kept.0 < LEAST.0 || kept.1 < LEAST.1 {
        return Err(Refusal::TooSmall(width, height));
    }
    let scaled = |side: u32, least: u32| {
        let side = (u64::from(side) * u64::from(MASTER.0) + u64::from(kept.0) / 2) / u64::from(kept.0);
        u32::try_from(side).unwrap_or(u32::MAX).max(least)
    };
    let (wide, high) = (scaled(width, MASTER.0), scaled(height, MASTER.1));
    let (raw_wide, raw_high) = if turns(orientation) { (high, wide) } else { (wide, high) };
    let mut small = DynamicImage::new(raw_wide, raw_high, picture.color());
    Resizer::new().resize(&picture, &mut small, &ResizeOptions::new()).map_err(|_| Refusal::Damaged)?;
    drop(picture);
    small.apply_orientation(orientation);
    let (left, top) = ((wide - MASTER.0) / 2, (high - MASTER.1) / 3);
    Ok(on_white(&small.crop_imm(left, top, MASTER.0, MASTER.1)))
}

/// Lays a picture that may be see-through on white, the plain light background that is asked for.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let image::Rgba([red, green, blue, alpha]) = *seen.get_pixel(x, y);
        let over = |part: u8| {
            let mixed = u16::from(part) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
            u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([over(red), over(green), over(blue)])
    })
}

fn resized(master: &RgbImage, (width, height): (u32, u32)) -> Result<RgbImage, Refusal> {
    let source = DynamicImage::ImageRgb8(master.clone());
    let mut small = DynamicImage::new_rgb8(width, height);
    Resizer::new().resize(&source, &mut small, &ResizeOptions::new()).map_err(|_| Refusal::Damaged)?;
    Ok(small.into_rgb8())
}

fn encode(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(picture).map_err(|_| Refusal::Damaged)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
