//! The two choices that every visitor has, signed in or not: language and appearance. Each is a cookie of a year, and choosing
//! leads back to the page one was on.

use actix_web::HttpResponse;
use serde::Deserialize;

use super::visit::preference_cookie;
use super::{Answer, Form, Problem, Visit, redirect};
use crate::language::Language;

#[derive(Deserialize)]
pub struct LanguageForm {
    pub language: String,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub struct ThemeForm {
    pub theme: String,
    #[serde(default)]
    back: String,
}

/// `POST /language`
pub async fn choose_language(visit: Visit, form: Form<LanguageForm>) -> Answer<HttpResponse> {
    let LanguageForm { language, back } = form.fields;
    let language = Language::parse(&language).ok_or_else(|| Problem::Unreadable("no such language".to_owned()))?;
    Ok(remember(&visit, "language", language.code(), &back))
}

/// `POST /theme`
pub async fn choose_theme(visit: Visit, form: Form<ThemeForm>) -> Answer<HttpResponse> {
    let ThemeForm { theme, back } = form.fields;
    if !["auto", "light", "dark"].contains(&theme.as_str()) {
        return Err(Problem::Unreadable("no such theme".to_owned()));
    }
    Ok(remember(&visit, "theme", &theme, &back))
}

fn remember(visit: &Visit, name: &'static str, value: &str, back: &str) -> HttpResponse {
    let mut response = redirect(own_path(back));
    // A cookie that cannot be written costs the choice, not the page.
    let _ = response.add_cookie(&preference_cookie(visit.site(), name, value.to_owned()));
    response
}

/// A path of this site, else the start page: nobody is to be sent elsewhere by a form of ours. Browsers read a backslash as a
/// slash and skip control characters, so both are refused.
pub fn own_path(back: &str) -> &str {
    let elsewhere = back.starts_with("//") || back.contains('\\') || back.chars().any(char::is_control);
    if back.starts_with('/') && !elsewhere { back } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn the_way_back_stays_on_this_site() {
        assert_eq!(own_path("/hanoi/people?page=2"), "/hanoi/people?page=2");
        for elsewhere in ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "", "evil"]
        {
            assert_eq!(own_path(elsewhere), "/", "{elsewhere:?}");
        }
    }
}
