//! The tree of areas. Being in an area is being in every area that encloses it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::hash::Hash;

/// What an area is called by: its id in the product, a short word in the tests.
pub trait AreaKey: Copy + Ord + Hash + Debug {}
impl<T: Copy + Ord + Hash + Debug> AreaKey for T {}

/// The areas of one conference, each with the area that encloses it.
#[derive(Debug, Clone)]
pub struct Places<A: AreaKey> {
    parents: BTreeMap<A, Option<A>>,
}

impl<A: AreaKey> Places<A> {
    pub fn new(areas: impl IntoIterator<Item = (A, Option<A>)>) -> Self {
        Self { parents: areas.into_iter().collect() }
    }

    pub fn parent(&self, area: A) -> Option<A> {
        self.parents.get(&area).copied().flatten()
    }

    pub fn all(&self) -> impl Iterator<Item = A> + '_ {
        self.parents.keys().copied()
    }

    /// The area itself and everything that encloses it, from the inside outwards. The walk is as long as the tree has areas at
    /// most, so that a ring made by a wrong import cannot hang a gate.
    pub fn enclosing(&self, area: A) -> impl Iterator<Item = A> + '_ {
        std::iter::successors(Some(area), |area| self.parent(*area)).take(self.parents.len().max(1))
    }

    /// Whether somebody whose innermost area is `at` is in `area`. Nobody outside is in any area.
    pub fn within(&self, at: Option<A>, area: A) -> bool {
        at.is_some_and(|at| self.enclosing(at).any(|outer| outer == area))
    }
}
