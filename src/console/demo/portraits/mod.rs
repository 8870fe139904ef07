//! Portraits of invented people: drawn, sober, different from each other, and fitting the person.
//!
//! A portrait is drawn from an [`Appearance`], a list of choices; `casting` makes the choices for somebody of a given country, sex
//! and age. Nobody real is drawn.

mod beard;
mod casting;
mod costume;
mod cover;
mod dress;
mod easel;
mod face;
mod hair;
mod likeness;
mod ornaments;
mod wardrobe;

pub use casting::appearance;
pub use likeness::Appearance;

use easel::{Easel, MIDDLE, mirrored};
use image::codecs::jpeg::JpegEncoder;
use image::{GenericImageView, Rgb};
use tiny_skia::Pixmap;

/// Width in pixels of the master, of the picture on a badge and of the one at gates. All are 3:4.
pub const MASTER: u32 = 600;
pub const PRINT: u32 = 300;
pub const GATE: u32 = 96;

/// A portrait as it is kept: JPEG files of the three sizes.
#[derive(Clone, Debug)]
pub struct Files {
    pub master: Vec<u8>,
    pub print: Vec<u8>,
    pub gate: Vec<u8>,
}

/// All three files. The master costs three quarters of the work: see [`small_files`].
pub fn files(person: &Appearance) -> Option<Files> {
    let (print, gate) = small_files(person)?;
    Some(Files { master: jpeg(draw(person, MASTER)?, 86)?, print, gate })
}

/// The two small files: for a crowd. Each size is drawn and none made of another: drawing is faster than resizing.
pub fn small_files(person: &Appearance) -> Option<(Vec<u8>, Vec<u8>)> {
    Some((jpeg(draw(person, PRINT)?, 84)?, jpeg(draw(person, GATE)?, 62)?))
}

fn jpeg(drawn: Pixmap, quality: u8) -> Option<Vec<u8>> {
    let (width, height) = (drawn.width(), drawn.height());
    let mut file = Vec::new();
    let canvas = Canvas { width, height, pixels: drawn.data() };
    JpegEncoder::new_with_quality(&mut file, quality).encode_image(&canvas).ok()?;
    Some(file)
}

/// What was drawn, as the encoder reads it: four bytes a pixel. Every pixel is opaque, so premultiplied and plain colours are
/// the same. The encoder is generic and not compiled for speed in development builds; each step that it need not take per pixel
/// is a second of the filling.
struct Canvas<'a> {
    width: u32,
    height: u32,
    pixels: &'a [u8],
}

impl GenericImageView for Canvas<'_> {
    type Pixel = Rgb<u8>;

    fn dimensions(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    fn get_pixel(&self, x: u32, y: u32) -> Rgb<u8> {
        let at = (y * self.width + x) as usize * 4;
        Rgb([self.pixels[at], self.pixels[at + 1], self.pixels[at + 2]])
    }
}

/// How much higher the body is drawn than its own coordinates say.
const BODY: f32 = 36.0;

/// Draws a portrait `width` pixels wide and a third higher. `None` only for a width of nothing.
pub fn draw(person: &Appearance, width: u32) -> Option<Pixmap> {
    let mut easel = Easel::new(width)?;
    easel.background(person.background);
    easel.glow((210.0, 230.0), 560.0, person.background.lighter(0.8), 0.6);
    let (tilt, size, shift) = person.pose;
    easel.pose((tilt, size, shift), 0.0);
    let seen = cover::shows_hair(person.cover);
    if seen {
        hair::behind(&mut easel, person);
    }
    cover::behind(&mut easel, person);
    easel.pose((0.0, size, shift * 0.6), BODY);
    face::neck(&mut easel, person);
    dress::draw(&mut easel, person);
    easel.pose((tilt, size, shift), 0.0);
    if seen {
        hair::locks(&mut easel, person);
    }
    under_chin(&mut easel, person);
    face::ears(&mut easel, person);
    face::head(&mut easel, person);
    face::features(&mut easel, person);
    beard::draw(&mut easel, person);
    if seen {
        hair::on_head(&mut easel, person);
    }
    ornaments::earrings(&mut easel, person);
    ornaments::glasses(&mut easel, person);
    cover::draw(&mut easel, person);
    Some(easel.finish())
}

/// The shadow that the head throws on neck and collar.
fn under_chin(easel: &mut Easel, person: &Appearance) {
    let shade = face::Tones::of(person.skin).deep;
    let outline = mirrored(&[(0.0, 470.0), (66.0, 480.0), (60.0, 520.0), (0.0, 552.0)]);
    easel.soft_in(&outline, (MIDDLE + 6.0, 505.0), (70.0, 42.0), shade, 0.4);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::demo::chance::Chance;
    use crate::console::demo::names::Sex;
    use crate::console::demo::pools;

    fn somebody(which: u64, culture: &str) -> Appearance {
        appearance(
            &mut Chance::of(5, "face", which),
            culture,
            if which.is_multiple_of(2) { Sex::Female } else { Sex::Male },
            45,
        )
    }

    #[test]
    fn the_same_chance_draws_the_same_face_and_another_another() {
        let draw = |which| draw(&somebody(which, "swahili"), 96).unwrap().take();
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(3));
    }

    #[test]
    fn everybody_of_every_culture_has_a_face() {
        for (which, pool) in pools::all().iter().enumerate() {
            for half in 0..2 {
                let person = somebody(which as u64 * 2 + half, pool.culture);
                let drawn = draw(&person, 48).unwrap();
                let nose = drawn.pixel(24, 34).unwrap();
                assert!(nose.alpha() == 255 && nose.red() >= nose.blue(), "{} {person:?}", pool.culture);
            }
        }
    }

    #[test]
    fn a_culture_is_cast_as_its_own_look_says() {
        let known = include_str!("../data/cultures.csv");
        let looks = include_str!("../data/looks.csv");
        for pool in pools::all() {
            let line = known.lines().find(|line| line.starts_with(&format!("{},", pool.culture)));
            let look = line.and_then(|line| line.split(',').nth(1)).unwrap_or_else(|| panic!("{}", pool.culture));
            assert!(looks.lines().any(|line| line.starts_with(&format!("{look},"))), "{look}");
        }
    }

    #[test]
    fn files_are_jpegs_of_the_three_sizes() {
        let files = files(&somebody(1, "vietnamese")).unwrap();
        for (file, width) in [(&files.master, 600), (&files.print, 300), (&files.gate, 96)] {
            let image = image::load_from_memory_with_format(file, image::ImageFormat::Jpeg).unwrap();
            assert_eq!((image.width(), image.height()), (width, width * 4 / 3));
        }
        assert!(files.gate.len() < 4000, "{}", files.gate.len());
        let (print, gate) = small_files(&somebody(1, "vietnamese")).unwrap();
        assert!(print.len() > gate.len());
    }
}
