//! Clothes, scarves and glasses to choose from, with their colours.

use super::easel::Rgb;
use super::likeness::{Cover, Dress, Glasses};
use crate::console::demo::chance::Chance;

pub fn cover(chance: &mut Chance, word: &str) -> Cover {
    let scarf = [
        Rgb(58, 72, 96),
        Rgb(104, 58, 70),
        Rgb(196, 186, 172),
        Rgb(70, 92, 84),
        Rgb(40, 40, 46),
        Rgb(150, 124, 112),
        Rgb(222, 216, 206),
        Rgb(92, 74, 106),
        Rgb(122, 140, 152),
    ];
    let bright =
        [Rgb(156, 60, 40), Rgb(36, 82, 110), Rgb(190, 132, 40), Rgb(72, 96, 54), Rgb(98, 48, 92), Rgb(30, 94, 92)];
    match word {
        "hijab" => Cover::Hijab(chance.pick(scarf)),
        "loose" => Cover::Loose(chance.pick(scarf)),
        "wrap" => {
            Cover::Wrap(chance.pick(bright), chance.pick([Rgb(232, 190, 96), Rgb(236, 226, 206), Rgb(222, 128, 60)]))
        }
        "turban" => Cover::Turban(chance.pick([
            Rgb(36, 46, 84),
            Rgb(122, 34, 44),
            Rgb(28, 30, 36),
            Rgb(190, 120, 44),
            Rgb(86, 96, 104),
            Rgb(70, 44, 80),
        ])),
        "ghutra" => Cover::Ghutra { checked: chance.likely(0.45) },
        "cap" => Cover::Cap(
            chance.pick([Rgb(240, 236, 226), Rgb(40, 52, 84), Rgb(96, 40, 40), Rgb(34, 36, 38), Rgb(60, 88, 66)]),
            chance.pick([Rgb(206, 170, 92), Rgb(222, 214, 196), Rgb(140, 150, 160)]),
        ),
        "songkok" => Cover::Songkok,
        _ => Cover::None,
    }
}

pub fn glasses(chance: &mut Chance, age: u8) -> Glasses {
    if !chance.likely(0.16 + f64::from(age) * 0.004) {
        return Glasses::None;
    }
    chance.weighted([(Glasses::Square, 4), (Glasses::Round, 2), (Glasses::Fine, 4)])
}

pub fn dress(chance: &mut Chance, word: &str, age: u8) -> Dress {
    let suits = [
        Rgb(34, 42, 62),
        Rgb(44, 46, 52),
        Rgb(28, 30, 36),
        Rgb(62, 66, 74),
        Rgb(40, 52, 74),
        Rgb(70, 62, 56),
        Rgb(50, 58, 56),
    ];
    let shirts = [Rgb(247, 246, 243), Rgb(244, 243, 240), Rgb(214, 226, 240), Rgb(238, 232, 226), Rgb(230, 222, 236)];
    let ties = [
        Rgb(122, 30, 42),
        Rgb(34, 58, 104),
        Rgb(40, 84, 70),
        Rgb(88, 44, 84),
        Rgb(160, 110, 48),
        Rgb(58, 60, 70),
        Rgb(140, 62, 40),
        Rgb(70, 110, 150),
    ];
    let jackets = [
        Rgb(34, 40, 58),
        Rgb(36, 34, 38),
        Rgb(110, 42, 52),
        Rgb(64, 84, 96),
        Rgb(196, 186, 172),
        Rgb(58, 70, 60),
        Rgb(84, 62, 92),
        Rgb(150, 92, 76),
        Rgb(86, 88, 94),
    ];
    let blouses = [
        Rgb(245, 243, 238),
        Rgb(232, 214, 204),
        Rgb(206, 218, 228),
        Rgb(46, 44, 50),
        Rgb(196, 160, 150),
        Rgb(168, 52, 62),
    ];
    let silks = [
        Rgb(150, 40, 52),
        Rgb(36, 84, 120),
        Rgb(34, 98, 82),
        Rgb(112, 58, 120),
        Rgb(196, 140, 60),
        Rgb(46, 56, 104),
        Rgb(206, 120, 120),
        Rgb(232, 226, 214),
    ];
    let prints =
        [Rgb(120, 72, 40), Rgb(40, 62, 96), Rgb(112, 40, 44), Rgb(36, 92, 84), Rgb(74, 50, 80), Rgb(40, 42, 48)];
    let gold = Rgb(206, 168, 84);
    match word {
        "open" => Dress::OpenSuit { cloth: chance.pick(suits), shirt: chance.pick(shirts) },
        "blazer" => Dress::Blazer {
            cloth: chance.pick(jackets),
            blouse: chance.pick(blouses),
            necklace: age > 34 && chance.likely(0.35),
        },
        "round" => Dress::RoundNeck { cloth: chance.pick(jackets), necklace: chance.likely(0.45) },
        "stand" => Dress::StandCollar {
            cloth: chance.pick(suits),
            trim: chance.pick([gold, Rgb(60, 62, 70), Rgb(150, 150, 152)]),
        },
        "aodai" => Dress::AoDai {
            cloth: chance.pick(silks),
            flowers: chance.pick([gold, Rgb(240, 226, 214), Rgb(222, 150, 160)]),
        },
        "sari" => {
            Dress::Sari { cloth: chance.pick(silks), border: chance.pick([gold, Rgb(222, 190, 120), Rgb(150, 34, 50)]) }
        }
        "robe" => Dress::Robe {
            cloth: chance.pick([
                Rgb(240, 236, 228),
                Rgb(44, 64, 100),
                Rgb(60, 60, 64),
                Rgb(120, 150, 176),
                Rgb(98, 46, 56),
                Rgb(62, 92, 76),
                Rgb(36, 34, 40),
            ]),
            thread: chance.pick([gold, Rgb(226, 220, 206), Rgb(176, 188, 200)]),
        },
        "thobe" => Dress::Thobe {
            cloak: chance.likely(0.4).then(|| chance.pick([Rgb(30, 26, 26), Rgb(74, 52, 36), Rgb(120, 98, 72)])),
        },
        "printed" => Dress::Printed {
            cloth: chance.pick(prints),
            print: chance.pick([Rgb(226, 190, 120), Rgb(232, 220, 200), Rgb(210, 110, 70), Rgb(120, 170, 170)]),
            collar: chance.likely(0.7),
        },
        "barong" => Dress::Printed { cloth: Rgb(240, 233, 214), print: Rgb(216, 202, 170), collar: true },
        "guayabera" => Dress::Printed { cloth: Rgb(242, 241, 236), print: Rgb(232, 230, 224), collar: true },
        "shawl" => Dress::Shawl {
            cloth: chance.pick([Rgb(240, 236, 228), Rgb(44, 48, 60), Rgb(110, 60, 60)]),
            border: chance.pick([Rgb(150, 40, 44), Rgb(44, 96, 74), gold, Rgb(52, 70, 128)]),
        },
        "clerical" => Dress::Clerical,
        _ => Dress::Suit {
            cloth: chance.pick(suits),
            shirt: chance.pick(shirts),
            tie: chance.pick(ties),
            striped: chance.likely(0.3),
        },
    }
}
