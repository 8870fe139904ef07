//! The visit: what is known of a request before anybody has proved anything. A middleware makes it once and lays it into the
//! request; proofs carry it on to their pages.

use std::net::IpAddr;
use std::rc::Rc;

use actix_web::body::MessageBody;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};

use super::page::Flash;
use super::{Problem, Site};
use crate::language::Language;

const FORM_KEY: &str = "plenipo_form";
/// The cookie of a session; the accounts read it, and what is kept for its return names it.
pub const SESSION_COOKIE: &str = "plenipo_session";
const LANGUAGE: &str = "plenipo_language";
const THEME: &str = "plenipo_theme";
const FLASH: &str = "plenipo_flash";

/// Language, theme, forgery key and address of one request.
#[derive(Clone)]
pub struct Visit(Rc<Inner>);

#[derive(Clone)]
struct Inner {
    site: Site,
    language: Language,
    theme: &'static str,
    path: String,
    form_key: String,
    flash: Option<Flash>,
    address: IpAddr,
    on_this_machine: bool,
    agent: String,
}

impl Visit {
    pub fn site(&self) -> &Site {
        &self.0.site
    }

    pub fn language(&self) -> Language {
        self.0.language
    }

    /// The same visit, answered in another language.
    pub fn speaking(&self, language: Language) -> Self {
        Self(Rc::new(Inner { language, ..(*self.0).clone() }))
    }

    /// `auto`, `light` or `dark`.
    pub fn theme(&self) -> &'static str {
        self.0.theme
    }

    /// Path and query of the request.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The token that every form of this browser must carry.
    pub fn token(&self) -> String {
        self.0.site.keyed("form", self.0.form_key.as_bytes())
    }

    /// A digest of the browser's form key: binds a code to the browser that asked for it.
    pub fn browser(&self) -> String {
        self.0.site.keyed("browser", self.0.form_key.as_bytes())
    }

    /// Whether a posted token belongs to this browser.
    pub fn owns(&self, token: &str) -> bool {
        use subtle::ConstantTimeEq;
        self.token().as_bytes().ct_eq(token.as_bytes()).into()
    }

    pub fn flash(&self) -> Option<&Flash> {
        self.0.flash.as_ref()
    }

    /// The visitor's address, believing `X-Forwarded-For` only from trusted proxies.
    pub fn address(&self) -> IpAddr {
        self.0.address
    }

    /// Whether the visitor sits at the very machine that the site runs on, by every sign there is: what the demonstration
    /// shows to nobody else (its mailbox, its one-click sign-ins) asks this.
    pub fn on_this_machine(&self) -> bool {
        self.0.on_this_machine
    }

    /// The browser's own description of itself, cut to what a list of sessions shows.
    pub fn agent(&self) -> &str {
        &self.0.agent
    }

    fn of(request: &HttpRequest, site: Site) -> (Self, bool) {
        let old_key = sent_cookie(request, &site, FORM_KEY).filter(|key| key.len() == 32);
        let fresh = old_key.is_none();
        let form_key = old_key.unwrap_or_else(|| random_text(16));
        let chosen = sent_cookie(request, &site, LANGUAGE)
            .and_then(|code| Language::parse(&code))
            .or_else(|| query_value(request, "language").and_then(|code| Language::parse(&code)));
        let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language = chosen.unwrap_or_else(|| Language::negotiate(accepted.unwrap_or_default()));
        let theme = match sent_cookie(request, &site, THEME).as_deref() {
            Some("light") => "light",
            Some("dark") => "dark",
            _ => "auto",
        };
        let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let visit = Self(Rc::new(Inner {
            address: address_of(request, &site),
            on_this_machine: is_local(request, &site),
            agent: agent.chars().take(200).collect(),
            language,
            theme,
            path: request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            form_key,
            flash: sent_cookie(request, &site, FLASH).and_then(|text| Flash::decode(&text, &site)),
            site,
        }));
        (visit, fresh)
    }
}

impl FromRequest for Visit {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let visit = request.extensions().get::<Visit>().cloned();
        std::future::ready(visit.ok_or_else(|| Problem::broken("the visit middleware did not run")))
    }
}

/// Makes the visit, and sees to its cookies: a form key for browsers that have none, and flashes shown once.
pub async fn visiting<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let Some(site) = request.app_data::<Data<Site>>().map(|site| site.get_ref().clone()) else {
        return Err(Problem::broken("the application was built without a site").into());
    };
    let (visit, fresh) = Visit::of(request.request(), site);
    request.extensions_mut().insert(visit.clone());
    let mut response = next.call(request).await?;
    let site = visit.site().clone();
    let head = response.response_mut();
    // What may be kept by caches (styles, scripts) carries nobody's key.
    let kept_by_caches = head.headers().get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes() != b"no-store");
    if fresh && !kept_by_caches {
        head.add_cookie(&cookie(&site, FORM_KEY, visit.0.form_key.clone(), Some(Duration::days(7))))?;
    }
    let is_page =
        head.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if visit.flash().is_some() && is_page && head.status().is_success() {
        head.add_cookie(&removed_cookie(&site, FLASH))?;
    }
    Ok(response)
}

