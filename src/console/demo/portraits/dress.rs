//! What people wear, seen from the chest up: the parts of jackets, shirts and blouses, and which dress has which.

use super::costume::{robe, sari, shawl, sprinkle, thobe};
use super::easel::{Easel, MIDDLE, Outline, Rgb, blob, curve, mirrored, oval, polygon};
use super::face::{Tones, neck_width};
use super::likeness::{Appearance, Dress};
use crate::console::demo::names::Sex;

pub(super) const WHITE: Rgb = Rgb(246, 245, 241);

pub fn draw(easel: &mut Easel, person: &Appearance) {
    match person.dress {
        Dress::Suit { cloth, shirt, tie, striped } => {
            opening(easel, person, shirt, 40.0);
            jacket(easel, person, cloth, 40.0);
            collar(easel, person, shirt, 0.0);
            necktie(easel, tie, striped);
        }
        Dress::OpenSuit { cloth, shirt } => {
            opening(easel, person, shirt, 46.0);
            open_neck(easel, person, 632.0);
            jacket(easel, person, cloth, 46.0);
            collar(easel, person, shirt, 12.0);
        }
        Dress::Blazer { cloth, blouse, necklace } => {
            opening(easel, person, blouse, 60.0);
            round_neck(easel, person, blouse, 628.0);
            if necklace {
                pearls(easel, person);
            }
            jacket(easel, person, cloth, 60.0);
        }
        Dress::RoundNeck { cloth, necklace } => {
            whole(easel, person, cloth);
            round_neck(easel, person, cloth, 640.0);
            if necklace {
                pearls(easel, person);
            }
        }
        Dress::StandCollar { cloth, trim } => {
            whole(easel, person, cloth);
            band(easel, person, cloth, 26.0);
            placket(easel, trim);
        }
        Dress::AoDai { cloth, flowers } => {
            whole(easel, person, cloth);
            sprinkle(easel, person, flowers, 48, 3.6);
            band(easel, person, cloth, 40.0);
            easel.crease(
                &curve(&[(MIDDLE + 10.0, 600.0), (MIDDLE + 70.0, 640.0), (MIDDLE + 150.0, 690.0)]),
                3.0,
                cloth.darker(0.6),
                0.6,
            );
        }
        Dress::Sari { cloth, border } => sari(easel, person, cloth, border),
        Dress::Robe { cloth, thread } => robe(easel, person, cloth, thread),
        Dress::Thobe { cloak } => thobe(easel, person, cloak),
        Dress::Printed { cloth, print, collar: collared } => {
            whole(easel, person, cloth);
            sprinkle(easel, person, print, 84, 6.0);
            if collared {
                open_neck(easel, person, 640.0);
                collar(easel, person, cloth, 14.0);
            } else {
                round_neck(easel, person, cloth, 632.0);
            }
        }
        Dress::Shawl { cloth, border } => shawl(easel, person, cloth, border),
        Dress::Clerical => {
            whole(easel, person, Rgb(28, 28, 32));
            band(easel, person, Rgb(28, 28, 32), 34.0);
            easel.fill(
                &polygon(&[
                    (MIDDLE - 17.0, 556.0),
                    (MIDDLE + 17.0, 556.0),
                    (MIDDLE + 15.0, 586.0),
                    (MIDDLE - 15.0, 586.0),
                ]),
                WHITE,
                1.0,
            );
            placket(easel, Rgb(60, 60, 66));
        }
    }
}

fn shoulders(person: &Appearance) -> Vec<(f32, f32)> {
    let neck = neck_width(person);
    let wide = if person.sex == Sex::Female { 0.9 } else { 1.02 };
    vec![
        (neck + 4.0, 552.0),
        (neck + 40.0, 580.0),
        (150.0 * wide, 608.0),
        (212.0 * wide, 640.0),
        (246.0 * wide, 700.0),
        (262.0 * wide, 780.0),
        (266.0 * wide, 860.0),
    ]
}

