//! What a camera at the gate sees: codes held up one after the other.

use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{GrayImage, Luma};
use qrcode::{Color, EcLevel, QrCode};

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 720;
/// Browsers play such a film at 30 frames a second.
const HELD: usize = 45;
const AWAY: usize = 20;

/// Writes a film in which each code is held up for a second and a half, with a pause after it. It plays in a circle.
pub fn write(path: &Path, codes: &[&str]) {
    let mut film = Vec::new();
    let empty = jpeg(&GrayImage::from_pixel(WIDTH, HEIGHT, Luma([120])));
    for code in codes {
        let frame = jpeg(&held_up(code));
        (0..HELD).for_each(|_| film.extend(&frame));
        (0..AWAY).for_each(|_| film.extend(&empty));
    }
    std::fs::write(path, film).expect("the film is written");
}

/// A code of 340 pixels on a sheet before a grey wall.
fn held_up(text: &str) -> GrayImage {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("a code");
    let (side, modules) = (code.width() as u32, code.to_colors());
    let mut picture = GrayImage::from_pixel(WIDTH, HEIGHT, Luma([120]));
    let scale = 340 / (side + 8);
    let (left, top) = ((WIDTH - (side + 8) * scale) / 2, (HEIGHT - (side + 8) * scale) / 2);
    for y in 0..(side + 8) * scale {
        for x in 0..(side + 8) * scale {
            let (column, row) = ((x / scale).wrapping_sub(4), (y / scale).wrapping_sub(4));
            let dark = column < side && row < side && modules[(row * side + column) as usize] == Color::Dark;
            picture.put_pixel(left + x, top + y, Luma([if dark { 30 } else { 235 }]));
        }
    }
    picture
}

fn jpeg(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Cameras send colours, and the browser's film reader wants them too.
    let colours = image::DynamicImage::ImageLuma8(picture.clone()).to_rgb8();
    JpegEncoder::new_with_quality(&mut bytes, 85).encode_image(&colours).expect("a frame");
    bytes
}
