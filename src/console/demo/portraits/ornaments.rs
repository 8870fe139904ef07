//! Glasses and earrings.

use super::easel::{Easel, MIDDLE, Rgb, blob, curve, oval};
use super::likeness::{Appearance, Glasses};

pub fn earrings(easel: &mut Easel, person: &Appearance) {
    let Some(metal) = person.earrings else { return };
    for side in [-1.0, 1.0] {
        let at = (MIDDLE + side * 117.0 * person.face.width, 399.0);
        easel.fill(&oval((at.0, at.1 + 3.0), (4.6, 5.6)), metal.darker(0.3), 1.0);
        easel.fill(&oval((at.0 - 0.6, at.1 + 2.4), (3.6, 4.4)), metal, 1.0);
        easel.fill(&oval((at.0 - 1.6, at.1 + 1.0), (1.4, 1.6)), Rgb(255, 255, 255), 0.9);
    }
}

pub fn glasses(easel: &mut Easel, person: &Appearance) {
    let (rim, width) = match person.glasses {
        Glasses::None => return,
        Glasses::Round => (Rgb(60, 44, 34), 4.0),
        Glasses::Square => (Rgb(28, 26, 30), 5.0),
        Glasses::Fine => (Rgb(126, 112, 92), 2.6),
    };
    let apart = 49.0 * person.eyes.apart * person.face.width;
    for side in [-1.0, 1.0] {
        let x = |offset: f32| MIDDLE + side * offset;
        let frame = match person.glasses {
            Glasses::Square => blob(&[
                (x(apart - 38.0), 322.0),
                (x(apart - 36.0), 319.0),
                (x(apart), 317.0),
                (x(apart + 38.0), 319.0),
                (x(apart + 41.0), 324.0),
                (x(apart + 38.0), 352.0),
                (x(apart + 28.0), 362.0),
                (x(apart - 20.0), 363.0),
                (x(apart - 34.0), 352.0),
            ]),
            _ => oval((x(apart), 342.0), (37.0, 29.0)),
        };
        easel.fill(&frame, Rgb(255, 255, 255), 0.07);
        easel.line(&curve(&[(x(apart - 20.0), 330.0), (x(apart - 10.0), 324.0)]), 3.0, Rgb(255, 255, 255), 0.4);
        easel.line(&frame, width, rim, 0.95);
        easel.line(&curve(&[(x(apart + 38.0), 332.0), (x(113.0 * person.face.width), 337.0)]), width * 0.8, rim, 0.9);
    }
    easel.line(
        &curve(&[(MIDDLE - apart + 37.0, 336.0), (MIDDLE, 329.0), (MIDDLE + apart - 37.0, 336.0)]),
        width,
        rim,
        0.95,
    );
}
