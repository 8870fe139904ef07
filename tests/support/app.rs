//! The application as `main` builds it, on a database of its own, and browsers that keep cookies and send tokens.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, RwLock};

use actix_http::Request;
use actix_web::cookie::Cookie;
use actix_web::http::{Method, StatusCode, header};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use plenipo::app::{Parts, app};
use plenipo::badges::keys::Keyring;
use plenipo::clock::{Clock, Moment};
use plenipo::config::Config;
use plenipo::db::Db;
use plenipo::files::sealing::Sealer;
use plenipo::files::secrets::Secrets;
use plenipo::web::{Hub, Site};

/// When most tests happen: the second day of the conference, 10:04 in Hà Nội.
pub const NOW: &str = "2025-10-26T03:04:00Z";

type Calling = Pin<Box<dyn Future<Output = Reply>>>;
type Asking = Pin<Box<dyn Future<Output = StatusCode>>>;

/// One application with one database.
pub struct World {
    pub parts: Parts,
    pub url: String,
    pub folder: tempfile::TempDir,
    call: Rc<dyn Fn(Request) -> Calling>,
    ask: Rc<dyn Fn(Request) -> Asking>,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: header::HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.text()))
    }
}

impl PartialEq<u16> for Reply {
    fn eq(&self, status: &u16) -> bool {
        self.status.as_u16() == *status
    }
}

impl World {
    /// An empty installation.
    pub async fn empty() -> Self {
        let url = super::db::fresh().await;
        Self::on(url, &[]).await
    }

    /// An installation on this database, with settings of its own.
    pub async fn on(url: String, settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().display().to_string();
        let lookup = |name: &str| {
            let given = settings.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
            given.or_else(|| (name == "PLENIPO_DATA").then(|| data.clone()))
        };
        let config = Config::from_lookup(lookup).expect("settings that can be used");
        let clock = Clock::standing(Moment::parse(NOW).unwrap());
        let keys = folder.path().join("keys");
        let secrets = Secrets::open(&keys).expect("a folder for keys");
        let parts = Parts {
            site: Site::new(config, vec![7; 32]),
            pool: plenipo::db::pool(&url, 8),
            hub: Hub::default(),
            lobby: plenipo::gates::Lobby::default(),
            sealer: Arc::new(Sealer::open_or_make(&secrets).expect("a sealing key")),
            keyring: Arc::new(RwLock::new(Keyring::open_or_make(&keys, clock.now()).expect("a signing key"))),
            authority: None,
            clock,
        };
        let service = Rc::new(init_service(app(parts.clone())).await);
        let asked = service.clone();
        let ask = Rc::new(move |request: Request| -> Asking {
            let service = asked.clone();
            Box::pin(async move { call_service(&*service, request).await.status() })
        });
        let call = Rc::new(move |request: Request| -> Calling {
            let service = service.clone();
            Box::pin(async move {
                let response = call_service(&*service, request).await;
                let (status, headers) = (response.status(), response.headers().clone());
                Reply { status, headers, body: read_body(response).await.to_vec() }
            })
        });
        Self { parts, url, folder, call, ask }
    }

    pub fn db(&self) -> Db {
        Db::new(self.parts.pool.clone())
    }

    pub fn now(&self) -> Moment {
        self.parts.clock.now()
    }

    /// Moves the clock by so many seconds.
    pub fn wait(&self, seconds: i64) {
        self.parts.clock.set(self.now().plus_seconds(seconds));
    }

    /// A browser that nobody has signed in with.
    pub fn stranger(&self) -> Browser {
        Browser {
            call: self.call.clone(),
            ask: self.ask.clone(),
            site: self.parts.site.clone(),
            cookies: BTreeMap::new(),
            headers: Vec::new(),
        }
    }

    /// The same application on a real port, for browsers of flesh and chrome; ends with the test's runtime.
    pub fn serve(&self) -> SocketAddr {
        let parts = self.parts.clone();
        let url = self.url.clone();
        let server = actix_web::HttpServer::new(move || {
            let mut parts = parts.clone();
            parts.pool = plenipo::db::pool(&url, 6);
            app(parts)
        })
        .workers(1)
        .disable_signals()
        .bind(("127.0.0.1", 0))
        .expect("a free port");
        let address = server.addrs()[0];
        actix_web::rt::spawn(server.run());
        actix_web::rt::spawn(plenipo::web::listen(self.url.clone(), self.parts.hub.clone()));
        address
    }
}

/// A browser: keeps cookies, sends the form token, follows nothing by itself.
#[derive(Clone)]
pub struct Browser {
    call: Rc<dyn Fn(Request) -> Calling>,
    ask: Rc<dyn Fn(Request) -> Asking>,
    site: Site,
    cookies: BTreeMap<String, String>,
    headers: Vec<(String, String)>,
}

impl Browser {
    /// The same browser with one more cookie.
    pub fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same browser sending one more header each time.
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(TestRequest::get().uri(path)).await
    }

    /// Posts a form as a page of ours would, token included.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let token = self.token();
        let body = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("form_token", &token)
            .extend_pairs(fields)
            .finish();
        let request = TestRequest::post()
            .uri(path)
            .insert_header((header::CONTENT_TYPE, "application/x-www-form-urlencoded"))
            .insert_header((header::CONTENT_LENGTH, body.len()))
            .set_payload(body);
        self.send(request).await
    }

    /// Posts a form with files: field, file name, content.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Reply {
        let token = self.token();
        let boundary = "plenipo-test-boundary";
        let mut body = Vec::new();
        for (name, value) in [("form_token", token.as_str())].iter().chain(fields) {
            body.extend(
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        for (field, name, content) in files {
            body.extend(
                format!(
                    "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                     Content-Type: application/octet-stream\r\n\r\n"
                )
                .bytes(),
            );
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{boundary}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={boundary}");
        self.send(TestRequest::post().uri(path).insert_header((header::CONTENT_TYPE, kind)).set_payload(body)).await
    }

    /// Sends JSON, as a device does.
    pub async fn json(&mut self, method: Method, path: &str, body: &serde_json::Value) -> Reply {
        let request = TestRequest::default()
            .method(method)
            .uri(path)
            .insert_header((header::CONTENT_TYPE, "application/json"))
            .set_payload(body.to_string());
        self.send(request).await
    }

    /// Any request, with this browser's cookies; keeps what the answer sets.
    pub async fn send(&mut self, mut request: TestRequest) -> Reply {
        for (name, value) in &self.cookies {
            request = request.cookie(Cookie::new(name.clone(), value.clone()));
        }
        for (name, value) in &self.headers {
            request = request.insert_header((name.as_str(), value.as_str()));
        }
        let reply = (self.call)(request.to_request()).await;
        for set in reply.headers.get_all(header::SET_COOKIE) {
            let cookie = Cookie::parse(set.to_str().unwrap().to_owned()).expect("a cookie that can be read");
            if cookie.max_age().is_some_and(|age| age.is_zero()) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        reply
    }

    /// Sends a request and reads only the status: event streams never end.
    pub async fn head(&mut self, mut request: TestRequest) -> u16 {
        for (name, value) in &self.cookies {
            request = request.cookie(Cookie::new(name.clone(), value.clone()));
        }
        (self.ask)(request.to_request()).await.as_u16()
    }

    /// The token that pages shown to this browser carry.
    pub fn token(&mut self) -> String {
        let key = self.cookies.entry("plenipo_form".to_owned()).or_insert_with(|| "0123456789abcdef".repeat(2));
        self.site.keyed("form", key.as_bytes())
    }
}
