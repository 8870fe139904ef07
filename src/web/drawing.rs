//! How answers go out: problems drawn as pages or `problem+json`, security headers on everything, forged posts stopped, and
//! forms of ended sessions kept.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use askama::Template;

use super::sent::Pairs;
use super::{Answer, Page, Problem, Visit, parked, sent};
use crate::clock::Clock;
use crate::db::Pool;

/// Scripts, styles and pictures of our own only; nobody may frame us.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
    media-src 'self' blob:; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
    frame-ancestors 'none'";

/// Seconds after which to ask again when the database is away.
const SOON: &str = "10";

/// The default answer where no route fits.
pub async fn not_found(_: Visit) -> Answer<HttpResponse> {
    Err(Problem::NotFound)
}

#[derive(Template)]
#[template(path = "layout/problem.html")]
struct ProblemPage {
    page: Page,
    text: String,
    /// A form that the database's absence kept from being carried out.
    again: Option<Again>,
    /// Asking again may help.
    try_again: bool,
}

/// What was sent, to be sent again.
struct Again {
    action: String,
    typed: Pairs,
}

/// The outermost of our middlewares but the visit: it sees every answer.
pub async fn drawing<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return Err(Problem::broken("the visit middleware did not run").into());
    };
    if !is_own(request.request(), &visit) {
        let (http_request, _) = request.into_parts();
        let drawn = draw(&visit, &http_request, &Problem::Forged, None);
        return Ok(finish(ServiceResponse::new(http_request, drawn), &visit));
    }
    let may_be_known = super::sent_cookie(request.request(), visit.site(), super::SESSION_COOKIE).is_some();
    let typed = sent::read(&mut request, may_be_known).await;
    let comes_back = typed.as_ref().is_some_and(|pairs| pairs.iter().any(|(name, _)| name == "resumed"));
    let response = match next.call(request).await {
        Ok(response) => response.map_into_boxed_body(),
        // The innermost service turns errors into responses; what is left comes from other middlewares.
        Err(error) => return Err(error),
    };
    let status = response.status();
    let instead = page_of_act(response.request()).filter(|_| status == StatusCode::METHOD_NOT_ALLOWED);
    if let Some(page) = instead.map(super::redirect) {
        let (http_request, _) = response.into_parts();
        return Ok(finish(ServiceResponse::new(http_request, page), &visit));
    }
    let undrawn = (status.is_client_error() || status.is_server_error())
        && !response.headers().contains_key(header::CONTENT_TYPE);
    let by_framework = response.response().error().is_some();
    if !undrawn && !by_framework {
        let mut response = response;
        if comes_back {
            // Shown again where it was going: nothing needs to be kept any more, and without its key nobody can read it.
            let gone = super::removed_cookie(visit.site(), parked::KEPT_FORM_COOKIE);
            let _ = response.response_mut().add_cookie(&gone);
        }
        return Ok(finish(response, &visit));
    }
    let (http_request, old) = response.into_parts();
    let drawn = match old.error().and_then(|error| error.as_error::<Problem>()) {
        Some(Problem::SignInFirst) if !is_for_programs(&http_request) => {
            sign_in_first(&visit, &http_request, typed).await
        }
        Some(problem) => draw(&visit, &http_request, problem, typed),
        None => draw(&visit, &http_request, &from_status(status, old.error()), None),
    };
    let drawn = keep_headers(old, drawn);
    Ok(finish(ServiceResponse::new(http_request, drawn), &visit))
}

/// The page that an act belongs to, for somebody who asks for the act's address as if it were one: after a mistake in a form it
/// stands in the browser's bar, and is asked for again, or kept as a bookmark.
fn page_of_act(request: &HttpRequest) -> Option<&str> {
    let page = request.path().rsplit_once('/').map(|(page, _)| page).filter(|page| !page.is_empty())?;
    // The address is the visitor's: what a browser would read as another site leads to our first page.
    (*request.method() == Method::GET && !is_api(request)).then(|| super::own_path(page))
}

/// Cookies that were set, and what a wrong method may be replaced by, go with the drawn answer.
fn keep_headers(old: HttpResponse, mut drawn: HttpResponse) -> HttpResponse {
    for name in [header::SET_COOKIE, header::ALLOW, header::WWW_AUTHENTICATE, header::RETRY_AFTER] {
        for value in old.headers().get_all(&name) {
            drawn.headers_mut().append(name.clone(), value.clone());
        }
    }
    drawn
}

fn from_status(status: StatusCode, error: Option<&actix_web::Error>) -> Problem {
    match status {
        StatusCode::NOT_FOUND => Problem::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        status if status.is_server_error() => Problem::broken(error.map_or(status.to_string(), ToString::to_string)),
        // A path or a body that does not parse names nothing of ours.
        _ => Problem::Unreadable(error.map_or_else(|| status.to_string(), ToString::to_string)),
    }
}

fn is_api(request: &HttpRequest) -> bool {
    request.path().starts_with("/api/")
}

