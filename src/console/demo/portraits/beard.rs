//! Beards and moustaches.

use super::easel::{Easel, MIDDLE, Rgb, blob, curve, mirrored};
use super::likeness::{Appearance, Beard};
use crate::console::demo::chance::Chance;

pub fn draw(easel: &mut Easel, person: &Appearance) {
    let tone = person.hair.colour.towards(Rgb(205, 203, 200), (person.hair.grey * 1.25).min(1.0)).darker(0.08);
    match person.beard {
        Beard::None => {}
        Beard::Stubble => jaw(easel, person, tone, 0.2, 0.0),
        Beard::Moustache => moustache(easel, tone, 0.95),
        Beard::Goatee => {
            moustache(easel, tone, 0.9);
            let chin =
                mirrored(&[(0.0, 474.0), (16.0, 470.0), (30.0, 478.0), (34.0, 500.0), (22.0, 520.0), (0.0, 526.0)]);
            easel.fill(&chin, tone, 0.9);
            texture(easel, person, tone, (30.0, 474.0, 520.0), 16);
        }
        Beard::Short => {
            jaw(easel, person, tone, 0.82, 4.0);
            moustache(easel, tone, 0.82);
            texture(easel, person, tone, (84.0, 452.0, 512.0), 30);
        }
        Beard::Full => {
            jaw(easel, person, tone, 0.97, 46.0);
            moustache(easel, tone, 0.97);
            texture(easel, person, tone, (88.0, 452.0, 552.0), 46);
        }
    }
}

/// Along the jaw from ear to ear, `length` below the chin, open round the mouth.
fn jaw(easel: &mut Easel, person: &Appearance, tone: Rgb, alpha: f32, length: f32) {
    let (width, deep) = (person.face.width, (person.face.chin - 1.0) * 60.0);
    let wide = person.face.jaw * width;
    let outer = [
        (117.0 * width, 362.0),
        (110.0 * width, 418.0),
        (90.0 * wide, 466.0 + length * 0.4),
        (60.0 * wide, 502.0 + deep + length * 0.8),
        (26.0 * wide, 520.0 + deep + length),
        (0.0, 524.0 + deep + length),
    ];
    let inner = [
        (0.0, 472.0),
        (20.0, 470.0),
        (42.0, 465.0),
        (50.0, 452.0),
        (58.0, 436.0),
        (80.0 * width, 416.0),
        (100.0 * width, 388.0),
        (108.0 * width, 350.0),
    ];
    let right: Vec<_> = outer.iter().chain(&inner[..0]).map(|(x, y)| (MIDDLE + x, *y)).collect();
    let left: Vec<_> = outer.iter().rev().skip(1).map(|(x, y)| (MIDDLE - x, *y)).collect();
    let back_left: Vec<_> = inner.iter().rev().map(|(x, y)| (MIDDLE - x, *y)).collect();
    let back_right: Vec<_> = inner.iter().skip(1).map(|(x, y)| (MIDDLE + x, *y)).collect();
    let shape = blob(&[right, left, back_left, back_right].concat());
    easel.fill(&shape, tone, alpha);
    if alpha > 0.5 {
        easel.soft_in(&shape, (MIDDLE + 90.0, 480.0), (70.0, 90.0), tone.darker(0.8), 0.35);
        easel.soft_in(&shape, (MIDDLE - 30.0, 496.0), (46.0, 26.0), tone.lighter(0.5), 0.28);
    }
}

fn moustache(easel: &mut Easel, tone: Rgb, alpha: f32) {
    let half = blob(&[
        (MIDDLE, 432.0),
        (MIDDLE + 16.0, 429.0),
        (MIDDLE + 36.0, 438.0),
        (MIDDLE + 45.0, 449.0),
        (MIDDLE + 28.0, 445.0),
        (MIDDLE + 10.0, 442.0),
        (MIDDLE, 443.0),
        (MIDDLE - 10.0, 442.0),
        (MIDDLE - 28.0, 445.0),
        (MIDDLE - 45.0, 449.0),
        (MIDDLE - 36.0, 438.0),
        (MIDDLE - 16.0, 429.0),
    ]);
    easel.fill(&half, tone, alpha);
    easel.soft_in(&half, (MIDDLE - 16.0, 432.0), (24.0, 8.0), tone.lighter(0.5), 0.3);
}

fn texture(easel: &mut Easel, person: &Appearance, tone: Rgb, (wide, top, bottom): (f32, f32, f32), count: usize) {
    let mut chance = Chance::of(u64::from(person.hair.grain), "beard", 0);
    for _ in 0..count {
        let x = chance.within(-wide, wide);
        let low = top + (bottom - top) * (1.0 - (x / wide).powi(2) * 0.75);
        let y = chance.within(low - 34.0, low - 8.0).max(476.0 - (x.abs() - 40.0).max(0.0) * 0.6);
        let light = chance.likely(0.5);
        let hair = curve(&[(MIDDLE + x, y), (MIDDLE + x * 1.01, y + 7.0), (MIDDLE + x * 1.0, y + 14.0)]);
        easel.line(&hair, 1.7, if light { tone.lighter(0.35) } else { tone.darker(0.5) }, 0.3);
    }
}
