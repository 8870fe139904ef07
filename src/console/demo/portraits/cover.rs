//! What is worn on the head: scarves, turbans, cloths and caps.

use super::easel::{Easel, MIDDLE, Rgb, blob, curve, lens, mirrored, oval};
use super::face::Tones;
use super::likeness::{Appearance, Cover};

/// Cloth that hangs behind the head, drawn before it.
pub fn behind(easel: &mut Easel, person: &Appearance) {
    match person.cover {
        Cover::Ghutra { .. } => {
            let cloth = Rgb(222, 218, 210);
            easel.fill(
                &mirrored(&[
                    (0.0, 140.0),
                    (110.0, 190.0),
                    (150.0, 320.0),
                    (178.0, 480.0),
                    (206.0, 640.0),
                    (120.0, 700.0),
                    (0.0, 660.0),
                ]),
                cloth,
                1.0,
            );
        }
        Cover::Loose(cloth) => {
            let shape = mirrored(&[
                (0.0, 120.0),
                (98.0, 146.0),
                (150.0, 250.0),
                (160.0, 420.0),
                (190.0, 600.0),
                (196.0, 720.0),
                (0.0, 700.0),
            ]);
            easel.fill(&shape, cloth.darker(0.3), 1.0);
        }
        _ => {}
    }
}

/// Whether the hair above the forehead can be seen.
pub fn shows_hair(cover: Cover) -> bool {
    matches!(cover, Cover::None | Cover::Loose(_) | Cover::Cap(..) | Cover::Songkok)
}

pub fn draw(easel: &mut Easel, person: &Appearance) {
    match person.cover {
        Cover::None => {}
        Cover::Hijab(cloth) => hijab(easel, person, cloth),
        Cover::Loose(cloth) => loose(easel, cloth),
        Cover::Wrap(cloth, pattern) => wrap(easel, cloth, pattern),
        Cover::Turban(cloth) => turban(easel, cloth),
        Cover::Ghutra { checked } => ghutra(easel, checked),
        Cover::Cap(cloth, thread) => cap(easel, cloth, thread),
        Cover::Songkok => songkok(easel),
    }
}

fn hijab(easel: &mut Easel, person: &Appearance, cloth: Rgb) {
    let wide = person.face.width;
    let outer = mirrored(&[
        (0.0, 134.0),
        (72.0, 146.0),
        (122.0, 196.0),
        (142.0, 290.0),
        (143.0, 390.0),
        (134.0, 470.0),
        (146.0, 550.0),
        (182.0, 612.0),
        (206.0, 690.0),
        (190.0, 790.0),
        (0.0, 836.0),
    ]);
    let opening = mirrored(&[
        (0.0, 204.0),
        (62.0 * wide, 214.0),
        (96.0 * wide, 262.0),
        (105.0 * wide, 340.0),
        (98.0 * wide, 420.0),
        (70.0 * wide, 478.0),
        (34.0, 508.0),
        (0.0, 514.0),
    ]);
    easel.line(&opening, 12.0, Tones::of(person.skin).deep, 0.3);
    easel.ring(&outer, &opening, cloth);
    easel.line(&opening, 3.0, cloth.darker(0.5), 0.7);
    let brow = blob(&[
        (MIDDLE - 100.0, 262.0),
        (MIDDLE - 60.0, 170.0),
        (MIDDLE, 150.0),
        (MIDDLE + 60.0, 170.0),
        (MIDDLE + 100.0, 262.0),
        (MIDDLE + 60.0 * wide, 214.0),
        (MIDDLE, 203.0),
        (MIDDLE - 60.0 * wide, 214.0),
    ]);
    easel.soft_in(&brow, (MIDDLE - 40.0, 178.0), (80.0, 34.0), cloth.lighter(0.5), 0.28);
    easel.soft((MIDDLE + 126.0, 380.0), (22.0, 170.0), cloth.darker(0.8), 0.42);
    easel.soft((MIDDLE + 40.0, 570.0), (110.0, 42.0), cloth.darker(0.8), 0.45);
    easel.soft((MIDDLE - 90.0, 650.0), (96.0, 60.0), cloth.lighter(0.5), 0.16);
    let folds: [&[(f32, f32)]; 7] = [
        &[(-122.0, 250.0), (-126.0, 360.0), (-112.0, 460.0), (-60.0, 530.0), (20.0, 560.0)],
        &[(124.0, 260.0), (126.0, 380.0), (112.0, 470.0), (60.0, 540.0), (-40.0, 590.0), (-130.0, 640.0)],
        &[(108.0, 500.0), (70.0, 570.0), (-10.0, 630.0), (-120.0, 700.0)],
        &[(130.0, 540.0), (90.0, 620.0), (20.0, 690.0), (-70.0, 770.0)],
        &[(-100.0, 510.0), (-120.0, 580.0), (-160.0, 660.0)],
        &[(-108.0, 220.0), (-60.0, 180.0), (20.0, 160.0)],
        &[(150.0, 600.0), (140.0, 680.0), (110.0, 780.0)],
    ];
    for fold in folds {
        let points: Vec<_> = fold.iter().map(|(x, y)| (MIDDLE + x, *y)).collect();
        easel.crease(&curve(&points), 7.0, cloth.darker(0.75), 0.5);
    }
}

