//! Proofs of being at a conference: as anybody, or on a duty. A stranger gets "not found", so that existence does not leak.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use super::model::{Conference, DutyKind};
use super::queries;
use crate::accounts::{Anyone, SignedIn, Someone};
use crate::db::Pool;
use crate::ids::{AccountId, ConferenceId};
use crate::language::Language;
use crate::web::{Answer, NavItem, Page, Problem, Visit};

/// A right at a conference, by the duties that carry it.
pub trait Duty: 'static {
    fn allows(kind: DutyKind) -> bool;
}

macro_rules! duties {
    ($($(#[$doc:meta])* $name:ident: $($kind:ident)|+;)*) => {$(
        $(#[$doc])*
        pub struct $name;

        impl Duty for $name {
            fn allows(kind: DutyKind) -> bool {
                matches!(kind, $(DutyKind::$kind)|+)
            }
        }
    )*};
}

duties! {
    Organiser: Organiser;
    AccreditationOfficer: AccreditationOfficer;
    SecurityAuthority: SecurityAuthority;
    PassDesk: PassDesk;
    /// Gate staff and their supervisors.
    GateStaff: GateStaff | GateSupervisor;
    GateSupervisor: GateSupervisor;
    /// Organisers keep the programme, too.
    ProgrammeManager: ProgrammeManager | Organiser;
    /// Organisers allot stands, too.
    ExhibitionManager: ExhibitionManager | Organiser;
}

/// Anybody on duty, whatever it is.
pub struct AnyDuty;

impl Duty for AnyDuty {
    fn allows(_: DutyKind) -> bool {
        true
    }
}

/// Reading what a duty works on: the duty itself, organisers and observers.
pub struct Reading<D>(PhantomData<D>);

impl<D: Duty> Duty for Reading<D> {
    fn allows(kind: DutyKind) -> bool {
        D::allows(kind) || matches!(kind, DutyKind::Organiser | DutyKind::Observer)
    }
}

/// Somebody on a duty at the conference of the address (`{conference}`).
pub struct OnDuty<D: Duty> {
    signed_in: SignedIn,
    conference: Conference,
    duties: Vec<DutyKind>,
    duty: PhantomData<D>,
}

impl<D: Duty> OnDuty<D> {
    pub fn account(&self) -> AccountId {
        self.signed_in.account()
    }

    pub fn someone(&self) -> &Someone {
        self.signed_in.someone()
    }

    pub fn conference(&self) -> &Conference {
        &self.conference
    }

    pub fn conference_id(&self) -> ConferenceId {
        self.conference.id
    }

    pub fn visit(&self) -> &Visit {
        self.signed_in.visit()
    }

    pub fn language(&self) -> Language {
        self.visit().language()
    }

    /// Whether they have this duty, too.
    pub fn has(&self, kind: DutyKind) -> bool {
        self.duties.contains(&kind)
    }

    /// Whether their duties carry another right, too.
    pub fn holds<Other: Duty>(&self) -> bool {
        self.duties.iter().any(|duty| Other::allows(*duty))
    }

    /// The address of a page of this conference: `path("/settings")`.
    pub fn path(&self, rest: &str) -> String {
        format!("/{}{rest}", self.conference.slug)
    }

    /// A page of the staff desk, with the ways that the person's duties open.
    pub fn page(&self, title: impl Into<String>) -> Page {
        let nav = nav(&self.conference.slug, &self.duties, self.visit());
        self.signed_in.page(title).with_conference(self.conference.line(self.language())).with_nav(nav)
    }
}

/// Where each way leads, its label, and who needs it.
const WAYS: &[(&str, &str, fn(DutyKind) -> bool)] = &[
    ("/desk", "nav-overview", AnyDuty::allows),
    ("/delegations", "nav-delegations", Reading::<Organiser>::allows),
    ("/participants", "nav-participants", Reading::<AccreditationOfficer>::allows),
    ("/files", "nav-files", |duty| {
        Reading::<AccreditationOfficer>::allows(duty) || duty == DutyKind::SecurityAuthority
    }),
    ("/pass-desk", "nav-pass-desk", PassDesk::allows),
    ("/gates", "nav-gates", Reading::<GateStaff>::allows),
    // Only for whom the gates themselves are shut: others find these pages there.
    ("/gates/attention", "nav-attention", |kind| {
        matches!(kind, DutyKind::AccreditationOfficer | DutyKind::SecurityAuthority)
    }),
    ("/gates/passes", "nav-passes", |kind| matches!(kind, DutyKind::ProgrammeManager)),
    ("/programme/manage", "nav-programme", Reading::<ProgrammeManager>::allows),
    ("/stands/manage", "nav-stands", Reading::<ExhibitionManager>::allows),
    ("/mails", "nav-mails", Reading::<Organiser>::allows),
    ("/settings", "nav-settings", Reading::<Organiser>::allows),
];

fn nav(slug: &str, duties: &[DutyKind], visit: &Visit) -> Vec<NavItem> {
    let path = visit.path().split('?').next().unwrap_or_default();
    let open = |allows: &fn(DutyKind) -> bool| duties.iter().any(|duty| allows(*duty));
    let lies_in = |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'));
    let is_found_elsewhere = |way: &str| WAYS.iter().any(|(rest, _, allows)| lies_in(way, rest) && open(allows));
    WAYS.iter()
        .filter(|(rest, _, allows)| open(allows) && !is_found_elsewhere(rest))
        .map(|(rest, label, _)| {
            let href = format!("/{slug}{rest}");
            let current = path == href || path.starts_with(&format!("{href}/"));
            NavItem { href, label: visit.language().t(label), current }
        })
        .collect()
}

fn slug_of(request: &HttpRequest) -> Answer<String> {
    request.match_info().get("conference").map(ToOwned::to_owned).ok_or(Problem::NotFound)
}

fn pool_of(request: &HttpRequest) -> Answer<Data<Pool>> {
    request.app_data::<Data<Pool>>().cloned().ok_or_else(|| Problem::broken("the application was built without a pool"))
}

impl<D: Duty> FromRequest for OnDuty<D> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let signed_in = SignedIn::extract(&request).await?;
            let mut connection = pool_of(&request)?.get().await?;
            let conference = queries::conference_by_slug(&mut connection, &slug_of(&request)?).await?;
            let duties = queries::duties_of(&mut connection, conference.id, signed_in.account()).await?;
            if !duties.iter().any(|duty| D::allows(*duty)) {
                return Err(Problem::NotFound);
            }
            Ok(Self { signed_in, conference, duties, duty: PhantomData })
        })
    }
}

