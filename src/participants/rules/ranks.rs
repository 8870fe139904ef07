//! Which ranks for protocol a delegation may claim: the highest spare somebody their papers, so only those who have them may.

use crate::delegations::DelegationKind;
use crate::participants::model::ProtocolRank;

/// The ranks that people of a delegation of this kind can hold, highest first. States, territories, the Union and observers have
/// heads and ministers; organisations of States have envoys; others have directors. The secretariat corrects to any.
pub fn ranks_of(kind: DelegationKind) -> &'static [ProtocolRank] {
    use DelegationKind::{
        Academia, Company, EuropeanUnion, Host, Intergovernmental, Media, Ngo, Observer, Secretariat, State, Territory,
        UnBody,
    };
    use ProtocolRank::{Ambassador, Director, Minister, Other, ViceMinister};
    match kind {
        State | Territory | EuropeanUnion | Observer | Host => ProtocolRank::ALL,
        // Their heads rank with ministers and vice-ministers.
        Intergovernmental | UnBody | Secretariat => &[Minister, ViceMinister, Ambassador, Director, Other],
        Ngo | Academia | Company | Media => &[Director, Other],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_represents_a_people_may_lack_papers_by_rank() {
        let spared = |rank: &ProtocolRank| *rank <= ProtocolRank::ViceHead;
        for kind in DelegationKind::ALL {
            let entity = kind.is_entity() || matches!(kind, DelegationKind::Observer | DelegationKind::Host);
            assert_eq!(ranks_of(*kind).iter().any(spared), entity, "{kind}");
            assert!(ranks_of(*kind).contains(&ProtocolRank::Other), "{kind}");
        }
    }
}