/// Over the crown and down both sides, the hair above the forehead free.
fn loose(easel: &mut Easel, cloth: Rgb) {
    let points = [
        (0.0, 116.0),
        (78.0, 130.0),
        (130.0, 196.0),
        (150.0, 300.0),
        (154.0, 430.0),
        (180.0, 580.0),
        (208.0, 680.0),
        (190.0, 800.0),
        (130.0, 800.0),
        (112.0, 640.0),
        (122.0, 520.0),
        (126.0, 420.0),
        (122.0, 300.0),
        (104.0, 214.0),
        (64.0, 168.0),
        (0.0, 156.0),
    ];
    cowl(easel, cloth);
    let right = points.iter().map(|(x, y)| (MIDDLE + x, *y));
    let left = points.iter().rev().filter(|(x, _)| *x > 0.5).map(|(x, y)| (MIDDLE - x, *y));
    let shape = blob(&right.chain(left).collect::<Vec<_>>());
    easel.line(&shape, 8.0, cloth.darker(0.9), 0.16);
    easel.fill(&shape, cloth, 1.0);
    easel.soft_in(&shape, (MIDDLE - 60.0, 146.0), (90.0, 34.0), cloth.lighter(0.6), 0.45);
    easel.soft_in(&shape, (MIDDLE + 150.0, 460.0), (40.0, 200.0), cloth.darker(0.8), 0.45);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        for offset in [132.0, 144.0] {
            easel.crease(
                &curve(&[
                    (x(offset - 34.0), 200.0),
                    (x(offset), 340.0),
                    (x(offset + 2.0), 480.0),
                    (x(offset + 24.0), 640.0),
                    (x(offset + 16.0), 790.0),
                ]),
                6.0,
                cloth.darker(0.7),
                0.45,
            );
        }
    }
}

/// The scarf's end, laid across the chest from one side to the other.
fn cowl(easel: &mut Easel, cloth: Rgb) {
    let shape = mirrored(&[
        (0.0, 612.0),
        (60.0, 598.0),
        (112.0, 548.0),
        (156.0, 560.0),
        (170.0, 640.0),
        (110.0, 700.0),
        (0.0, 724.0),
    ]);
    easel.fill(&shape, cloth.darker(0.08), 1.0);
    easel.soft_in(&shape, (MIDDLE + 70.0, 690.0), (140.0, 50.0), cloth.darker(0.8), 0.4);
    for drop in [0.0, 28.0, 56.0, 82.0] {
        let fold = curve(&[
            (MIDDLE - 138.0, 566.0 + drop),
            (MIDDLE - 70.0, 606.0 + drop),
            (MIDDLE + 6.0, 624.0 + drop),
            (MIDDLE + 80.0, 598.0 + drop),
            (MIDDLE + 140.0, 560.0 + drop),
        ]);
        easel.crease(&fold, 6.0, cloth.darker(0.7), 0.4);
    }
}

