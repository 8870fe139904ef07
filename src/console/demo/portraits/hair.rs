//! Hair: what hangs behind, what falls before the shoulders, what lies on the head.

use super::easel::{Easel, MIDDLE, blob, curve, mirrored, oval};
use super::face::half_head;
use super::likeness::{Appearance, Cut};
use crate::console::demo::chance::Chance;

/// What hangs behind neck and shoulders, drawn before them.
pub fn behind(easel: &mut Easel, person: &Appearance) {
    let tone = person.hair.tone().darker(0.28);
    let half: &[(f32, f32)] = match person.hair.cut {
        Cut::Long | Cut::LongWavy => {
            &[(0.0, 150.0), (96.0, 168.0), (140.0, 260.0), (146.0, 400.0), (150.0, 560.0), (140.0, 690.0), (0.0, 700.0)]
        }
        Cut::Bob | Cut::BobFringe => {
            &[(0.0, 150.0), (96.0, 168.0), (138.0, 260.0), (146.0, 400.0), (140.0, 500.0), (96.0, 520.0), (0.0, 500.0)]
        }
        Cut::CurlyLong => {
            easel.fill(&bumpy(person, (MIDDLE, 372.0), (176.0, 232.0), 12.0), tone, 1.0);
            return;
        }
        Cut::Afro => {
            easel.fill(&bumpy(person, (MIDDLE, 282.0), (172.0, 172.0), 7.0), tone, 1.0);
            return;
        }
        Cut::Bun | Cut::Braids => {
            easel.fill(&oval((MIDDLE, 136.0), (62.0, 52.0)), person.hair.tone(), 1.0);
            easel.soft((MIDDLE - 16.0, 116.0), (40.0, 26.0), person.hair.tone().lighter(0.4), 0.5);
            easel.soft((MIDDLE, 172.0), (66.0, 26.0), tone.darker(0.5), 0.6);
            return;
        }
        _ => return,
    };
    easel.fill(&mirrored(half), tone, 1.0);
}

/// Long hair that falls before the shoulders, drawn after the dress and before the head.
pub fn locks(easel: &mut Easel, person: &Appearance) {
    let wave = match person.hair.cut {
        Cut::Long => 3.0,
        Cut::LongWavy => 15.0,
        _ => return,
    };
    let tone = person.hair.tone();
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        let lock = blob(&[
            (x(88.0), 300.0),
            (x(132.0), 300.0),
            (x(146.0 + wave * 0.6), 400.0),
            (x(150.0 - wave * 0.2), 500.0),
            (x(154.0 + wave), 590.0),
            (x(140.0), 688.0),
            (x(104.0), 704.0),
            (x(92.0 + wave * 0.5), 610.0),
            (x(84.0 - wave * 0.3), 500.0),
            (x(88.0), 420.0),
        ]);
        easel.fill(&lock, tone, 1.0);
        easel.soft_in(&lock, (x(80.0), 520.0), (44.0, 170.0), tone.darker(0.7), 0.5);
        easel.soft_in(&lock, (x(134.0), 470.0), (22.0, 150.0), tone.lighter(0.4), 0.28);
        for step in 0..6 {
            let offset = 94.0 + step as f32 * 8.6;
            let strand = curve(&[
                (x(offset), 320.0),
                (x(offset + wave * 0.6), 430.0),
                (x(offset + 2.0 - wave * 0.4), 540.0),
                (x(offset + 4.0 + wave * 0.5), 620.0),
                (x(offset + 2.0), 684.0),
            ]);
            let light = step % 2 == 0;
            easel.line(&strand, 2.0, if light { tone.lighter(0.3) } else { tone.darker(0.5) }, 0.3);
        }
    }
}

