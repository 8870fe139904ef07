//! Head, ears and neck with their light and shade; then eyes, brows, nose, mouth and the lines of age.

use super::easel::{Easel, MIDDLE, Outline, Rgb, blob, curve, lens, mirrored, oval};
use super::likeness::Appearance;
use crate::console::demo::names::Sex;

/// The height at which the eyes look out, and where nose and mouth stand.
const EYES: f32 = 340.0;
const NOSE: f32 = 414.0;
const MOUTH: f32 = 452.0;

/// The colours into which skin turns in shade, in light and where blood shows.
#[derive(Clone, Copy)]
pub struct Tones {
    pub base: Rgb,
    pub shade: Rgb,
    pub deep: Rgb,
    pub light: Rgb,
    pub blush: Rgb,
}

impl Tones {
    pub fn of(skin: Rgb) -> Self {
        let Rgb(r, g, b) = skin;
        let scaled = |r_share: f32, g_share: f32, b_share: f32| {
            Rgb((f32::from(r) * r_share) as u8, (f32::from(g) * g_share) as u8, (f32::from(b) * b_share) as u8)
        };
        Self {
            base: skin,
            shade: scaled(0.72, 0.62, 0.56),
            deep: scaled(0.45, 0.34, 0.3),
            light: skin.towards(Rgb(255, 240, 222), 0.55),
            blush: skin.towards(Rgb(196, 74, 62), 0.55),
        }
    }
}

/// The right half of the outline of the head, from the crown to the chin.
pub fn half_head(person: &Appearance) -> Vec<(f32, f32)> {
    let (width, chin) = (person.face.width, (person.face.chin - 1.0) * 60.0);
    let jaw = person.face.jaw * if person.sex == Sex::Female { 0.9 } else { 1.05 };
    let point = |x: f32, y: f32| (x * width, y);
    vec![
        point(0.0, 166.0),
        point(50.0, 173.0),
        point(90.0, 205.0),
        point(110.0, 256.0),
        point(116.0, 316.0),
        point(112.0 + 2.0 * jaw, 370.0),
        point(98.0 + 6.0 * jaw, 416.0),
        point(84.0 * jaw, 458.0 + chin * 0.4),
        point(54.0 * jaw, 494.0 + chin),
        point(22.0 * jaw, 510.0 + chin),
        point(0.0, 513.0 + chin),
    ]
}

/// Half the width of the neck.
pub fn neck_width(person: &Appearance) -> f32 {
    if person.sex == Sex::Female { 57.0 } else { 72.0 }
}

pub fn neck(easel: &mut Easel, person: &Appearance) {
    let tones = Tones::of(person.skin);
    let width = neck_width(person);
    let outline = mirrored(&[
        (0.0, 400.0),
        (width, 420.0),
        (width + 1.0, 500.0),
        (width + 3.0, 545.0),
        (width + 16.0, 590.0),
        (60.0, 680.0),
        (0.0, 690.0),
    ]);
    easel.fill(&outline, tones.base.towards(tones.shade, 0.18), 1.0);
    easel.soft_in(&outline, (MIDDLE + 14.0, 530.0), (112.0, 74.0), tones.deep, 0.55);
    easel.soft_in(&outline, (MIDDLE + width, 540.0), (44.0, 90.0), tones.shade, 0.5);
    for side in [-1.0, 1.0] {
        easel.crease(
            &curve(&[(MIDDLE + side * 44.0, 540.0), (MIDDLE + side * 25.0, 586.0), (MIDDLE + side * 10.0, 604.0)]),
            7.0,
            tones.shade,
            0.35,
        );
        easel.crease(
            &curve(&[(MIDDLE + side * 12.0, 606.0), (MIDDLE + side * 60.0, 598.0), (MIDDLE + side * 104.0, 596.0)]),
            8.0,
            tones.shade,
            0.3,
        );
    }
}

pub fn ears(easel: &mut Easel, person: &Appearance) {
    let tones = Tones::of(person.skin);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset * person.face.width;
        let ear = blob(&[
            (x(106.0), 330.0),
            (x(120.0), 317.0),
            (x(133.0), 326.0),
            (x(134.0), 352.0),
            (x(125.0), 384.0),
            (x(114.0), 398.0),
            (x(104.0), 392.0),
        ]);
        easel.fill(
            &ear,
            tones.base.towards(tones.blush, 0.16).towards(tones.shade, if side > 0.0 { 0.22 } else { 0.06 }),
            1.0,
        );
        easel.crease(
            &curve(&[(x(114.0), 336.0), (x(124.0), 332.0), (x(126.0), 350.0), (x(119.0), 374.0)]),
            4.0,
            tones.shade,
            0.7,
        );
        easel.soft((x(116.0), 360.0), (9.0, 18.0), tones.deep, 0.35);
    }
}

