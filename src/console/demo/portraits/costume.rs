//! The festive dress of many countries: saris, robes, shawls, and patterns on cloth.

use super::dress::{WHITE, band, open_neck, outline, pearls, placket, round_neck, volume, whole};
use super::easel::{Easel, MIDDLE, Rgb, blob, curve, mirrored, oval, polygon};
use super::face::neck_width;
use super::likeness::Appearance;
use crate::console::demo::chance::Chance;

/// A small pattern over a cloth: flowers, lozenges or leaves.
pub fn sprinkle(easel: &mut Easel, person: &Appearance, print: Rgb, count: usize, size: f32) {
    let Some(window) = easel.window(&outline(person)) else { return };
    let mut chance = Chance::of(u64::from(person.hair.grain), "print", 0);
    let motif = chance.place(3);
    let columns = 12;
    for place in 0..count {
        let (column, row) = ((place % columns) as f32, (place / columns) as f32);
        let shift = if (place / columns) % 2 == 0 { 22.0 } else { 0.0 };
        let x = MIDDLE - 264.0 + column * 45.0 + shift + chance.within(-5.0, 5.0);
        let y = 596.0 + row * 300.0 * columns as f32 / count as f32 + chance.within(-5.0, 5.0);
        match motif {
            0 => {
                for petal in 0..4 {
                    let angle = petal as f32 * std::f32::consts::FRAC_PI_2 + 0.4;
                    easel.fill_in(
                        &window,
                        &oval((x + size * angle.cos(), y + size * angle.sin()), (size * 0.72, size * 0.72)),
                        print,
                        0.6,
                    );
                }
                easel.fill_in(&window, &oval((x, y), (size * 0.4, size * 0.4)), print.lighter(0.5), 0.8);
            }
            1 => easel.fill_in(
                &window,
                &polygon(&[(x - size, y), (x, y - size * 1.5), (x + size, y), (x, y + size * 1.5)]),
                print,
                0.55,
            ),
            _ => {
                for lean in [-0.7_f32, 0.7] {
                    let tip = (x + 2.6 * size * lean.sin(), y - 2.6 * size * lean.cos());
                    let middle = ((x + tip.0) / 2.0, (y + tip.1) / 2.0);
                    easel.fill_in(
                        &window,
                        &blob(&[(x, y), (middle.0 + size * 0.5, middle.1), tip, (middle.0 - size * 0.5, middle.1)]),
                        print,
                        0.6,
                    );
                }
            }
        }
    }
}

pub fn sari(easel: &mut Easel, person: &Appearance, cloth: Rgb, border: Rgb) {
    let blouse = cloth.darker(0.35);
    whole(easel, person, blouse);
    round_neck(easel, person, blouse, 646.0);
    pearls(easel, person);
    let drape = blob(&[
        (MIDDLE + 62.0, 560.0),
        (MIDDLE + 150.0, 596.0),
        (MIDDLE + 196.0, 626.0),
        (MIDDLE + 176.0, 720.0),
        (MIDDLE + 60.0, 790.0),
        (MIDDLE - 110.0, 850.0),
        (MIDDLE - 150.0, 810.0),
        (MIDDLE - 20.0, 720.0),
        (MIDDLE + 50.0, 640.0),
    ]);
    easel.fill(&drape, cloth, 1.0);
    easel.soft_in(&drape, (MIDDLE + 150.0, 700.0), (70.0, 90.0), cloth.darker(0.8), 0.4);
    for step in 1..5 {
        let share = step as f32 * 0.2;
        let line = curve(&[
            (MIDDLE + 62.0 + 118.0 * share, 564.0 + 56.0 * share),
            (MIDDLE + 56.0 + 108.0 * share, 650.0 + 60.0 * share),
            (MIDDLE - 20.0 + 60.0 * share, 724.0 + 60.0 * share),
            (MIDDLE - 140.0, 816.0 + 30.0 * share),
        ]);
        easel.crease(&line, 4.0, cloth.darker(0.7), 0.5);
    }
    let edge =
        curve(&[(MIDDLE + 64.0, 562.0), (MIDDLE + 52.0, 640.0), (MIDDLE - 18.0, 720.0), (MIDDLE - 148.0, 810.0)]);
    easel.line(&edge, 11.0, border, 1.0);
    easel.line(&edge, 3.0, border.darker(0.4), 0.6);
}

