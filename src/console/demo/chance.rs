//! Chance that can be repeated: the same seed, purpose and number always give the same throw.
//!
//! Every person, portrait and organisation draws from a stream of its own, named by what it is for. So a person looks the same
//! however many others are made before, and work can be spread over threads in any order.

use rand::rngs::ChaCha8Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use sha2::{Digest, Sha256};

/// A stream of chance for one purpose.
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream number `which` for `purpose` under the demonstration's `seed`.
    pub fn of(seed: u64, purpose: &str, which: u64) -> Self {
        let mut digest = Sha256::new();
        digest.update(seed.to_be_bytes());
        digest.update(which.to_be_bytes());
        digest.update(purpose.as_bytes());
        Self(ChaCha8Rng::from_seed(digest.finalize().into()))
    }

    /// True with probability `p`.
    pub fn likely(&mut self, p: f64) -> bool {
        self.0.random_bool(p.clamp(0.0, 1.0))
    }

    /// A whole number from `low` to `high`, both possible.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0.random_range(low..=high.max(low))
    }

    /// A place in a list of `len` entries; 0 for an empty one.
    pub fn place(&mut self, len: usize) -> usize {
        if len == 0 { 0 } else { self.0.random_range(0..len) }
    }

    /// A number from `low` up to `high`.
    pub fn within(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.0.random::<f32>()
    }

    /// Around `middle`, rarely further than twice `spread`: the sum of three even throws.
    pub fn around(&mut self, middle: f64, spread: f64) -> f64 {
        let sum: f64 = (0..3).map(|_| self.0.random::<f64>() - 0.5).sum();
        middle + sum * 2.0 * spread
    }

    /// One of `items`; `None` only of nothing.
    pub fn choice<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.choose(&mut self.0)
    }

    /// One of a fixed list that has at least one entry.
    pub fn pick<T: Copy, const N: usize>(&mut self, items: [T; N]) -> T {
        const { assert!(N > 0) }
        items[self.place(N)]
    }

    /// One of a fixed list, each as likely as its weight says.
    pub fn weighted<T: Copy, const N: usize>(&mut self, items: [(T, u32); N]) -> T {
        const { assert!(N > 0) }
        let mut left = self.between(1, items.iter().map(|(_, weight)| i64::from(*weight)).sum());
        for (item, weight) in items {
            left -= i64::from(weight);
            if left <= 0 {
                return item;
            }
        }
        items[N - 1].0
    }

    /// Puts `items` into a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        items.shuffle(&mut self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn throws(mut chance: Chance) -> Vec<i64> {
        (0..20).map(|_| chance.between(0, 1_000_000)).collect()
    }

    #[test]
    fn the_same_seed_purpose_and_number_repeat_and_any_other_differs() {
        let first = throws(Chance::of(7, "person", 1));
        assert_eq!(first, throws(Chance::of(7, "person", 1)));
        assert_ne!(first, throws(Chance::of(8, "person", 1)));
        assert_ne!(first, throws(Chance::of(7, "person", 2)));
        assert_ne!(first, throws(Chance::of(7, "face", 1)));
    }

    #[test]
    fn weights_are_kept() {
        let mut chance = Chance::of(1, "weights", 0);
        let heavy = (0..1000).filter(|_| chance.weighted([(true, 9), (false, 1)])).count();
        assert!((850..950).contains(&heavy), "{heavy}");
        assert!((0..100).all(|_| chance.weighted([(true, 1), (false, 0)])));
    }
}