/// What lies on the head, over the face.
pub fn on_head(easel: &mut Easel, person: &Appearance) {
    match person.hair.cut {
        Cut::Bald => shine(easel, person),
        Cut::Wreath => {
            shine(easel, person);
            sides(easel, person);
        }
        Cut::Cropped => {
            cap(easel, person, 7.0, 0.0, &[(0.0, 214.0), (64.0, 222.0), (94.0, 250.0), (101.0, 296.0), (108.0, 352.0)])
        }
        Cut::Receding => {
            cap(
                easel,
                person,
                9.0,
                0.0,
                &[
                    (0.0, 198.0),
                    (34.0, 196.0),
                    (62.0, 184.0),
                    (88.0, 214.0),
                    (100.0, 262.0),
                    (104.0, 306.0),
                    (109.0, 360.0),
                ],
            );
        }
        Cut::SidePart => {
            cap(easel, person, 17.0, 16.0, &[(0.0, 226.0), (52.0, 230.0), (86.0, 252.0), (99.0, 296.0), (108.0, 362.0)])
        }
        Cut::SweptBack => {
            cap(easel, person, 22.0, 0.0, &[(0.0, 208.0), (48.0, 214.0), (84.0, 240.0), (98.0, 290.0), (108.0, 360.0)])
        }
        Cut::Fringe => {
            cap(easel, person, 16.0, 8.0, &[(0.0, 264.0), (44.0, 266.0), (82.0, 270.0), (100.0, 300.0), (109.0, 362.0)])
        }
        Cut::Pixie => cap(
            easel,
            person,
            20.0,
            22.0,
            &[(0.0, 252.0), (50.0, 250.0), (88.0, 262.0), (101.0, 306.0), (109.0, 372.0)],
        ),
        Cut::Bob => curtain(easel, person, 500.0, 214.0),
        Cut::BobFringe => curtain(easel, person, 500.0, 276.0),
        Cut::Long | Cut::LongWavy => curtain(easel, person, 470.0, 210.0),
        Cut::PulledBack | Cut::Bun | Cut::Braids => {
            cap(easel, person, 12.0, 0.0, &[(0.0, 206.0), (50.0, 212.0), (88.0, 240.0), (104.0, 292.0), (114.0, 330.0)])
        }
        Cut::Curls => {
            tufts(easel, person, 24.0, &[(0.0, 226.0), (56.0, 230.0), (92.0, 254.0), (103.0, 300.0), (110.0, 356.0)])
        }
        Cut::Coils => {
            tufts(easel, person, 15.0, &[(0.0, 216.0), (60.0, 220.0), (96.0, 244.0), (104.0, 296.0), (110.0, 344.0)])
        }
        Cut::CurlyLong => {
            tufts(easel, person, 30.0, &[(0.0, 218.0), (56.0, 226.0), (96.0, 268.0), (108.0, 340.0), (112.0, 430.0)])
        }
        Cut::Afro => {
            tufts(easel, person, 44.0, &[(0.0, 220.0), (58.0, 224.0), (98.0, 256.0), (108.0, 310.0), (112.0, 366.0)])
        }
    }
}

/// The outer edge of hair that stands `height` over the skull, down to where the hairline ends.
fn over_skull(person: &Appearance, height: f32, end: f32) -> Vec<(f32, f32)> {
    let head = half_head(person);
    let rise = |y: f32| ((360.0 - y) / 190.0).clamp(0.12, 1.0);
    let lifted =
        head.iter().map(|(x, y)| (x + height * (0.35 + 0.35 * rise(*y)) * (x / 110.0).min(1.0), y - height * rise(*y)));
    lifted.filter(|(_, y)| *y < end - 16.0).collect()
}