/// The head without features. `soft` lights give it its roundness; the light comes from the left, high.
pub fn head(easel: &mut Easel, person: &Appearance) {
    let tones = Tones::of(person.skin);
    let half = half_head(person);
    let outline = mirrored(&half);
    easel.fill(&outline, tones.base, 1.0);
    easel.soft_in(&outline, (MIDDLE + 150.0, 380.0), (140.0, 260.0), tones.shade, 0.6);
    let Some(window) = easel.window(&outline) else { return };
    easel.soft_through(&window, (MIDDLE - 160.0, 420.0), (96.0, 220.0), tones.shade, 0.32);
    easel.soft_through(&window, (MIDDLE + 6.0, 540.0), (130.0, 84.0), tones.shade, 0.55);
    easel.soft((MIDDLE - 22.0, 262.0), (84.0, 54.0), tones.light, 0.42);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset * person.face.width;
        easel.soft_through(&window, (x(66.0), 396.0), (44.0, 34.0), tones.blush, 0.26);
        easel.soft((x(58.0), 378.0), (34.0, 16.0), tones.light, if side < 0.0 { 0.34 } else { 0.2 });
        easel.soft_through(&window, (x(84.0), 440.0), (36.0, 46.0), tones.shade, 0.26);
        easel.soft((x(46.0), EYES - 14.0), (42.0, 27.0), tones.shade, 0.4);
    }
    easel.soft((MIDDLE - 3.0, 492.0), (26.0, 15.0), tones.light, 0.24);
    easel.soft((MIDDLE, 476.0), (26.0, 8.0), tones.shade, 0.42);
}

pub fn features(easel: &mut Easel, person: &Appearance) {
    age_lines(easel, person);
    nose(easel, person);
    mouth(easel, person);
    for side in [-1.0, 1.0] {
        eye(easel, person, side);
        brow(easel, person, side);
    }
}

fn eye(easel: &mut Easel, person: &Appearance, side: f32) {
    let (tones, eyes) = (Tones::of(person.skin), person.eyes);
    let centre = MIDDLE + side * 48.0 * eyes.apart * person.face.width;
    let tired = (f32::from(person.age) - 45.0).max(0.0) / 45.0;
    let half = 24.0 * eyes.size.sqrt();
    let up = (11.0 - 2.2 * eyes.fold - 2.0 * tired) * eyes.size;
    let inner = (centre - side * half, EYES + 3.0);
    let outer = (centre + side * (half + 1.0), EYES - eyes.tilt * 0.7);
    let (left, right) = if side > 0.0 { (inner, outer) } else { (outer, inner) };
    let opening = lens(left, right, up, 7.5 * eyes.size);
    easel.fill(&opening, Rgb(240, 236, 231).towards(tones.shade, 0.16), 1.0);
    let Some(window) = easel.window(&opening) else { return };
    let (iris, gaze) = (11.4 * eyes.size.sqrt(), EYES - 1.0);
    easel.fill_in(&window, &oval((centre, gaze), (iris, iris)), eyes.iris.darker(0.45), 1.0);
    easel.fill_in(&window, &oval((centre, gaze + 0.8), (iris - 2.0, iris - 2.0)), eyes.iris, 1.0);
    easel.fill_in(&window, &oval((centre, gaze), (iris * 0.46, iris * 0.46)), Rgb(14, 11, 12), 1.0);
    easel.fill_in(&window, &oval((centre, EYES - up - 1.0), (half, 6.5)), tones.deep.darker(0.3), 0.42);
    easel.fill(&oval((centre - 4.0, gaze - 4.0), (2.5, 2.7)), Rgb(255, 255, 255), 0.9);
    lids(easel, person, side, centre, (inner, outer, up));
}