fn wrap(easel: &mut Easel, cloth: Rgb, pattern: Rgb) {
    let shape = blob(&[
        (MIDDLE - 112.0, 262.0),
        (MIDDLE - 138.0, 190.0),
        (MIDDLE - 120.0, 126.0),
        (MIDDLE - 50.0, 86.0),
        (MIDDLE + 46.0, 78.0),
        (MIDDLE + 128.0, 114.0),
        (MIDDLE + 146.0, 180.0),
        (MIDDLE + 113.0, 262.0),
        (MIDDLE + 70.0, 226.0),
        (MIDDLE, 214.0),
        (MIDDLE - 70.0, 226.0),
    ]);
    easel.line(
        &curve(&[
            (MIDDLE - 108.0, 268.0),
            (MIDDLE - 66.0, 232.0),
            (MIDDLE, 220.0),
            (MIDDLE + 66.0, 232.0),
            (MIDDLE + 108.0, 268.0),
        ]),
        9.0,
        Rgb(40, 22, 16),
        0.25,
    );
    easel.fill(&shape, cloth, 1.0);
    if let Some(window) = easel.window(&shape) {
        for row in 0..4 {
            for column in 0..7 {
                let at = (
                    MIDDLE - 130.0 + column as f32 * 44.0 + if row % 2 == 0 { 22.0 } else { 0.0 },
                    84.0 + row as f32 * 44.0,
                );
                easel.fill_in(&window, &oval(at, (9.0, 9.0)), pattern, 0.75);
            }
        }
    }
    easel.soft_in(&shape, (MIDDLE - 60.0, 122.0), (90.0, 46.0), cloth.lighter(0.6), 0.4);
    easel.soft_in(&shape, (MIDDLE + 120.0, 200.0), (70.0, 90.0), cloth.darker(0.8), 0.5);
    for (from, to) in [(-108.0, 250.0), (-126.0, 196.0), (-116.0, 140.0)].into_iter().zip([
        (126.0, 142.0),
        (90.0, 100.0),
        (20.0, 86.0),
    ]) {
        let bend = (MIDDLE + (from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0 - 22.0);
        easel.crease(&curve(&[(MIDDLE + from.0, from.1), bend, (MIDDLE + to.0, to.1)]), 9.0, cloth.darker(0.8), 0.6);
    }
}

fn turban(easel: &mut Easel, cloth: Rgb) {
    let shape = mirrored(&[
        (0.0, 74.0),
        (74.0, 88.0),
        (126.0, 136.0),
        (142.0, 206.0),
        (130.0, 272.0),
        (114.0, 304.0),
        (98.0, 264.0),
        (56.0, 230.0),
        (0.0, 212.0),
    ]);
    easel.line(
        &curve(&[
            (MIDDLE - 112.0, 306.0),
            (MIDDLE - 92.0, 264.0),
            (MIDDLE, 218.0),
            (MIDDLE + 92.0, 264.0),
            (MIDDLE + 112.0, 306.0),
        ]),
        9.0,
        Rgb(40, 22, 16),
        0.26,
    );
    easel.fill(&shape, cloth, 1.0);
    easel.soft_in(&shape, (MIDDLE - 52.0, 124.0), (84.0, 52.0), cloth.lighter(0.6), 0.42);
    easel.soft_in(&shape, (MIDDLE + 124.0, 230.0), (60.0, 100.0), cloth.darker(0.8), 0.5);
    for step in 0..6 {
        let share = step as f32 / 5.0;
        for side in [-1.0, 1.0] {
            let x = |offset: f32| MIDDLE + side * offset;
            let line = curve(&[
                (x(4.0 - 4.0 * share), 206.0 - 112.0 * share),
                (x(62.0 - 6.0 * share), 196.0 - 100.0 * share),
                (x(118.0 + 14.0 * share), 282.0 - 132.0 * share),
            ]);
            easel.crease(&line, 5.5, cloth.darker(0.75), 0.55);
        }
    }
}

fn ghutra(easel: &mut Easel, checked: bool) {
    let cloth = Rgb(244, 241, 235);
    let points = [
        (0.0, 142.0),
        (70.0, 150.0),
        (118.0, 192.0),
        (140.0, 280.0),
        (152.0, 400.0),
        (178.0, 520.0),
        (226.0, 620.0),
        (262.0, 760.0),
        (240.0, 860.0),
        (140.0, 860.0),
        (104.0, 740.0),
        (106.0, 620.0),
        (118.0, 500.0),
        (124.0, 400.0),
        (118.0, 300.0),
        (98.0, 244.0),
        (52.0, 222.0),
        (0.0, 218.0),
    ];
    let right = points.iter().map(|(x, y)| (MIDDLE + x, *y));
    let left = points.iter().rev().filter(|(x, _)| *x > 0.5).map(|(x, y)| (MIDDLE - x, *y));
    let shape = blob(&right.chain(left).collect::<Vec<_>>());
    easel.line(&shape, 9.0, Rgb(50, 34, 26), 0.16);
    easel.fill(&shape, cloth, 1.0);
    if checked && let Some(window) = easel.window(&shape) {
        for step in 0..40 {
            let at = -270.0 + step as f32 * 15.0;
            let red = Rgb(176, 44, 48);
            easel.fill_in(
                &window,
                &super::easel::polygon(&[
                    (MIDDLE + at, 130.0),
                    (MIDDLE + at + 5.0, 130.0),
                    (MIDDLE + at + 5.0, 860.0),
                    (MIDDLE + at, 860.0),
                ]),
                red,
                0.42,
            );
            let y = 130.0 + step as f32 * 18.0;
            easel.fill_in(
                &window,
                &super::easel::polygon(&[(30.0, y), (570.0, y), (570.0, y + 6.0), (30.0, y + 6.0)]),
                red,
                0.42,
            );
        }
    }
    easel.soft_in(&shape, (MIDDLE + 140.0, 420.0), (40.0, 220.0), Rgb(120, 112, 104), 0.42);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        easel.crease(
            &curve(&[(x(110.0), 230.0), (x(132.0), 330.0), (x(140.0), 480.0), (x(170.0), 640.0), (x(180.0), 830.0)]),
            7.0,
            Rgb(130, 122, 114),
            0.5,
        );
    }
    for (height, lift) in [(204.0, 0.0), (190.0, 3.0)] {
        let cord = curve(&[
            (MIDDLE - 116.0, height + 20.0),
            (MIDDLE - 70.0, height - lift),
            (MIDDLE, height - 8.0 - lift),
            (MIDDLE + 70.0, height - lift),
            (MIDDLE + 116.0, height + 20.0),
        ]);
        easel.line(&cord, 11.0, Rgb(22, 20, 22), 1.0);
        easel.line(&cord, 3.0, Rgb(92, 88, 90), 0.4);
    }
}