/// A closed shape between the skull and a hairline, leaning to one side by `lean`.
fn cap(easel: &mut Easel, person: &Appearance, height: f32, lean: f32, hairline: &[(f32, f32)]) {
    let tone = person.hair.tone();
    let end = hairline.last().map_or(360.0, |(_, y)| *y);
    let outer = over_skull(person, height, end);
    let width = person.face.width;
    let parted = person.hair.parting.signum() * lean;
    let right: Vec<_> = outer.iter().map(|(x, y)| (MIDDLE + x, *y)).collect();
    let left: Vec<_> = outer.iter().rev().filter(|(x, _)| *x > 0.5).map(|(x, y)| (MIDDLE - x, *y)).collect();
    let inner_right: Vec<_> =
        hairline.iter().rev().map(|(x, y)| (MIDDLE + x * width, *y - parted * (x / 100.0))).collect();
    let inner_left: Vec<_> =
        hairline.iter().skip(1).map(|(x, y)| (MIDDLE - x * width, *y + parted * (x / 100.0))).collect();
    let shape = blob(&[right, inner_right, inner_left, left].concat());
    hairline_shadow(easel, person, hairline, parted);
    easel.fill(&shape, tone, 1.0);
    easel.soft_in(&shape, (MIDDLE - 46.0, 186.0 - height), (84.0, 46.0), tone.lighter(0.55), 0.42);
    easel.soft_in(&shape, (MIDDLE + 112.0, 270.0), (56.0, 110.0), tone.darker(0.8), 0.42);
    easel.soft_in(&shape, (MIDDLE - 120.0, 310.0), (34.0, 80.0), tone.darker(0.8), 0.3);
    if height > 8.0 {
        strands(easel, person, height, parted);
    } else {
        stubble_edge(easel, person, hairline);
    }
}

/// A thin shade under the hair, so that it lies on the forehead instead of being cut out.
fn hairline_shadow(easel: &mut Easel, person: &Appearance, hairline: &[(f32, f32)], parted: f32) {
    let width = person.face.width;
    let point =
        |side: f32| move |(x, y): &(f32, f32)| (MIDDLE + side * x * width, y + 3.0 - side * parted * (x / 100.0));
    let line: Vec<_> = hairline.iter().rev().map(point(1.0)).chain(hairline.iter().skip(1).map(point(-1.0))).collect();
    let shade = super::face::Tones::of(person.skin).deep;
    easel.crease(&curve(&line), 9.0, shade, 0.5);
}

/// Very short hair ends in a soft edge.
fn stubble_edge(easel: &mut Easel, person: &Appearance, hairline: &[(f32, f32)]) {
    let width = person.face.width;
    let right = hairline.iter().rev().map(|(x, y)| (MIDDLE + x * width, *y + 2.0));
    let left = hairline.iter().skip(1).map(|(x, y)| (MIDDLE - x * width, *y + 2.0));
    easel.crease(&curve(&right.chain(left).collect::<Vec<_>>()), 10.0, person.hair.tone(), 0.55);
}

fn strands(easel: &mut Easel, person: &Appearance, height: f32, parted: f32) {
    let tone = person.hair.tone();
    let mut chance = Chance::of(u64::from(person.hair.grain), "strands", 0);
    let part = MIDDLE - parted * 3.2;
    for step in 0..22 {
        let share = -1.0 + 2.0 * step as f32 / 21.0;
        let end = (MIDDLE + 100.0 * share * person.face.width, 204.0 + 46.0 * share * share + chance.within(-5.0, 5.0));
        let start = (
            MIDDLE + 58.0 * share + (part - MIDDLE) * 0.5,
            164.0 - height * 0.62 + 26.0 * share * share + chance.within(0.0, 7.0),
        );
        let bend = (start.0 * 0.4 + end.0 * 0.6 + 6.0 * share, start.1 * 0.55 + end.1 * 0.45);
        let light = chance.likely(0.45);
        easel.line(
            &curve(&[start, bend, end]),
            chance.within(1.4, 3.4),
            if light { tone.lighter(0.3) } else { tone.darker(0.5) },
            0.2,
        );
    }
}