fn lids(
    easel: &mut Easel,
    person: &Appearance,
    side: f32,
    centre: f32,
    (inner, outer, up): ((f32, f32), (f32, f32), f32),
) {
    let (tones, eyes) = (Tones::of(person.skin), person.eyes);
    let female = person.sex == Sex::Female;
    let lash = tones.deep.darker(if female { 0.75 } else { 0.5 });
    let top = (inner.1 + outer.1) / 2.0 - up;
    let upper = curve(&[
        inner,
        (centre - side * 12.0, top + 1.4),
        (centre + side * 6.0, top),
        (centre + side * 17.0, top + 4.2),
        outer,
    ]);
    easel.line(&upper, if female { 3.6 } else { 2.6 }, lash, 0.85);
    if female {
        let tip = (outer.0 + side * 5.0, outer.1 - 4.0);
        easel.line(&curve(&[(centre + side * 16.0, top + 3.6), outer, tip]), 2.2, lash, 0.6);
    }
    let low = (inner.1 + outer.1) / 2.0 + 7.5 * eyes.size;
    easel.line(
        &curve(&[(inner.0 + side * 5.0, inner.1 + 3.4), (centre, low), (outer.0 - side * 5.0, outer.1 + 4.6)]),
        1.4,
        tones.deep,
        0.5,
    );
    let crease = 8.5 - 3.5 * eyes.fold;
    let fold = curve(&[
        (inner.0 + side * 3.0, inner.1 - 7.0 + 3.0 * eyes.fold),
        (centre - side * 8.0, top - crease + 1.0),
        (centre + side * 9.0, top - crease),
        (outer.0 + side * 2.0, outer.1 - crease * 0.55),
    ]);
    easel.crease(&fold, 3.4, tones.deep, 0.75 - 0.45 * eyes.fold);
}

fn brow(easel: &mut Easel, person: &Appearance, side: f32) {
    let face = person.face;
    let x = |offset: f32| MIDDLE + side * (48.0 * person.eyes.apart + offset) * face.width;
    let (thick, lift) = (8.4 * face.brow_weight, 7.0 * face.brow_arch);
    let line = 309.0 + 2.0 * (1.0 - face.brow_arch);
    let brow = blob(&[
        (x(-29.0), line + 5.0),
        (x(-28.0), line + 5.0 - thick),
        (x(-4.0), line - 1.0 - thick - lift * 0.35),
        (x(17.0), line - thick * 0.75 - lift * 0.6),
        (x(34.0), line + 4.0 - lift * 0.1),
        (x(35.0), line + 6.0),
        (x(16.0), line + 1.0 - lift * 0.55),
        (x(-4.0), line + 1.5 - lift * 0.35),
    ]);
    let tone = person.hair.colour.towards(Rgb(168, 166, 164), person.hair.grey * 0.6).darker(0.16);
    easel.fill(&brow, tone.towards(person.skin, 0.12), 0.86);
    easel.line(
        &curve(&[(x(-26.0), line + 1.0), (x(0.0), line - 4.0 - lift * 0.4), (x(28.0), line)]),
        thick * 0.9,
        tone,
        0.16,
    );
}

fn nose(easel: &mut Easel, person: &Appearance) {
    let tones = Tones::of(person.skin);
    let wide = 25.0 * person.face.nose_width;
    let base = NOSE + (person.face.nose_length - 1.0) * 40.0;
    easel.soft((MIDDLE - 3.0, 366.0), (10.0, 46.0), tones.light, 0.42);
    easel.soft((MIDDLE + 15.0, 372.0), (10.0, 44.0), tones.shade, 0.3);
    easel.crease(
        &curve(&[(MIDDLE + 13.0, 326.0), (MIDDLE + 10.0, 352.0), (MIDDLE + 15.0, 384.0)]),
        7.0,
        tones.shade,
        0.42,
    );
    easel.crease(&curve(&[(MIDDLE - 15.0, 322.0), (MIDDLE - 12.0, 344.0)]), 6.0, tones.shade, 0.3);
    easel.soft((MIDDLE, base + 8.0), (wide * 1.5, 12.0), tones.shade, 0.46);
    let ball = mirrored(&[
        (0.0, base - 24.0),
        (wide * 0.6, base - 16.0),
        (wide, base - 7.0),
        (wide * 0.86, base + 3.0),
        (wide * 0.45, base + 1.0),
        (0.0, base + 6.0),
    ]);
    easel.fill(&ball, tones.base.towards(tones.blush, 0.18), 0.5);
    easel.soft((MIDDLE - 3.0, base - 11.0), (13.0, 11.0), tones.light, 0.55);
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        easel.fill(
            &blob(&[
                (x(wide * 0.28), base + 1.0),
                (x(wide * 0.55), base - 2.6),
                (x(wide * 0.74), base + 1.4),
                (x(wide * 0.5), base + 3.0),
            ]),
            tones.deep.darker(0.25),
            0.72,
        );
        let wing = curve(&[
            (x(wide * 0.8), base - 16.0),
            (x(wide + 2.0), base - 6.0),
            (x(wide * 0.94), base + 3.0),
            (x(wide * 0.72), base + 3.4),
        ]);
        easel.crease(&wing, 3.6, tones.deep, 0.72);
    }
}

