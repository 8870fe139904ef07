//! Choosing how an invented person looks, from the country, the sex, the age and chance.
//!
//! The table `data/looks.csv` says what is likely where: skin, hair, eyes, dress, and how often a head is covered. These are
//! likelihoods for a drawn crowd in its Sunday best, kept wide on purpose: no look is the only one of its region.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::easel::Rgb;
use super::likeness::{Appearance, Beard, Cover, Cut, Eyes, Face, Hair};
use super::wardrobe::{cover, dress, glasses};
use crate::console::demo::chance::Chance;
use crate::console::demo::names::Sex;

/// The look of somebody of `culture`. The same chance gives the same face.
pub fn appearance(chance: &mut Chance, culture: &str, sex: Sex, age: u8) -> Appearance {
    let look = look(culture);
    let skin = skin(chance, look);
    let column = |female: &'static str, male: &'static str| look[if sex == Sex::Female { female } else { male }];
    let covered = word(chance, column("cover_f", "cover_m"));
    let cover = cover(chance, covered);
    let dressed = word(chance, column("dress_f", "dress_m"));
    let mut hair = hair(chance, look, sex, age);
    if matches!(cover, Cover::Loose(_)) {
        hair.cut = Cut::PulledBack;
    }
    Appearance {
        sex,
        age,
        skin,
        face: face(chance, look, sex, age, skin),
        eyes: eyes(chance, look, sex),
        beard: if sex == Sex::Male { beard(chance, look, age, cover) } else { Beard::None },
        glasses: glasses(chance, age),
        earrings: (sex == Sex::Female && chance.likely(0.6))
            .then(|| chance.pick([Rgb(214, 178, 96), Rgb(238, 234, 226), Rgb(196, 200, 206)])),
        dress: dress(chance, dressed, age),
        background: chance.pick([
            Rgb(226, 229, 226),
            Rgb(222, 227, 231),
            Rgb(232, 230, 225),
            Rgb(229, 231, 233),
            Rgb(220, 225, 224),
        ]),
        pose: (chance.within(-1.6, 1.6), chance.within(0.95, 1.05), chance.within(-7.0, 7.0)),
        cover,
        hair,
    }
}

type Look = HashMap<&'static str, &'static str>;

static LOOKS: LazyLock<HashMap<&'static str, Look>> = LazyLock::new(|| {
    let mut lines = include_str!("../data/looks.csv").lines().map(|line| line.split(','));
    let columns: Vec<&str> = lines.next().map(Iterator::collect).unwrap_or_default();
    let looks = lines.map(|cells| columns.iter().copied().zip(cells).collect::<Look>());
    looks.map(|look| (look["look"], look)).collect()
});

static CULTURES: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| include_str!("../data/cultures.csv").lines().filter_map(|line| line.split_once(',')).collect());

fn look(culture: &str) -> &'static Look {
    let name = CULTURES.get(culture).copied().unwrap_or("western");
    // A test walks through every culture, so each has its look.
    LOOKS.get(name).unwrap_or(&LOOKS["western"])
}

