//! QR codes as PNG, for mails: their readers show neither SVG nor `data:` images, so the picture goes along by its id.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use crate::files::typeset::{Qr, TooLong};

/// White modules on each side, as the standard asks.
const QUIET: usize = 4;
/// Enough for a phone's camera from another phone's screen; 360 pixels on a side for a code of ours.
const PIXELS: usize = 8;

/// A black and white PNG of the code with its quiet zone.
pub fn code_png(code: &str) -> Result<Vec<u8>, TooLong> {
    let qr = Qr::of(code)?;
    let side = (qr.width() + 2 * QUIET) * PIXELS;
    let module = |pixel: usize| (pixel / PIXELS) as isize - QUIET as isize;
    let dark = |at: usize| qr.is_dark(module(at % side), module(at / side));
    let pixels: Vec<u8> = (0..side * side).map(|at| if dark(at) { 0 } else { 255 }).collect();
    let mut png = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::NoFilter);
    // Fails only when the pixels do not match the size given, or when writing to memory does.
    encoder.write_image(&pixels, side as u32, side as u32, ExtendedColorType::L8).map_err(|_| TooLong)?;
    Ok(png)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_has_eight_pixels_a_module_and_a_quiet_zone_of_four() {
        let png = code_png(&"1234567890".repeat(20)[..193]).unwrap();
        let picture = image::load_from_memory(&png).unwrap().into_luma8();
        assert_eq!(picture.dimensions(), (360, 360));
        assert!(
            picture
                .enumerate_pixels()
                .all(|(x, y, p)| p.0 == [255] || (32..328).contains(&x) && (32..328).contains(&y))
        );
        assert_eq!((picture.get_pixel(32, 32).0, picture.get_pixel(39, 39).0), ([0], [0]));
        assert!(png.len() < 6_000, "{}", png.len());
    }
}