/// Hair that falls beside the face, open in the middle, with or without a fringe.
fn curtain(easel: &mut Easel, person: &Appearance, end: f32, front: f32) {
    let tone = person.hair.tone();
    let lean = person.hair.parting * 30.0;
    let fringe = front > 250.0;
    let top = |x: f32| if fringe { front } else { front + (x - lean).abs() * 0.1 };
    let shape = if fringe {
        blob(&[
            (MIDDLE, 146.0),
            (MIDDLE + 74.0, 158.0),
            (MIDDLE + 126.0, 222.0),
            (MIDDLE + 142.0, 330.0),
            (MIDDLE + 146.0, 430.0),
            (MIDDLE + 130.0, end),
            (MIDDLE + 102.0, end - 14.0),
            (MIDDLE + 110.0, 400.0),
            (MIDDLE + 106.0, 318.0),
            (MIDDLE + 94.0, 280.0),
            (MIDDLE + 50.0, front + 3.0),
            (MIDDLE, front - 2.0),
            (MIDDLE - 50.0, front + 3.0),
            (MIDDLE - 94.0, 280.0),
            (MIDDLE - 106.0, 318.0),
            (MIDDLE - 110.0, 400.0),
            (MIDDLE - 102.0, end - 14.0),
            (MIDDLE - 130.0, end),
            (MIDDLE - 146.0, 430.0),
            (MIDDLE - 142.0, 330.0),
            (MIDDLE - 126.0, 222.0),
            (MIDDLE - 74.0, 158.0),
        ])
    } else {
        blob(&[
            (MIDDLE + lean, 148.0),
            (MIDDLE + 70.0, 156.0),
            (MIDDLE + 124.0, 218.0),
            (MIDDLE + 140.0, 320.0),
            (MIDDLE + 146.0, 430.0),
            (MIDDLE + 134.0, end),
            (MIDDLE + 104.0, end - 16.0),
            (MIDDLE + 113.0, 410.0),
            (MIDDLE + 110.0, 330.0),
            (MIDDLE + 96.0, 268.0),
            (MIDDLE + 56.0 + lean * 0.3, top(56.0) + 14.0),
            (MIDDLE + lean + 4.0, 196.0),
            (MIDDLE + lean - 4.0, 196.0),
            (MIDDLE - 56.0 + lean * 0.3, top(-56.0) + 14.0),
            (MIDDLE - 96.0, 268.0),
            (MIDDLE - 110.0, 330.0),
            (MIDDLE - 113.0, 410.0),
            (MIDDLE - 104.0, end - 16.0),
            (MIDDLE - 134.0, end),
            (MIDDLE - 146.0, 430.0),
            (MIDDLE - 140.0, 320.0),
            (MIDDLE - 124.0, 218.0),
            (MIDDLE - 70.0, 156.0),
        ])
    };
    easel.fill(&shape, tone, 1.0);
    easel.soft_in(&shape, (MIDDLE - 60.0, 196.0), (76.0, 34.0), tone.lighter(0.5), 0.5);
    easel.soft_in(&shape, (MIDDLE + 60.0, 204.0), (64.0, 28.0), tone.lighter(0.5), 0.26);
    let Some(window) = easel.window(&shape) else { return };
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        easel.soft_through(&window, (x(104.0), 400.0), (26.0, 140.0), tone.darker(0.8), 0.5);
        for step in 0..7 {
            let offset = 30.0 + step as f32 * 15.0;
            let low = (x(110.0 + step as f32 * 4.0), end - 46.0);
            let strand = curve(&[
                (MIDDLE + lean + side * (6.0 + step as f32 * 6.0), 166.0),
                (x(offset * 0.78 + 20.0), 206.0 + 4.0 * step as f32),
                (x(106.0 + step as f32 * 3.4), 330.0),
                low,
            ]);
            let light = step % 2 == 0;
            easel.line_in(&window, &strand, 1.8, if light { tone.lighter(0.35) } else { tone.darker(0.55) }, 0.24);
        }
    }
}