fn mouth(easel: &mut Easel, person: &Appearance) {
    let (tones, face) = (Tones::of(person.skin), person.face);
    let wide = if person.sex == Sex::Female { 35.0 } else { 38.0 } * face.mouth_width;
    let (upper, lower) = (8.2 * face.lips, 12.5 * face.lips);
    let own = person.skin.towards(Rgb(166, 62, 66), if person.sex == Sex::Female { 0.46 } else { 0.3 });
    let lips = face.lipstick.map_or(own, |colour| own.towards(colour, 0.7));
    let corner = MOUTH - 1.0 - 5.0 * face.smile;
    let line = [
        (-wide, corner),
        (-wide * 0.5, MOUTH - 1.5),
        (-6.0, MOUTH - 0.5),
        (0.0, MOUTH + 0.8),
        (6.0, MOUTH - 0.5),
        (wide * 0.5, MOUTH - 1.5),
        (wide, corner),
    ]
    .map(|(x, y)| (MIDDLE + x, y));
    let upper_edge = [
        (wide * 0.55, MOUTH - upper * 0.72 - face.smile * 2.0),
        (9.0, MOUTH - upper),
        (0.0, MOUTH - upper * 0.78),
        (-9.0, MOUTH - upper),
        (-wide * 0.55, MOUTH - upper * 0.72 - face.smile * 2.0),
    ]
    .map(|(x, y)| (MIDDLE + x, y));
    let lower_edge = [
        (wide * 0.62, MOUTH + lower * 0.66),
        (wide * 0.25, MOUTH + lower),
        (-wide * 0.25, MOUTH + lower),
        (-wide * 0.62, MOUTH + lower * 0.66),
    ]
    .map(|(x, y)| (MIDDLE + x, y));
    easel.fill(&blob(&[&line[..], &lower_edge[..]].concat()), lips.lighter(0.06), 0.94);
    easel.fill(&blob(&[&line[..], &upper_edge[..]].concat()), lips.darker(0.16), 0.94);
    easel.soft((MIDDLE - 4.0, MOUTH + lower * 0.55), (wide * 0.42, lower * 0.3), Rgb(255, 236, 230), 0.34);
    easel.line(&curve(&line), 2.2, lips.darker(0.6), 0.8);
    for side in [-1.0, 1.0] {
        easel.soft((MIDDLE + side * (wide + 2.0), corner + 1.0), (8.0, 7.0), tones.deep, 0.42);
    }
    easel.soft((MIDDLE + 1.0, MOUTH - upper - 9.0), (6.0, 11.0), tones.shade, 0.36);
}

/// Lines that begin to show in the forties; a smile draws those beside the mouth a little at any age.
fn age_lines(easel: &mut Easel, person: &Appearance) {
    let tones = Tones::of(person.skin);
    let softer = if person.sex == Sex::Female { 0.65 } else { 1.0 };
    let age = ((f32::from(person.age) - 36.0) / 36.0).clamp(0.0, 1.0) * softer;
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset * person.face.width;
        easel.crease(
            &curve(&[(x(33.0), 408.0), (x(45.0), 424.0), (x(51.0), 448.0)]),
            5.0,
            tones.shade,
            0.22 + 0.62 * age + 0.16 * person.face.smile,
        );
        easel.crease(
            &curve(&[(x(28.0), 356.0), (x(42.0), 367.0), (x(62.0), 365.0)]),
            5.0,
            tones.shade,
            0.2 + 0.45 * age,
        );
        if age > 0.2 {
            for step in [-1.0, 0.0, 1.0] {
                easel.crease(
                    &line((x(82.0), 341.0 + step * 5.0), (x(96.0), 339.0 + step * 11.0)),
                    2.6,
                    tones.shade,
                    0.5 * age,
                );
            }
            easel.crease(&curve(&[(x(51.0), 458.0), (x(50.0), 474.0), (x(44.0), 486.0)]), 4.0, tones.shade, 0.5 * age);
        }
    }
    if age > 0.25 {
        for (height, wide) in [(250.0, 44.0), (269.0, 56.0)] {
            easel.crease(
                &curve(&[
                    (MIDDLE - wide, height + 5.0),
                    (MIDDLE - wide * 0.3, height),
                    (MIDDLE + wide * 0.4, height + 1.0),
                    (MIDDLE + wide * 0.9, height + 6.0),
                ]),
                3.4,
                tones.shade,
                0.26 * age,
            );
        }
        easel.crease(&line((MIDDLE - 6.0, 298.0), (MIDDLE - 7.0, 314.0)), 3.0, tones.shade, 0.5 * age);
    }
}

fn line(from: (f32, f32), to: (f32, f32)) -> Outline {
    curve(&[from, to])
}
