//! Good pictures in every way they come, and bad ones.

use image::{ExtendedColorType, ImageEncoder, Rgb, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;

/// A picture whose upper third is red, the rest blue.
fn sample(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| if y < height / 3 { Rgb([200, 30, 30]) } else { Rgb([30, 30, 200]) })
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    encode(picture, 90).unwrap()
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn size_of(bytes: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory(bytes).unwrap();
    (picture.width(), picture.height())
}

/// Puts an EXIF block with an orientation behind the start of a JPEG.
fn turned(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length[..], &exif, &jpeg[2..]].concat()
}

/// A PNG of the given size whose data stops short: small as a file, huge once unpacked.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let blank = vec![0_u8; 64 * 64];
    image::codecs::png::PngEncoder::new(&mut bytes).write_image(&blank, 64, 64, ExtendedColorType::L8).unwrap();
    let header = [&b"IHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    bytes[12..29].copy_from_slice(&header);
    bytes[29..33].copy_from_slice(&crc(&header).to_be_bytes());
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}

#[test]
fn a_good_picture_becomes_three_of_one_ratio() {
    let portrait = make(&jpeg(&sample(1200, 1600))).unwrap();
    assert_eq!(size_of(&portrait.master), MASTER);
    assert_eq!(size_of(&portrait.print), PRINT);
    assert_eq!(size_of(&portrait.gate), GATE);
}

#[test]
fn the_smallest_picture_that_is_accepted_is_480_by_640() {
    assert!(make(&jpeg(&sample(480, 640))).is_ok());
    assert_eq!(make(&jpeg(&sample(479, 640))).unwrap_err(), Refusal::TooSmall(479, 640));
    assert_eq!(make(&jpeg(&sample(2000, 639))).unwrap_err(), Refusal::TooSmall(2000, 639));
}

#[test]
fn a_picture_taken_with_the_camera_on_its_side_stands_upright() {
    // Turned a quarter clockwise when shown: what the camera wrote as its left edge is the top.
    let lying = RgbImage::from_fn(1600, 1200, |x, _| if x < 533 { Rgb([200, 30, 30]) } else { Rgb([30, 30, 200]) });
    let portrait = make(&turned(&jpeg(&lying), 6)).unwrap();
    let seen = image::load_from_memory(&portrait.master).unwrap().to_rgb8();
    assert_eq!((seen.width(), seen.height()), MASTER);
    let (top, foot) = (seen.get_pixel(300, 40), seen.get_pixel(300, 760));
    assert!(top.0[0] > 150 && top.0[2] < 90, "the top is red: {top:?}");
    assert!(foot.0[2] > 150 && foot.0[0] < 90, "the foot is blue: {foot:?}");
}

#[test]
fn what_else_was_in_the_file_stays_behind() {
    let with_exif = turned(&jpeg(&sample(600, 800)), 1);
    let portrait = make(&with_exif).unwrap();
    for bytes in [&portrait.master, &portrait.print, &portrait.gate] {
        assert!(!bytes.windows(4).any(|four| four == b"Exif"));
    }
}

#[test]
fn a_see_through_picture_lies_on_white() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(600, 800, Rgba([0, 0, 0, 0])));
    let portrait = make(&png(&clear)).unwrap();
    let seen = image::load_from_memory(&portrait.master).unwrap().to_rgb8();
    assert!(seen.get_pixel(300, 400).0.iter().all(|part| *part > 250));
}

#[test]
fn pictures_of_every_depth_and_format_are_read() {
    let plain = DynamicImage::ImageRgb8(sample(600, 800));
    let kinds = [
        DynamicImage::ImageLuma8(plain.to_luma8()),
        DynamicImage::ImageLumaA8(plain.to_luma_alpha8()),
        DynamicImage::ImageRgb16(plain.to_rgb16()),
        DynamicImage::ImageRgba16(plain.to_rgba16()),
    ];
    for kind in kinds {
        assert_eq!(make(&png(&kind)).map(|portrait| size_of(&portrait.master)).unwrap(), MASTER, "{:?}", kind.color());
    }
    let mut webp = Cursor::new(Vec::new());
    plain.write_to(&mut webp, ImageFormat::WebP).unwrap();
    assert!(make(webp.get_ref()).is_ok());
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    assert_eq!(make(&bomb(15_000, 15_000)).unwrap_err(), Refusal::TooManyPixels);
    assert_eq!(make(&bomb(2_000_000_000, 2)).unwrap_err(), Refusal::TooManyPixels);
    assert_eq!(make(&vec![0xff; BYTES + 1]).unwrap_err(), Refusal::TooManyBytes);
}

#[test]
fn a_picture_that_was_cut_off_on_its_way_is_damaged_wherever_the_cut_is() {
    let whole = jpeg(&sample(600, 800));
    // A thumbnail ends before the picture that holds it does.
    let thumbnail = [&[0xff, 0xe1, 0x00, 0x08][..], &[0xff, 0xd8, 0xff, 0xd9, 0, 0]].concat();
    let holding = [&whole[..2], &thumbnail, &whole[2..]].concat();
    assert!(make(&whole).is_ok() && make(&holding).is_ok());
    for part in [whole.len() / 3, whole.len() - 40, whole.len() - 1] {
        assert_eq!(make(&whole[..part]).unwrap_err(), Refusal::Damaged, "{part} of {}", whole.len());
    }
    assert_eq!(make(&holding[..holding.len() / 2]).unwrap_err(), Refusal::Damaged);
}

#[test]
fn what_is_no_picture_is_called_so() {
    for bytes in [&b""[..], b"%PDF-1.7", b"<svg/>", b"GIF89a\x01\0\x01\0", b"portrait.jpg"] {
        assert_eq!(make(bytes).unwrap_err(), Refusal::NotAPicture);
    }
    assert_eq!(make(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").unwrap_err(), Refusal::Heic);
    assert_eq!(make(&bomb(600, 800)).unwrap_err(), Refusal::Damaged);
    assert_eq!(make(&jpeg(&sample(600, 800))[..200]).unwrap_err(), Refusal::Damaged);
}

#[test]
fn a_gate_picture_is_small_enough_to_be_kept_by_the_thousand() {
    let portrait = make(&jpeg(&sample(1200, 1600))).unwrap();
    assert!(portrait.gate.len() < 8 * 1024, "{} bytes", portrait.gate.len());
}

proptest! {
    #[test]
    fn the_window_has_the_ratio_and_fits(width in 1_u32..20_000, height in 1_u32..20_000) {
        let (wide, high) = window(width, height);
        prop_assert!(wide <= width && high <= height);
        prop_assert!((i64::from(wide) * 4 - i64::from(high) * 3).abs() <= 4);
        prop_assert!(wide == width || high == height);
    }

    #[test]
    fn no_bytes_break_the_decoder(bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0..3_usize) {
        let starts: [&[u8]; 3] = [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8 "];
        let _ = make(&[starts[kind], &bytes].concat());
    }
}

#[test]
fn why_a_picture_was_refused_is_read_again_as_it_was_written() {
    let all = [
        Refusal::TooManyBytes,
        Refusal::NotAPicture,
        Refusal::Heic,
        Refusal::Damaged,
        Refusal::TooManyPixels,
        Refusal::TooSmall(479, 640),
    ];
    assert!(all.iter().all(|refusal| Refusal::of_code(&refusal.code()) == *refusal));
}