fn cap(easel: &mut Easel, cloth: Rgb, thread: Rgb) {
    let shape = mirrored(&[
        (0.0, 118.0),
        (72.0, 124.0),
        (100.0, 138.0),
        (110.0, 190.0),
        (111.0, 236.0),
        (70.0, 222.0),
        (0.0, 214.0),
    ]);
    easel.fill(&shape, cloth, 1.0);
    if let Some(window) = easel.window(&shape) {
        for step in 0..12 {
            let x = MIDDLE - 110.0 + step as f32 * 20.0;
            easel.fill_in(&window, &lens((x - 8.0, 178.0), (x + 8.0, 178.0), 14.0, 14.0), thread, 0.85);
        }
    }
    easel.soft_in(&shape, (MIDDLE - 40.0, 140.0), (70.0, 30.0), cloth.lighter(0.6), 0.35);
    easel.soft_in(&shape, (MIDDLE + 104.0, 190.0), (46.0, 70.0), cloth.darker(0.8), 0.5);
    for height in [0.0, 84.0] {
        easel.line(
            &curve(&[
                (MIDDLE - 108.0, 148.0 + height),
                (MIDDLE - 60.0, 132.0 + height * 1.02),
                (MIDDLE, 126.0 + height),
                (MIDDLE + 60.0, 132.0 + height * 1.02),
                (MIDDLE + 108.0, 148.0 + height),
            ]),
            4.0,
            thread,
            0.9,
        );
    }
}

fn songkok(easel: &mut Easel) {
    let cloth = Rgb(26, 24, 28);
    let shape = blob(&[
        (MIDDLE - 112.0, 246.0),
        (MIDDLE - 112.0, 236.0),
        (MIDDLE - 104.0, 140.0),
        (MIDDLE - 96.0, 128.0),
        (MIDDLE, 112.0),
        (MIDDLE + 96.0, 128.0),
        (MIDDLE + 104.0, 140.0),
        (MIDDLE + 112.0, 236.0),
        (MIDDLE + 112.0, 246.0),
        (MIDDLE + 60.0, 226.0),
        (MIDDLE, 219.0),
        (MIDDLE - 60.0, 226.0),
    ]);
    easel.fill(&shape, cloth, 1.0);
    easel.soft_in(&shape, (MIDDLE - 50.0, 160.0), (60.0, 60.0), Rgb(120, 116, 122), 0.35);
}