/// Anybody at the conference of the address: its public pages.
pub struct AtConference {
    anyone: Anyone,
    conference: Conference,
}

impl AtConference {
    pub fn conference(&self) -> &Conference {
        &self.conference
    }

    pub fn someone(&self) -> Option<&Someone> {
        self.anyone.someone()
    }

    pub fn visit(&self) -> &Visit {
        self.anyone.visit()
    }

    pub fn language(&self) -> Language {
        self.visit().language()
    }

    /// The address of a page of this conference.
    pub fn path(&self, rest: &str) -> String {
        format!("/{}{rest}", self.conference.slug)
    }

    /// A public page of the conference.
    pub fn page(&self, title: impl Into<String>) -> Page {
        let path = self.visit().path().split('?').next().unwrap_or_default().to_owned();
        let way = |rest: &str, label: &str| {
            let href = self.path(rest);
            let lies_in = |rest: &str| !rest.is_empty() && path.starts_with(&format!("{}/", self.path(rest)));
            NavItem { current: path == href || lies_in(rest), href, label: self.language().t(label) }
        };
        let nav = [
            ("", "nav-conference"),
            ("/programme", "nav-programme"),
            ("/agenda", "nav-agenda"),
            ("/stands", "nav-stands"),
        ];
        let nav = nav.into_iter().map(|(rest, label)| way(rest, label)).collect();
        self.anyone.page(title).with_conference(self.conference.line(self.language())).with_nav(nav)
    }
}

impl FromRequest for AtConference {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Answer<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let anyone = Anyone::extract(&request).await?;
            let mut connection = pool_of(&request)?.get().await?;
            let conference = queries::conference_by_slug(&mut connection, &slug_of(&request)?).await?;
            Ok(Self { anyone, conference })
        })
    }
}