pub(super) fn outline(person: &Appearance) -> Outline {
    let mut half = vec![(0.0, 574.0), (neck_width(person) * 0.7, 566.0)];
    half.extend(shoulders(person));
    half.push((0.0, 860.0));
    mirrored(&half)
}

/// Light on the shoulders, shade along arms and chest.
pub(super) fn volume(easel: &mut Easel, shape: &Outline, cloth: Rgb) {
    if let Some(window) = easel.window(shape) {
        easel.soft_through(&window, (MIDDLE - 150.0, 660.0), (150.0, 90.0), cloth.lighter(0.5), 0.17);
        easel.soft_through(&window, (MIDDLE + 236.0, 760.0), (120.0, 150.0), cloth.darker(0.8), 0.5);
        easel.soft_through(&window, (MIDDLE - 250.0, 800.0), (90.0, 130.0), cloth.darker(0.8), 0.36);
        easel.soft_through(&window, (MIDDLE, 590.0), (120.0, 44.0), cloth.darker(0.85), 0.4);
    }
}

pub(super) fn whole(easel: &mut Easel, person: &Appearance, cloth: Rgb) {
    let shape = outline(person);
    easel.fill(&shape, cloth, 1.0);
    volume(easel, &shape, cloth);
}

/// Shirt or blouse as it shows between the sides of a jacket.
fn opening(easel: &mut Easel, person: &Appearance, shirt: Rgb, wide: f32) {
    let neck = neck_width(person);
    let shape = polygon(&[
        (MIDDLE - neck - 26.0, 562.0),
        (MIDDLE - neck + 4.0, 566.0),
        (MIDDLE, 604.0),
        (MIDDLE + neck - 4.0, 566.0),
        (MIDDLE + neck + 26.0, 562.0),
        (MIDDLE + wide + 44.0, 850.0),
        (MIDDLE - wide - 44.0, 850.0),
    ]);
    easel.fill(&shape, shirt, 1.0);
    easel.soft_in(&shape, (MIDDLE, 580.0), (110.0, 60.0), shirt.darker(0.6), 0.42);
    easel.soft_in(&shape, (MIDDLE + 60.0, 720.0), (50.0, 150.0), shirt.darker(0.6), 0.22);
}

/// The sides of a jacket with their lapels, open in the middle.
fn jacket(easel: &mut Easel, person: &Appearance, cloth: Rgb, wide: f32) {
    let neck = neck_width(person);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        let mut points: Vec<_> = shoulders(person).iter().map(|(offset, y)| (x(*offset), *y)).collect();
        points.extend([(x(4.0), 860.0), (x(14.0), 790.0), (x(wide + 24.0), 690.0), (x(neck + 12.0), 600.0)]);
        let front = blob(&points);
        easel.fill(&front, cloth, 1.0);
        volume(easel, &front, cloth);
        let lapel = polygon(&[
            (x(neck + 2.0), 556.0),
            (x(neck + 34.0), 582.0),
            (x(neck + 58.0), 640.0),
            (x(neck + 34.0), 652.0),
            (x(neck + 48.0), 668.0),
            (x(10.0), 856.0),
            (x(2.0), 856.0),
            (x(wide + 10.0), 690.0),
            (x(neck - 8.0), 592.0),
        ]);
        easel.line(&lapel, 5.0, cloth.darker(0.7), 0.28);
        easel.fill(&lapel, cloth.lighter(if side < 0.0 { 0.08 } else { 0.03 }), 1.0);
        easel.line(
            &curve(&[(x(neck + 34.0), 652.0), (x(neck + 20.0), 644.0), (x(neck + 8.0), 612.0)]),
            2.0,
            cloth.darker(0.6),
            0.5,
        );
        easel.line(
            &polygon(&[(x(neck + 48.0), 668.0), (x(10.0), 856.0), (x(neck + 48.0), 668.0)]),
            1.6,
            cloth.darker(0.8),
            0.4,
        );
    }
}

