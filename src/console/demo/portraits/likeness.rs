//! What a drawn person looks like: every choice that a portrait needs, and nothing of how it is drawn.

use super::easel::Rgb;
use crate::console::demo::names::Sex;

/// Everything that can be seen of a person.
#[derive(Clone, Debug)]
pub struct Appearance {
    pub sex: Sex,
    pub age: u8,
    pub skin: Rgb,
    pub face: Face,
    pub eyes: Eyes,
    pub hair: Hair,
    pub beard: Beard,
    pub cover: Cover,
    pub glasses: Glasses,
    pub earrings: Option<Rgb>,
    pub dress: Dress,
    pub background: Rgb,
    /// Tilt in degrees, size, and shift to the side: nobody sits exactly like the other.
    pub pose: (f32, f32, f32),
}

/// Proportions, each 1.0 for the middle of what people look like.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    pub width: f32,
    pub jaw: f32,
    pub chin: f32,
    pub nose_width: f32,
    pub nose_length: f32,
    pub mouth_width: f32,
    pub lips: f32,
    /// From 0, serious, to 1, a friendly look with closed lips.
    pub smile: f32,
    pub brow_weight: f32,
    pub brow_arch: f32,
    /// Colour on the lips, over their own.
    pub lipstick: Option<Rgb>,
}

#[derive(Clone, Copy, Debug)]
pub struct Eyes {
    pub iris: Rgb,
    pub size: f32,
    /// How far the outer corners are raised, in pixels of the master.
    pub tilt: f32,
    /// From 0, a deep crease over the eye, to 1, a smooth lid.
    pub fold: f32,
    pub apart: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    Bald,
    /// Bald on top, hair at the sides.
    Wreath,
    Cropped,
    SidePart,
    SweptBack,
    Fringe,
    Receding,
    Curls,
    Coils,
    Pixie,
    Bob,
    BobFringe,
    Long,
    LongWavy,
    PulledBack,
    Bun,
    CurlyLong,
    Afro,
    Braids,
}

#[derive(Clone, Copy, Debug)]
pub struct Hair {
    pub cut: Cut,
    /// As grown, before age.
    pub colour: Rgb,
    /// From 0 to 1, white.
    pub grey: f32,
    /// Parted on the left for -1, on the right for 1.
    pub parting: f32,
    /// What makes one head of hair differ from the next of the same cut.
    pub grain: u32,
}

impl Hair {
    /// The colour it has now.
    pub fn tone(&self) -> Rgb {
        self.colour.towards(Rgb(200, 199, 198), self.grey)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beard {
    None,
    Stubble,
    Moustache,
    Goatee,
    Short,
    Full,
}

/// What is worn on the head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cover {
    None,
    /// A headscarf drawn close round the face.
    Hijab(Rgb),
    /// A scarf laid loosely over the hair.
    Loose(Rgb),
    /// A wrapped cloth of West and East Africa.
    Wrap(Rgb, Rgb),
    Turban(Rgb),
    /// The cloth of the Gulf with its cord; red-checked or white.
    Ghutra {
        checked: bool,
    },
    /// A low round cap, embroidered.
    Cap(Rgb, Rgb),
    Songkok,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glasses {
    None,
    Round,
    Square,
    Fine,
}

/// What is worn: the first colour is the outer cloth, the second what shows under it or adorns it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Dress {
    /// Jacket, shirt and tie.
    Suit {
        cloth: Rgb,
        shirt: Rgb,
        tie: Rgb,
        striped: bool,
    },
    /// Jacket and open shirt.
    OpenSuit {
        cloth: Rgb,
        shirt: Rgb,
    },
    /// A woman's jacket over a round-necked blouse.
    Blazer {
        cloth: Rgb,
        blouse: Rgb,
        necklace: bool,
    },
    RoundNeck {
        cloth: Rgb,
        necklace: bool,
    },
    /// A closed jacket with a standing collar.
    StandCollar {
        cloth: Rgb,
        trim: Rgb,
    },
    /// The Vietnamese long dress, with its high collar.
    AoDai {
        cloth: Rgb,
        flowers: Rgb,
    },
    Sari {
        cloth: Rgb,
        border: Rgb,
    },
    /// A wide robe, embroidered at the neck.
    Robe {
        cloth: Rgb,
        thread: Rgb,
    },
    /// The long white shirt of the Gulf, under a cloak or without.
    Thobe {
        cloak: Option<Rgb>,
    },
    /// A patterned shirt: batik, bula, barong.
    Printed {
        cloth: Rgb,
        print: Rgb,
        collar: bool,
    },
    /// A jacket with a shawl of white cotton and its coloured border.
    Shawl {
        cloth: Rgb,
        border: Rgb,
    },
    /// Black with a clerical collar.
    Clerical,
}