/// One word of `a:3 b:1`, as likely as its number says.
fn word(chance: &mut Chance, list: &'static str) -> &'static str {
    let words: Vec<(&str, i64)> = list
        .split(' ')
        .map(|entry| entry.split_once(':').map_or((entry, 1), |(word, weight)| (word, weight.parse().unwrap_or(1))))
        .collect();
    let mut left = chance.between(1, words.iter().map(|(_, weight)| weight).sum());
    for (word, weight) in &words {
        left -= weight;
        if left <= 0 {
            return word;
        }
    }
    words[0].0
}

const SKINS: [Rgb; 11] = [
    Rgb(250, 224, 206),
    Rgb(243, 209, 185),
    Rgb(233, 193, 163),
    Rgb(222, 177, 142),
    Rgb(207, 157, 120),
    Rgb(188, 136, 98),
    Rgb(164, 113, 79),
    Rgb(138, 92, 63),
    Rgb(112, 73, 50),
    Rgb(88, 57, 41),
    Rgb(70, 45, 34),
];

fn skin(chance: &mut Chance, look: &Look) -> Rgb {
    let (low, high) = look["skin"].split_once('-').unwrap_or(("2", "4"));
    let at = chance.within(low.parse().unwrap_or(2.0), high.parse().unwrap_or(4.0)).clamp(0.0, 9.99);
    let step = at as usize;
    let mixed = SKINS[step].towards(SKINS[step + 1], at - step as f32);
    let warm = chance.pick([Rgb(240, 180, 120), Rgb(230, 150, 140), Rgb(200, 150, 110)]);
    mixed.towards(warm, chance.within(0.0, 0.07))
}

fn face(chance: &mut Chance, look: &Look, sex: Sex, age: u8, skin: Rgb) -> Face {
    let broad = if skin.brightness() < 0.5 || look["fold"].starts_with("0.") { 1.06 } else { 0.97 };
    let full = if skin.brightness() < 0.45 { 1.32 } else { 1.0 };
    let made_up = sex == Sex::Female && chance.likely(0.6);
    let shades = [Rgb(170, 44, 60), Rgb(186, 72, 78), Rgb(150, 50, 56), Rgb(196, 92, 92), Rgb(128, 40, 58)];
    Face {
        width: chance.within(0.94, 1.05),
        jaw: chance.within(0.93, 1.07),
        chin: chance.within(0.94, 1.06),
        nose_width: broad * chance.within(0.9, 1.12) * if sex == Sex::Female { 0.92 } else { 1.04 },
        nose_length: chance.within(0.92, 1.1),
        mouth_width: chance.within(0.9, 1.1),
        lips: full
            * chance.within(0.82, 1.18)
            * if sex == Sex::Female { 1.1 } else { 0.92 }
            * (1.0 - f32::from(age.max(45) - 45) * 0.006),
        smile: chance.within(0.0, 1.0),
        brow_weight: chance.within(0.8, 1.2) * if sex == Sex::Female { 0.78 } else { 1.1 },
        brow_arch: chance.within(0.5, 1.3) * if sex == Sex::Female { 1.15 } else { 0.8 },
        lipstick: made_up.then(|| chance.pick(shades)),
    }
}

fn eyes(chance: &mut Chance, look: &Look, sex: Sex) -> Eyes {
    let browns = [Rgb(74, 46, 28), Rgb(92, 60, 36), Rgb(58, 36, 24), Rgb(110, 76, 44)];
    let iris = match word(chance, look["eyes"]) {
        "blue" => chance.pick([Rgb(92, 130, 166), Rgb(110, 148, 176), Rgb(78, 112, 148)]),
        "green" => chance.pick([Rgb(104, 124, 84), Rgb(122, 126, 78)]),
        "grey" => chance.pick([Rgb(122, 134, 142), Rgb(104, 118, 126)]),
        _ => chance.pick(browns),
    };
    let fold: f32 = look["fold"].parse().unwrap_or(0.0);
    Eyes {
        iris,
        size: chance.within(0.92, 1.08) * if sex == Sex::Female { 1.1 } else { 0.97 },
        tilt: chance.within(0.0, 4.0) + 3.0 * fold,
        fold: if fold > 0.0 && chance.likely(f64::from(fold)) {
            chance.within(0.6, 1.0)
        } else {
            chance.within(0.0, 0.35)
        },
        apart: chance.within(0.96, 1.05),
    }
}

fn hair(chance: &mut Chance, look: &Look, sex: Sex, age: u8) -> Hair {
    let colour = match word(chance, look["hair"]) {
        "blond" => chance.pick([Rgb(196, 160, 104), Rgb(176, 138, 86), Rgb(212, 180, 128)]),
        "red" => chance.pick([Rgb(140, 72, 40), Rgb(158, 86, 48)]),
        "brown" => chance.pick([Rgb(96, 66, 44), Rgb(112, 78, 52), Rgb(82, 56, 40)]),
        "dark" => chance.pick([Rgb(58, 42, 34), Rgb(50, 36, 30)]),
        _ => chance.pick([Rgb(30, 26, 28), Rgb(36, 30, 30), Rgb(26, 24, 28)]),
    };
    let texture = word(chance, look["texture"]);
    let old = (f64::from(age) - 38.0).max(0.0) / 30.0;
    let dyed = sex == Sex::Female && chance.likely(0.55) || chance.likely(0.12);
    let grey = if dyed { old * 0.12 } else { old * f64::from(chance.within(0.5, 1.35)) };
    Hair {
        cut: if sex == Sex::Female { womens_cut(chance, texture, age) } else { mens_cut(chance, texture, age) },
        colour,
        grey: (grey as f32).clamp(0.0, 0.96),
        parting: chance.pick([-1.0, -0.7, 0.7, 1.0]),
        grain: chance.between(0, 1_000_000) as u32,
    }
}

fn mens_cut(chance: &mut Chance, texture: &str, age: u8) -> Cut {
    let thinning = f64::from(age.max(32) - 32) / 75.0;
    if chance.likely(thinning) {
        return match texture {
            "coily" => chance.weighted([(Cut::Bald, 4), (Cut::Cropped, 4), (Cut::Wreath, 1)]),
            _ => chance.weighted([(Cut::Receding, 5), (Cut::Wreath, 3), (Cut::Bald, 2)]),
        };
    }
    match texture {
        "coily" => chance.weighted([(Cut::Coils, 5), (Cut::Cropped, 5), (Cut::Bald, 1)]),
        "curly" => chance.weighted([(Cut::Curls, 6), (Cut::Cropped, 2), (Cut::SidePart, 2)]),
        "wavy" => chance.weighted([(Cut::SidePart, 5), (Cut::SweptBack, 4), (Cut::Curls, 1), (Cut::Cropped, 1)]),
        _ => chance.weighted([(Cut::SidePart, 6), (Cut::SweptBack, 2), (Cut::Fringe, 2), (Cut::Cropped, 2)]),
    }
}

fn womens_cut(chance: &mut Chance, texture: &str, age: u8) -> Cut {
    if age > 50 && texture != "coily" && chance.likely(0.55) {
        return chance.weighted([(Cut::Pixie, 3), (Cut::Bob, 4), (Cut::Bun, 2), (Cut::PulledBack, 1)]);
    }
    match texture {
        "coily" => {
            chance.weighted([(Cut::Braids, 4), (Cut::PulledBack, 3), (Cut::Afro, 2), (Cut::Coils, 2), (Cut::Long, 1)])
        }
        "curly" => chance.weighted([(Cut::CurlyLong, 5), (Cut::PulledBack, 2), (Cut::Bun, 2), (Cut::LongWavy, 2)]),
        "wavy" => chance.weighted([(Cut::LongWavy, 5), (Cut::Bob, 3), (Cut::PulledBack, 2), (Cut::Bun, 2)]),
        _ => chance.weighted([
            (Cut::Long, 4),
            (Cut::Bob, 4),
            (Cut::BobFringe, 2),
            (Cut::PulledBack, 3),
            (Cut::Bun, 2),
            (Cut::Pixie, 1),
        ]),
    }
}

fn beard(chance: &mut Chance, look: &Look, age: u8, cover: Cover) -> Beard {
    if matches!(cover, Cover::Turban(_)) {
        return Beard::Full;
    }
    let share: f64 = look["beard"].parse().unwrap_or(20.0);
    if !chance.likely(share / 100.0) {
        return if chance.likely(share / 400.0) {
            Beard::Moustache
        } else if chance.likely(share / 150.0) {
            Beard::Stubble
        } else {
            Beard::None
        };
    }
    let full = if age > 50 { 2 } else { 1 };
    chance.weighted([
        (Beard::Short, 5),
        (Beard::Moustache, 2),
        (Beard::Goatee, 2),
        (Beard::Stubble, 3),
        (Beard::Full, full),
    ])
}