/// Addresses that scripts ask, and nobody reads the answers of: what they post is not kept to be shown again.
fn is_for_programs(request: &HttpRequest) -> bool {
    is_api(request) || request.path() == "/uploads" || request.path().starts_with("/uploads/")
}

/// A state change must come from our own pages: browsers say where a request comes from. Devices with a bearer token have no
/// cookies to abuse.
fn is_own(request: &HttpRequest, visit: &Visit) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if is_api(request) && text("authorization").is_some() {
        return true;
    }
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text("host").unwrap_or_default();
            origin == visit.site().config().base_url || origin.split_once("://").is_some_and(|(_, from)| from == host)
        }
        // Old browsers say neither; the form's token decides.
        (None, None) => true,
    }
}

async fn sign_in_first(visit: &Visit, request: &HttpRequest, typed: Option<Pairs>) -> HttpResponse {
    let mut back = request.uri().path_and_query().map_or("/".to_owned(), ToString::to_string);
    let mut parked_cookie = None;
    if *request.method() != Method::GET {
        back = "/resume".to_owned();
        let pool = request.app_data::<Data<Pool>>();
        let clock = request.app_data::<Data<Clock>>();
        if let (Some(typed), Some(pool), Some(clock)) = (typed, pool, clock)
            && let Ok(mut connection) = pool.get().await
        {
            let path = request.path();
            let session = super::sent_cookie(request, visit.site(), super::SESSION_COOKIE);
            let now = clock.now();
            parked_cookie =
                parked::park(&mut connection, visit.site(), path, &typed, session.as_deref(), now).await.ok();
        }
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", &back).finish();
    let mut response = super::redirect(&format!("/sign-in?{query}"));
    if let Some(cookie) = parked_cookie {
        let _ = response.add_cookie(&cookie);
    }
    response
}

/// What was typed, unless it cannot be shown: nothing secret is written into a page. Files have to be chosen again, so that a
/// form that had any comes back filled rather than carried out.
fn again(request: &HttpRequest, typed: Option<Pairs>) -> Option<Again> {
    let mut typed = typed.filter(|typed| !typed.iter().any(|(name, _)| parked::is_secret(name)))?;
    if request.content_type() == "multipart/form-data" {
        typed.push(("resumed".to_owned(), "1".to_owned()));
    }
    Some(Again { action: request.path().to_owned(), typed })
}

fn draw(visit: &Visit, request: &HttpRequest, problem: &Problem, typed: Option<Pairs>) -> HttpResponse {
    use actix_web::ResponseError;
    let status = problem.status_code();
    let language = visit.language();
    let reference = log(problem, request);
    let key = format!(
        "error-{}",
        if language.has(&format!("error-{}-title", status.as_u16())) { status.as_u16() } else { 400 }
    );
    let title = language.t(&format!("{key}-title"));
    let text = match problem {
        Problem::Refused(message) => language.message(message),
        Problem::Broken { away: false, .. } => {
            language.with(&format!("{key}-text"), &[("reference", reference.into())])
        }
        _ => language.t(&format!("{key}-text")),
    };
    if is_for_programs(request) {
        let body = serde_json::json!({
            "type": format!("/problems/{}", problem.name()), "title": title, "status": status.as_u16(), "detail": text,
        });
        return HttpResponse::build(status).content_type("application/problem+json").body(body.to_string());
    }
    let away = matches!(problem, Problem::Broken { away: true, .. });
    let again = again(request, typed).filter(|_| away);
    let try_again = away && *request.method() == Method::GET;
    let drawn = ProblemPage { page: Page::new(visit, title), text, again, try_again };
    match drawn.render() {
        Ok(body) => {
            let mut response = HttpResponse::build(status);
            if away {
                response.insert_header((header::RETRY_AFTER, SOON));
            }
            response.content_type("text/html; charset=utf-8").body(body)
        }
        Err(error) => {
            tracing::error!(%error, "the error page itself cannot be drawn");
            HttpResponse::build(status).content_type("text/plain; charset=utf-8").body(status.to_string())
        }
    }
}

/// Logs a fault of ours once and gives it the number that the visitor sees.
fn log(problem: &Problem, request: &HttpRequest) -> String {
    let reference = super::visit::random_text(4);
    if let Problem::Broken { cause, away } = problem {
        tracing::error!(reference, away, method = %request.method(), path = request.path(), cause = %cause, "a request failed");
    }
    reference
}

fn finish(mut response: ServiceResponse<BoxBody>, visit: &Visit) -> ServiceResponse<BoxBody> {
    visit.site().count_request(response.status().is_server_error());
    let https = visit.site().config().is_https();
    let headers = response.headers_mut();
    let mut default = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    default(header::CONTENT_SECURITY_POLICY, POLICY);
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(header::X_FRAME_OPTIONS, "DENY");
    default(header::REFERRER_POLICY, "same-origin");
    default(header::PERMISSIONS_POLICY, "camera=(self), microphone=(), geolocation=()");
    default(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    default(header::CACHE_CONTROL, "no-store");
    if https {
        default(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    response
}
