//! The post of the walk: mails leave the outbox for a real server and are opened as their readers would.

use std::path::Path;
use std::process::Command;

use mailparse::{MailHeaderMap, ParsedMail};
use plenipo::config::Config;
use plenipo::mail::{Transport, Worker};

use crate::support::World;
use crate::support::post::Server;

/// A mail server and the worker that sends to it.
pub struct Post {
    server: Server,
    worker: Worker,
}

/// A mail that arrived.
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub message_id: String,
    pub text: String,
    /// Every part that is a file or a picture: its type and content.
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Post {
    pub fn start(world: &World) -> Self {
        let server = Server::start(&[]);
        let url = format!("smtp://127.0.0.1:{}", server.port);
        let config = Config::from_lookup(|name| (name == "SMTP_URL").then(|| url.clone())).unwrap();
        let transport = Transport::new(&config, Path::new("/nowhere")).unwrap();
        Self { server, worker: Worker::new(world.parts.pool.clone(), world.parts.clock.clone(), transport) }
    }

    /// Sends what is due and gives every mail that the server took for this address.
    pub async fn letters_to(&self, world: &World, address: &str) -> Vec<Letter> {
        // Decisions wait out the time in which an officer may take them back.
        world.wait(30);
        while self.worker.work().await.unwrap() > 0 {}
        let all = self.server.mails();
        all.iter().map(|(_, bytes)| letter(bytes)).filter(|letter| letter.to.contains(address)).collect()
    }
}

fn letter(bytes: &[u8]) -> Letter {
    let mail = mailparse::parse_mail(bytes).unwrap();
    let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
    let mut letter = Letter {
        to: header("To"),
        subject: header("Subject"),
        message_id: header("Message-ID"),
        text: String::new(),
        parts: Vec::new(),
    };
    take(&mail, &mut letter);
    letter
}

fn take(part: &ParsedMail<'_>, letter: &mut Letter) {
    match part.ctype.mimetype.as_str() {
        "text/plain" if letter.text.is_empty() => letter.text = part.get_body().unwrap(),
        kind if kind.starts_with("multipart/") => {}
        kind => letter.parts.push((kind.to_owned(), part.get_body_raw().unwrap())),
    }
    part.subparts.iter().for_each(|part| take(part, letter));
}

impl Letter {
    /// The path of the first link that begins so.
    pub fn path(&self, start: &str) -> String {
        let links = self.text.split_whitespace().filter_map(|word| url::Url::parse(word).ok());
        let mut paths = links.map(|link| link.path().to_owned());
        paths.find(|path| path.starts_with(start)).unwrap_or_else(|| panic!("no link to {start} in {}", self.text))
    }

    /// The content of the part of this type.
    pub fn part(&self, kind: &str) -> &[u8] {
        let found = self.parts.iter().find(|(known, _)| known == kind);
        let known = || self.parts.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>();
        &found.unwrap_or_else(|| panic!("no {kind} among {:?}", known())).1
    }
}

/// What another program's reader sees in a picture.
pub fn read_code(picture: &Path) -> String {
    let ran = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(picture).output().expect("zbarimg is installed");
    assert!(ran.status.success(), "no code in {}", picture.display());
    String::from_utf8(ran.stdout).unwrap().trim().to_owned()
}
