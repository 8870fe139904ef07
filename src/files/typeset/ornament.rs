//! Security printing by formula: bands and rosettes of fine lines, each seed its own. An ornament, never behind text
//! that must be read; a copier thickens it, which is what it is for.

use std::f32::consts::{PI, TAU};

use super::Pen;

/// A band of interwoven waves over `width` x `height` millimetres, its upper left corner at `x`, `y`.
pub fn guilloche(x: f32, y: f32, width: f32, height: f32, lines: u32, seed: u32) -> Pen {
    let [slow, fast, beat, phase] = tuning(seed);
    let (long, short, swell) = (TAU / (44.0 + 16.0 * slow), TAU / (13.0 + 4.0 * fast), TAU / (61.0 + 23.0 * beat));
    let mut pen = Pen::new();
    for line in 0..lines {
        let turn = PI * line as f32 / lines as f32;
        let wave = |t: f32| {
            let body = 0.60 * (long * t + turn + TAU * phase).sin();
            let lace = 0.40 * (short * t + 2.0 * turn).sin() * (0.6 + 0.4 * (swell * t).cos());
            y + height * (0.5 + 0.5 * (body + lace))
        };
        curve(&mut pen, 0.0, width, (width / 1.5).ceil() as usize, |t| (x + t, wave(t)));
    }
    pen
}

/// A rosette of closed curves around `x`, `y` within `radius` millimetres.
pub fn rosette(x: f32, y: f32, radius: f32, lines: u32, seed: u32) -> Pen {
    let [petals, depth, twist, _] = tuning(seed);
    let petals = 7.0 + (petals * 5.0).floor();
    let mut pen = Pen::new();
    for line in 0..lines {
        let turn = TAU * line as f32 / lines as f32;
        let point = |t: f32| {
            let bloom = (petals * t + turn).sin() * (0.20 + 0.08 * depth);
            let inner = (petals * 2.0 * t - turn * (1.0 + (twist * 2.0).floor())).cos() * 0.10;
            let reach = radius * (0.64 + bloom + inner);
            (x + reach * t.cos(), y + reach * t.sin())
        };
        curve(&mut pen, 0.0, TAU, petals as usize * 14, point);
    }
    pen
}

/// Four numbers in 0..1 from a seed.
fn tuning(seed: u32) -> [f32; 4] {
    std::array::from_fn(|at| {
        let mixed = (seed ^ 0x9e37_79b9).wrapping_mul(0x85eb_ca6b).wrapping_add((at as u32).wrapping_mul(0xc2b2_ae35));
        let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2c1b_3c6d);
        ((mixed ^ (mixed >> 13)) >> 8) as f32 / (1 << 24) as f32
    })
}

/// A smooth curve through `steps` + 1 points, each cubic taking its tangents from differences.
fn curve(pen: &mut Pen, from: f32, to: f32, steps: usize, point: impl Fn(f32) -> (f32, f32)) {
    let step = (to - from) / steps as f32;
    let tangent = |t: f32| {
        let (before, after) = (point(t - step / 16.0), point(t + step / 16.0));
        ((after.0 - before.0) * 8.0 / 3.0, (after.1 - before.1) * 8.0 / 3.0)
    };
    let mut here = point(from);
    let mut slope = tangent(from);
    pen.move_to(here.0, here.1);
    for at in 1..=steps {
        let t = from + step * at as f32;
        let (next, ahead) = (point(t), tangent(t));
        let (one, two) = ((here.0 + slope.0, here.1 + slope.1), (next.0 - ahead.0, next.1 - ahead.1));
        pen.cubic_to(one, two, next);
        (here, slope) = (next, ahead);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_seed_is_another_ornament() {
        assert_ne!(tuning(1), tuning(2));
        assert!(tuning(7).iter().all(|value| (0.0..1.0).contains(value)));
    }
}
