//! Mail: does the server take us, encrypted and signed in; or can the folder be written that stands in for it.

use std::path::Path;

use super::{Finding, takes_a_file};
use crate::config::Config;
use crate::mail::{Transport, route};

pub async fn look(config: &Config, data: &Path) -> Vec<Finding> {
    let folder = data.join("mail");
    let Some(url) = &config.smtp_url else { return vec![in_folder(config, &folder)] };
    let (transport, route) = match (Transport::new(config, &folder), route(url)) {
        (Ok(transport), Ok(route)) => (transport, route),
        (Err(error), _) | (_, Err(error)) => return vec![Finding::failed("mail", error.to_string())],
    };
    let server = &route.server;
    if let Err(said) = transport.test().await {
        return vec![Finding::failed(
            "mail",
            format!(
                "{server} does not take our mail ({}): {said}. Look at SMTP_URL, the password and the firewall",
                route.encryption
            ),
        )];
    }
    let signed_in = if route.signs_in { ", signed in" } else { "" };
    let said = format!("{server} answers, {}{signed_in}", route.encryption);
    let mut findings = vec![if route.is_safe || route.is_here {
        Finding::ok("mail", said)
    } else {
        Finding::warning(
            "mail",
            format!("{said}: codes and invitations may travel in the clear; add ?tls=required to SMTP_URL"),
        )
    }];
    if config.mail_from.contains("@localhost") {
        findings.push(Finding::warning(
            "sender",
            format!(
                "mails come from {}, which nobody can answer and many servers refuse: set MAIL_FROM",
                config.mail_from
            ),
        ));
    } else if config.dkim.is_none() {
        findings.push(Finding::warning(
            "sender",
            "mails are not signed: set DKIM_KEY, DKIM_SELECTOR and DKIM_DOMAIN, or let the mail server sign; large receivers refuse unsigned mail",
        ));
    } else {
        findings.push(Finding::ok("sender", format!("mails come from {} and are signed", config.mail_from)));
    }
    findings
}

fn in_folder(config: &Config, folder: &Path) -> Finding {
    let public = url::Url::parse(&config.base_url).ok();
    let here = public.and_then(|url| url.host_str().map(is_here)).unwrap_or(false);
    match takes_a_file(folder) {
        Err(why) => Finding::failed("mail", format!("{why}: mend its permissions, or set SMTP_URL")),
        Ok(()) if here => Finding::ok("mail", format!("no SMTP_URL: mails become files in {}", folder.display())),
        Ok(()) => Finding::warning(
            "mail",
            format!(
                "no SMTP_URL: mails become files in {} and reach nobody; set SMTP_URL before anybody is invited",
                folder.display()
            ),
        ),
    }
}

/// Whether a host's name means this machine alone.
pub(super) fn is_here(host: &str) -> bool {
    let host = host.trim_matches(['[', ']']);
    host == "localhost"
        || host.ends_with(".localhost")
        || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
