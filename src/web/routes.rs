//! The table of routes. Each room lists its own; the application is built from the lists, and the test of every route and
//! every role reads the same lists, so that no route can be forgotten.

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};

/// One route: method, path pattern and handler.
pub struct Entry {
    pub method: Method,
    pub path: &'static str,
    /// The handler's name, as the test prints it.
    pub handler: &'static str,
    /// For one method: a route asks for every method it was given, so a second one would fit nothing.
    pub build: fn(Method) -> actix_web::Route,
}

/// Lists routes: `routes! { GET "/c/{conference}" => pages::home::show; }`.
#[macro_export]
macro_rules! routes {
    ($($method:ident $path:literal => $handler:path;)*) => {
        vec![$($crate::web::routes::Entry {
            method: actix_web::http::Method::$method,
            path: $path,
            handler: stringify!($handler),
            build: |method| actix_web::web::method(method).to($handler),
        }),*]
    };
}

/// Registers every entry, those of the same path as one resource, so that a wrong method is answered 405. Fixed paths are
/// registered before patterns that would swallow them.
pub fn register(config: &mut ServiceConfig, entries: &[Entry]) {
    let mut paths: Vec<&'static str> = entries.iter().map(|entry| entry.path).collect();
    paths.sort_by_key(|path| precedence(path));
    paths.dedup();
    for path in paths {
        let mut resource = web::resource(path);
        for entry in entries.iter().filter(|entry| entry.path == path) {
            resource = resource.route((entry.build)(entry.method.clone()));
            if entry.method == Method::GET {
                resource = resource.route((entry.build)(Method::HEAD));
            }
        }
        config.service(resource);
    }
}

/// Fixed parts before patterns, part by part; then by text, so that equal paths stand together.
fn precedence(path: &'static str) -> (Vec<bool>, &'static str) {
    (path.split('/').map(|part| part.contains('{')).collect(), path)
}