/// The two points of a shirt collar, `open` apart.
fn collar(easel: &mut Easel, person: &Appearance, shirt: Rgb, open: f32) {
    let neck = neck_width(person);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        let leaf = polygon(&[
            (x(neck - 1.0), 538.0),
            (x(neck + 11.0), 566.0),
            (x(neck - 12.0 + open), 632.0),
            (x(6.0 + open * 1.6), 592.0 + open),
            (x(neck * 0.5), 574.0),
        ]);
        easel.line(&leaf, 4.0, shirt.darker(0.5), 0.25);
        easel.fill(&leaf, shirt.lighter(0.04).darker(if side > 0.0 { 0.08 } else { 0.0 }), 1.0);
        easel.line(
            &polygon(&[
                (x(neck - 12.0 + open), 632.0),
                (x(6.0 + open * 1.6), 592.0 + open),
                (x(neck - 12.0 + open), 632.0),
            ]),
            1.4,
            shirt.darker(0.5),
            0.35,
        );
    }
}

fn necktie(easel: &mut Easel, tie: Rgb, striped: bool) {
    let body = blob(&[
        (MIDDLE - 11.0, 620.0),
        (MIDDLE + 11.0, 620.0),
        (MIDDLE + 20.0, 700.0),
        (MIDDLE + 27.0, 860.0),
        (MIDDLE - 27.0, 860.0),
        (MIDDLE - 20.0, 700.0),
    ]);
    easel.fill(&body, tie, 1.0);
    if striped && let Some(window) = easel.window(&body) {
        for step in 0..7 {
            let y = 640.0 + step as f32 * 30.0;
            easel.fill_in(
                &window,
                &polygon(&[
                    (MIDDLE - 34.0, y),
                    (MIDDLE + 34.0, y - 34.0),
                    (MIDDLE + 34.0, y - 26.0),
                    (MIDDLE - 34.0, y + 8.0),
                ]),
                tie.lighter(0.45),
                0.8,
            );
        }
    }
    easel.soft_in(&body, (MIDDLE + 18.0, 720.0), (16.0, 120.0), tie.darker(0.8), 0.5);
    easel.soft_in(&body, (MIDDLE, 628.0), (26.0, 18.0), tie.darker(0.8), 0.6);
    let knot =
        polygon(&[(MIDDLE - 17.0, 588.0), (MIDDLE + 17.0, 588.0), (MIDDLE + 11.0, 622.0), (MIDDLE - 11.0, 622.0)]);
    easel.fill(&knot, tie.lighter(0.05), 1.0);
    easel.soft_in(&knot, (MIDDLE + 12.0, 606.0), (14.0, 22.0), tie.darker(0.8), 0.45);
}

/// Skin down to a round edge.
pub(super) fn round_neck(easel: &mut Easel, person: &Appearance, cloth: Rgb, depth: f32) {
    let neck = neck_width(person);
    let tones = Tones::of(person.skin);
    let shape = mirrored(&[
        (0.0, 540.0),
        (neck - 2.0, 540.0),
        (neck + 22.0, 574.0),
        (neck + 8.0, depth - 26.0),
        (36.0, depth - 4.0),
        (0.0, depth),
    ]);
    easel.fill(&shape, tones.base.towards(tones.shade, 0.12), 1.0);
    easel.soft_in(&shape, (MIDDLE + 10.0, 520.0), (110.0, 60.0), tones.deep, 0.45);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        easel.crease(&curve(&[(x(42.0), 548.0), (x(26.0), 586.0), (x(10.0), 602.0)]), 6.0, tones.shade, 0.4);
        easel.crease(&curve(&[(x(12.0), 604.0), (x(46.0), 597.0), (x(76.0), 596.0)]), 6.0, tones.shade, 0.35);
    }
    let edge = curve(&[
        (MIDDLE - neck - 21.0, 575.0),
        (MIDDLE - neck - 8.0, depth - 24.0),
        (MIDDLE, depth + 1.0),
        (MIDDLE + neck + 8.0, depth - 24.0),
        (MIDDLE + neck + 21.0, 575.0),
    ]);
    easel.line(&edge, 5.0, cloth.darker(0.25), 0.8);
}