/// Curls: a broken edge and many small arcs.
fn tufts(easel: &mut Easel, person: &Appearance, height: f32, hairline: &[(f32, f32)]) {
    let tone = person.hair.tone();
    let mut chance = Chance::of(u64::from(person.hair.grain), "tufts", 0);
    let end = hairline.last().map_or(360.0, |(_, y)| *y);
    let outer = over_skull(person, height, end);
    let width = person.face.width;
    let mut edge: Vec<(f32, f32)> = Vec::new();
    for (side, points) in [(1.0, outer.clone()), (-1.0, outer.iter().rev().copied().collect())] {
        let inner: Vec<_> = hairline.iter().map(|(x, y)| (MIDDLE + side * x * width, *y)).collect();
        let crown = points.iter().map(|(x, y)| (MIDDLE + side * x, *y));
        let half: Vec<_> = if side > 0.0 {
            crown.chain(inner.into_iter().rev()).collect()
        } else {
            inner.into_iter().skip(1).chain(crown).collect()
        };
        edge.extend(half);
    }
    let mut broken = Vec::new();
    for pair in 0..edge.len() {
        let (from, to) = (edge[pair], edge[(pair + 1) % edge.len()]);
        let steps = (((to.0 - from.0).powi(2) + (to.1 - from.1).powi(2)).sqrt() / 15.0).clamp(1.0, 9.0) as usize;
        for step in 0..steps {
            let share = step as f32 / steps as f32;
            let jitter = (height * 0.12).clamp(1.6, 4.5);
            broken.push((
                from.0 + (to.0 - from.0) * share + chance.within(-jitter, jitter),
                from.1 + (to.1 - from.1) * share + chance.within(-jitter, jitter),
            ));
        }
    }
    let shape = blob(&broken);
    hairline_shadow(easel, person, hairline, 0.0);
    easel.fill(&shape, tone, 1.0);
    easel.soft_in(&shape, (MIDDLE - 50.0, 180.0 - height * 0.5), (84.0, 52.0), tone.lighter(0.5), 0.3);
    easel.soft_in(&shape, (MIDDLE + 120.0, 270.0), (54.0, 120.0), tone.darker(0.8), 0.4);
    let size = (height * 0.3).clamp(4.0, 10.0);
    for _ in 0..46 {
        let angle = chance.within(-1.75, 1.75);
        let reach = chance.within(0.9, 1.0 + height / 130.0);
        let (x, y) = (MIDDLE + 112.0 * angle.sin() * reach, 300.0 - 128.0 * angle.cos() * reach);
        if y > hairline[0].1 - 6.0 && (x - MIDDLE).abs() < 104.0 {
            continue;
        }
        let arc = curve(&[
            (x - size, y + size * 0.5),
            (x - size * 0.3, y - size * 0.6),
            (x + size * 0.7, y - size * 0.3),
            (x + size, y + size * 0.6),
        ]);
        let light = chance.likely(0.5);
        easel.line(&arc, 2.0, if light { tone.lighter(0.35) } else { tone.darker(0.6) }, 0.3);
    }
}

fn bumpy(person: &Appearance, at: (f32, f32), radii: (f32, f32), jitter: f32) -> super::easel::Outline {
    let mut chance = Chance::of(u64::from(person.hair.grain), "bumps", 0);
    let points: Vec<_> = (0..44)
        .map(|step| {
            let angle = step as f32 / 44.0 * std::f32::consts::TAU;
            let out = chance.within(-jitter, jitter);
            (at.0 + (radii.0 + out) * angle.sin(), at.1 - (radii.1 + out) * angle.cos())
        })
        .collect();
    blob(&points)
}

fn shine(easel: &mut Easel, person: &Appearance) {
    let tones = super::face::Tones::of(person.skin);
    easel.soft((MIDDLE - 30.0, 204.0), (56.0, 28.0), tones.light, 0.55);
}

fn sides(easel: &mut Easel, person: &Appearance) {
    let tone = person.hair.tone();
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset * person.face.width;
        let patch = blob(&[
            (x(104.0), 232.0),
            (x(118.0), 250.0),
            (x(126.0), 300.0),
            (x(122.0), 352.0),
            (x(108.0), 372.0),
            (x(106.0), 330.0),
            (x(99.0), 280.0),
        ]);
        easel.fill(&patch, tone, 0.94);
        easel.soft_in(&patch, (x(124.0), 300.0), (16.0, 70.0), tone.darker(0.7), 0.3);
    }
}