pub fn robe(easel: &mut Easel, person: &Appearance, cloth: Rgb, thread: Rgb) {
    let mut half = vec![(0.0, 574.0), (neck_width(person) * 0.8, 562.0), (neck_width(person) + 10.0, 558.0)];
    half.extend([(160.0, 606.0), (236.0, 650.0), (282.0, 740.0), (300.0, 860.0), (0.0, 860.0)]);
    let shape = mirrored(&half);
    easel.fill(&shape, cloth, 1.0);
    volume(easel, &shape, cloth);
    for offset in [-190.0, -130.0, 120.0, 180.0] {
        easel.crease(
            &curve(&[(MIDDLE + offset * 0.72, 630.0), (MIDDLE + offset * 0.94, 720.0), (MIDDLE + offset, 860.0)]),
            8.0,
            cloth.darker(0.7),
            0.45,
        );
    }
    open_neck(easel, person, 640.0);
    let neck = neck_width(person);
    for (grow, width) in [(6.0, 10.0), (18.0, 3.0), (26.0, 2.0)] {
        let line = curve(&[
            (MIDDLE - neck - grow, 562.0),
            (MIDDLE - neck * 0.6 - grow, 596.0),
            (MIDDLE, 644.0 + grow * 1.5),
            (MIDDLE + neck * 0.6 + grow, 596.0),
            (MIDDLE + neck + grow, 562.0),
        ]);
        easel.line(&line, width, thread, 0.95);
    }
    for step in 0..5 {
        let y = 690.0 + step as f32 * 26.0;
        easel.line(&curve(&[(MIDDLE - 20.0, y), (MIDDLE, y + 12.0), (MIDDLE + 20.0, y)]), 3.0, thread, 0.85);
    }
}

pub fn thobe(easel: &mut Easel, person: &Appearance, cloak: Option<Rgb>) {
    whole(easel, person, WHITE);
    band(easel, person, WHITE, 24.0);
    placket(easel, Rgb(226, 224, 218));
    let Some(cloak) = cloak else { return };
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        let front = blob(&[
            (x(80.0), 566.0),
            (x(168.0), 604.0),
            (x(240.0), 650.0),
            (x(276.0), 740.0),
            (x(290.0), 840.0),
            (x(70.0), 840.0),
            (x(76.0), 720.0),
            (x(74.0), 620.0),
        ]);
        easel.fill(&front, cloak, 1.0);
        volume(easel, &front, cloak);
        let edge = curve(&[(x(78.0), 568.0), (x(72.0), 630.0), (x(75.0), 720.0), (x(70.0), 860.0)]);
        easel.line(&edge, 9.0, Rgb(196, 158, 84), 1.0);
        easel.line(&edge, 2.0, Rgb(140, 106, 50), 0.7);
    }
}

pub fn shawl(easel: &mut Easel, person: &Appearance, cloth: Rgb, border: Rgb) {
    whole(easel, person, cloth);
    round_neck(easel, person, cloth, 626.0);
    let cotton = Rgb(243, 240, 232);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        let wrap = blob(&[
            (x(62.0), 562.0),
            (x(150.0), 600.0),
            (x(224.0), 640.0),
            (x(262.0), 740.0),
            (x(270.0), 840.0),
            (x(96.0), 840.0),
            (x(70.0), 740.0),
            (x(64.0), 640.0),
        ]);
        easel.fill(&wrap, cotton, 1.0);
        volume(easel, &wrap, cotton.darker(0.15));
        for offset in [104.0, 140.0, 186.0] {
            easel.crease(
                &curve(&[(x(offset * 0.8), 590.0), (x(offset), 690.0), (x(offset * 1.05), 860.0)]),
                6.0,
                cotton.darker(0.5),
                0.45,
            );
        }
        let edge = curve(&[(x(64.0), 566.0), (x(66.0), 640.0), (x(72.0), 740.0), (x(97.0), 860.0)]);
        easel.line(&edge, 13.0, border, 0.95);
        easel.line(&edge, 3.0, border.lighter(0.6), 0.8);
    }
}
