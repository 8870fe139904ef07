//! What a camera at the gate sees: codes or badges held up one after the other.

use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, Luma};
use qrcode::{Color, EcLevel, QrCode};

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;
/// Browsers play such a film at 30 frames a second.
const HELD: usize = 45;
const AWAY: usize = 20;
/// Nobody comes at the end of the film: longer than a gate ignores a code that it has just seen.
const PAUSE: usize = 170;

/// Writes a film in which each code is held up for a second and a half, with a pause after it. It plays in a circle.
pub fn write(path: &Path, codes: &[&str]) {
    write_pictures(path, &codes.iter().map(|code| drawn(code)).collect::<Vec<_>>());
}

/// The same of pictures, each before the grey wall at its own size; what does not fit is cut off.
pub fn write_pictures(path: &Path, pictures: &[GrayImage]) {
    let mut film = Vec::new();
    let empty = jpeg(&GrayImage::from_pixel(WIDTH, HEIGHT, Luma([120])));
    for picture in pictures {
        let frame = jpeg(&held_up(picture));
        (0..HELD).for_each(|_| film.extend(&frame));
        (0..AWAY).for_each(|_| film.extend(&empty));
    }
    (0..PAUSE).for_each(|_| film.extend(&empty));
    std::fs::write(path, film).expect("the film is written");
}

/// A code of 340 pixels on a sheet, quiet zone included.
pub fn drawn(text: &str) -> GrayImage {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("a code");
    let (side, modules) = (code.width() as u32, code.to_colors());
    let scale = 340 / (side + 8);
    GrayImage::from_fn((side + 8) * scale, (side + 8) * scale, |x, y| {
        let (column, row) = ((x / scale).wrapping_sub(4), (y / scale).wrapping_sub(4));
        let dark = column < side && row < side && modules[(row * side + column) as usize] == Color::Dark;
        Luma([if dark { 30 } else { 235 }])
    })
}

fn held_up(picture: &GrayImage) -> GrayImage {
    let mut wall = GrayImage::from_pixel(WIDTH, HEIGHT, Luma([120]));
    let left = (i64::from(WIDTH) - i64::from(picture.width())) / 2;
    let top = (i64::from(HEIGHT) - i64::from(picture.height())) / 2;
    image::imageops::overlay(&mut wall, picture, left, top);
    wall
}

fn jpeg(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Cameras send colours, and the browser's film reader wants them too.
    let colours = image::DynamicImage::ImageLuma8(picture.clone()).to_rgb8();
    JpegEncoder::new_with_quality(&mut bytes, 85).encode_image(&colours).expect("a frame");
    bytes
}