/// Skin in the V of an open shirt.
pub(super) fn open_neck(easel: &mut Easel, person: &Appearance, depth: f32) {
    let neck = neck_width(person);
    let tones = Tones::of(person.skin);
    let shape = polygon(&[
        (MIDDLE - neck, 540.0),
        (MIDDLE + neck, 540.0),
        (MIDDLE + neck * 0.6, 590.0),
        (MIDDLE, depth),
        (MIDDLE - neck * 0.6, 590.0),
    ]);
    easel.fill(&shape, tones.base.towards(tones.shade, 0.14), 1.0);
    easel.soft_in(&shape, (MIDDLE + 8.0, 530.0), (90.0, 56.0), tones.deep, 0.45);
    easel.soft((MIDDLE, 604.0), (13.0, 10.0), tones.shade, 0.4);
}

pub(super) fn pearls(easel: &mut Easel, person: &Appearance) {
    let wide = neck_width(person) + 4.0;
    for step in 0..15 {
        let share = step as f32 / 14.0 * 2.0 - 1.0;
        let at = (MIDDLE + share * wide, 608.0 - 42.0 * share * share);
        easel.fill(&oval(at, (4.2, 4.2)), Rgb(236, 230, 220), 1.0);
        easel.fill(&oval((at.0 - 1.2, at.1 - 1.3), (1.4, 1.4)), Rgb(255, 255, 255), 0.9);
    }
}

/// A standing collar round the neck.
pub(super) fn band(easel: &mut Easel, person: &Appearance, cloth: Rgb, height: f32) {
    let neck = neck_width(person) + 5.0;
    let shape = blob(&[
        (MIDDLE - neck, 570.0 - height),
        (MIDDLE - neck * 0.5, 582.0 - height),
        (MIDDLE, 588.0 - height),
        (MIDDLE + neck * 0.5, 582.0 - height),
        (MIDDLE + neck, 570.0 - height),
        (MIDDLE + neck + 8.0, 572.0),
        (MIDDLE + neck * 0.5, 592.0),
        (MIDDLE, 598.0),
        (MIDDLE - neck * 0.5, 592.0),
        (MIDDLE - neck - 8.0, 572.0),
    ]);
    easel.fill(&shape, cloth.lighter(0.05), 1.0);
    easel.soft_in(&shape, (MIDDLE + neck, 570.0), (46.0, 40.0), cloth.darker(0.8), 0.5);
    easel.line(
        &curve(&[(MIDDLE - neck - 8.0, 572.0), (MIDDLE, 598.0), (MIDDLE + neck + 8.0, 572.0)]),
        2.4,
        cloth.darker(0.6),
        0.6,
    );
    easel.line(&curve(&[(MIDDLE, 589.0 - height), (MIDDLE + 1.0, 598.0)]), 2.0, cloth.darker(0.7), 0.6);
}

pub(super) fn placket(easel: &mut Easel, trim: Rgb) {
    easel.line(
        &curve(&[(MIDDLE + 2.0, 596.0), (MIDDLE + 4.0, 700.0), (MIDDLE + 4.0, 860.0)]),
        2.2,
        trim.darker(0.5),
        0.55,
    );
    for step in 0..4 {
        let at = (MIDDLE + 10.0, 622.0 + step as f32 * 56.0);
        easel.fill(&oval(at, (5.0, 5.0)), trim, 1.0);
        easel.fill(&oval((at.0 - 1.4, at.1 - 1.6), (1.7, 1.7)), trim.lighter(0.6), 0.9);
    }
}