/// What a cookie is called on the wire. Behind https browsers take a `__Host-` cookie only from this very host, over https and
/// for the whole of it, so that no neighbour under the same domain can plant one.
fn wire_name(site: &Site, name: &str) -> String {
    if site.config().is_https() { format!("__Host-{name}") } else { name.to_owned() }
}

/// The value of a cookie of ours that a request brings.
pub fn sent_cookie(request: &HttpRequest, site: &Site, name: &str) -> Option<String> {
    request.cookie(&wire_name(site, name)).map(|cookie| cookie.value().to_owned())
}

/// A cookie as all of ours are: HttpOnly, SameSite=Lax, whole site, Secure behind https.
pub fn cookie(site: &Site, name: &str, value: String, age: Option<Duration>) -> Cookie<'static> {
    let mut cookie = Cookie::build(wire_name(site, name), value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(site.config().is_https())
        .finish();
    if let Some(age) = age {
        cookie.set_max_age(age);
    }
    cookie
}

/// Tells the browser to forget a cookie.
pub fn removed_cookie(site: &Site, name: &str) -> Cookie<'static> {
    let mut gone = cookie(site, name, String::new(), Some(Duration::ZERO));
    gone.make_removal();
    gone
}

pub(super) fn flash_cookie(site: &Site, flash: &Flash) -> Cookie<'static> {
    cookie(site, FLASH, flash.encode(site), Some(Duration::minutes(5)))
}

/// The cookies that hold a person's choice of language and theme.
pub fn preference_cookie(site: &Site, name: &'static str, value: String) -> Cookie<'static> {
    let name = if name == "language" { LANGUAGE } else { THEME };
    cookie(site, name, value, Some(Duration::days(365)))
}

/// Hexadecimal text of so many random bytes.
pub(super) fn random_text(bytes: usize) -> String {
    let mut random = vec![0; bytes];
    // Without randomness nothing of ours is safe; stopping the request is the closed way to fail.
    if getrandom::fill(&mut random).is_err() {
        std::process::abort();
    }
    data_encoding::HEXLOWER.encode(&random)
}

fn query_value(request: &HttpRequest, name: &str) -> Option<String> {
    url::form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

/// A proxy in front would make everybody look local: so the connection must come from this machine without a word of having
/// been passed on, the request must be for this machine by name (no other site's script can ask that), and links must lead to
/// this machine or to its own network (`serve --lan`) rather than to a public name.
fn is_local(request: &HttpRequest, site: &Site) -> bool {
    const PASSED_ON: [&str; 5] = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];
    let from_here = request.peer_addr().is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    let passed_on = PASSED_ON.iter().any(|name| request.headers().contains_key(*name));
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let asked = url::Url::parse(&format!("http://{host}")).ok().and_then(|url| url.host().map(|host| host.to_owned()));
    let named = url::Url::parse(&site.config().base_url).ok().and_then(|url| url.host().map(|host| host.to_owned()));
    from_here
        && !passed_on
        && asked.is_some_and(|host| lies_near(&host, false))
        && named.is_some_and(|host| lies_near(&host, true))
}

/// Whether a host is this machine or, if wanted, one of a private network.
fn lies_near(host: &url::Host, private: bool) -> bool {
    match host {
        url::Host::Domain(name) => name == "localhost" || (private && name.ends_with(".local")),
        url::Host::Ipv4(address) => {
            address.is_loopback() || (private && (address.is_private() || address.is_link_local()))
        }
        url::Host::Ipv6(address) => {
            address.is_loopback() || (private && (address.is_unique_local() || address.is_unicast_link_local()))
        }
    }
}

fn address_of(request: &HttpRequest, site: &Site) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::from([127, 0, 0, 1]), |address| address.ip());
    let trusted = |address: IpAddr| site.config().trusted_proxies.iter().any(|network| network.holds(address));
    if !trusted(peer) {
        return peer;
    }
    let forwarded = request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok());
    let hops: Vec<IpAddr> =
        forwarded.flat_map(|value| value.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    // From the nearest hop outwards, the first that is not one of our proxies.
    hops.iter().rev().copied().find(|hop| !trusted(*hop)).or_else(|| hops.first().copied()).unwrap_or(peer)
}
