//! Rows of halls and stands.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::ids::{DelegationId, HallId, StandId};
use crate::language::Localized;
use crate::schema::{hall, stand};

/// A hall that stands are in.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = hall)]
pub struct Hall {
    pub id: HallId,
    pub code: String,
    pub name: Localized,
}

/// A numbered place in a hall.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = stand)]
pub struct Stand {
    pub id: StandId,
    pub hall_id: HallId,
    pub number: String,
    pub square_metres: f64,
    pub power_watts: i32,
    pub holder_id: Option<DelegationId>,
    pub headline: Localized,
    pub description: Localized,
    pub set_up_from: Option<Moment>,
    pub set_up_until: Option<Moment>,
    pub dismantle_from: Option<Moment>,
    pub dismantle_until: Option<Moment>,
    pub version: i32,
}
