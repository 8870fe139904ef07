//! A real browser: Chromium steered over the WebDriver protocol, which is JSON over HTTP and no more than this file.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// How long a page may take to become what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// One window of one Chromium; ends with the test.
pub struct Chrome {
    driver: Child,
    address: SocketAddr,
    session: String,
    patience: Duration,
    _profile: tempfile::TempDir,
}

impl Chrome {
    /// A window of 390 by 780, the size of a phone. `camera` is a film (`.mjpeg` or `.y4m`) that the browser takes for its camera.
    pub async fn phone(camera: Option<&Path>) -> Self {
        Self::open((390, 780), camera, &[]).await
    }

    /// A telephone with so little memory that a page which was left is fetched again when one comes back.
    pub async fn forgetful_phone() -> Self {
        Self::open((390, 780), None, &["--disable-features=BackForwardCache"]).await
    }

    pub async fn desk() -> Self {
        Self::open((1440, 900), None, &[]).await
    }

    async fn open((width, height): (u32, u32), camera: Option<&Path>, more: &[&str]) -> Self {
        let profile = tempfile::tempdir().expect("a folder");
        let address = TcpListener::bind("127.0.0.1:0").and_then(|port| port.local_addr()).expect("a free port");
        let driver = Command::new("chromedriver")
            .arg(format!("--port={}", address.port()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed: scripts/bootstrap.sh test");
        let mut chrome = Self { driver, address, session: String::new(), patience: PATIENCE, _profile: profile };
        let mut arguments = vec![
            "--headless=new".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--hide-scrollbars".to_owned(),
            format!("--user-data-dir={}", chrome._profile.path().display()),
            format!("--window-size={width},{height}"),
        ];
        arguments.extend(more.iter().map(ToString::to_string));
        if let Some(film) = camera {
            arguments.push("--use-fake-ui-for-media-stream".to_owned());
            arguments.push("--use-fake-device-for-media-stream".to_owned());
            arguments.push(format!("--use-file-for-fake-video-capture={}", film.display()));
        }
        let wanted = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": {
            "args": arguments,
            "mobileEmulation": {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 1, "touch": false}},
        }, "goog:loggingPrefs": {"browser": "ALL"}}}});
        let begun = Instant::now();
        while TcpStream::connect(address).await.is_err() {
            assert!(begun.elapsed() < PATIENCE, "chromedriver did not start");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let answer = chrome.call("POST", "/session", Some(wanted)).await;
        chrome.session = answer["sessionId"].as_str().expect("a session").to_owned();
        chrome
    }

    /// The same window behind a slow line: what it waits for may take this long.
    pub fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Pages run no scripts from here on.
    pub async fn without_scripts(self) -> Self {
        let command = json!({"cmd": "Emulation.setScriptExecutionDisabled", "params": {"value": true}});
        self.ask("POST", "/goog/cdp/execute", command).await;
        self
    }

    pub async fn go(&self, url: &str) {
        self.ask("POST", "/url", json!({ "url": url })).await;
    }

    pub async fn back(&self) {
        self.ask("POST", "/back", json!({})).await;
    }

    /// Asks for the page again, and sends a form again that led to it.
    pub async fn reload(&self) {
        self.ask("POST", "/refresh", json!({})).await;
    }

    /// Gives the browser a cookie for the page it is on.
    pub async fn cookie(&self, name: &str, value: &str) {
        self.ask("POST", "/cookie", json!({"cookie": {"name": name, "value": value, "path": "/"}})).await;
    }

    /// What a script `return`s.
    pub async fn js(&self, script: &str) -> Value {
        self.ask("POST", "/execute/sync", json!({"script": script, "args": []})).await
    }

    /// Waits until a script returns something true, and gives it.
    pub async fn until(&self, script: &str) -> Value {
        let begun = Instant::now();
        loop {
            let value = self.js(script).await;
            if !matches!(value, Value::Null | Value::Bool(false)) && value != json!("") && value != json!(0) {
                return value;
            }
            if begun.elapsed() > self.patience {
                let page = self.js("return [location.href, document.body.innerText.slice(0, 1500), window.seen]").await;
                panic!("waited in vain for {script} on {page:#}; the browser says {:#}", self.log().await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    pub async fn click(&self, css: &str) {
        let element = self.element(css).await;
        self.ask("POST", &format!("/element/{element}/click"), json!({})).await;
    }

    /// Types as a keyboard does, as fast as the browser takes it. `\u{e007}` is Enter.
    pub async fn keys(&self, css: &str, text: &str) {
        let element = self.element(css).await;
        self.ask("POST", &format!("/element/{element}/value"), json!({ "text": text })).await;
    }

    /// Types as a hand does: a gate takes what is typed faster for a scanner.
    pub async fn by_hand(&self, css: &str, text: &str) {
        for character in text.chars() {
            self.keys(css, &character.to_string()).await;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Performs what a hand does with mouse and keys, as the protocol writes it (WebDriver, "Actions").
    pub async fn acts(&self, actions: Value) {
        self.ask("POST", "/actions", json!({ "actions": actions })).await;
    }

    /// What the page and its scripts complained about.
    pub async fn log(&self) -> Value {
        self.ask("POST", "/se/log", json!({"type": "browser"})).await
    }

    /// A picture of the window, as PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        let text = self.ask("GET", "/screenshot", Value::Null).await;
        data_encoding::BASE64.decode(text.as_str().unwrap_or_default().as_bytes()).expect("a picture")
    }

    async fn element(&self, css: &str) -> String {
        let found = self.ask("POST", "/element", json!({"using": "css selector", "value": css})).await;
        let id = found.as_object().and_then(|ids| ids.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("no {css} on the page: {found}")).to_owned()
    }

    async fn ask(&self, method: &str, path: &str, body: Value) -> Value {
        let body = (!body.is_null()).then_some(body);
        self.call(method, &format!("/session/{}{path}", self.session), body).await
    }

    async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Value {
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let mut stream = TcpStream::connect(self.address).await.expect("chromedriver answers");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        stream.write_all(format!("{head}{body}").as_bytes()).await.expect("the command leaves");
        let body = tokio::time::timeout(self.patience * 3, body_of(&mut stream))
            .await
            .unwrap_or_else(|_| panic!("chromedriver does not answer {method} {path}"));
        let value: Value = serde_json::from_str(&body).unwrap_or_else(|_| panic!("not JSON: {body}"));
        assert!(value["value"].get("error").is_none(), "{method} {path}: {:#}", value["value"]);
        value["value"].clone()
    }
}

/// The body of an answer. The driver keeps connections open, so its length alone says where it ends.
async fn body_of(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    loop {
        if let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") {
            let (head, body) = (String::from_utf8_lossy(&answer[..end]), &answer[end + 4..]);
            let mut fields = head.lines().filter_map(|line| line.split_once(':'));
            let length = fields.find(|(name, _)| name.eq_ignore_ascii_case("content-length")).expect("a length");
            if body.len() >= length.1.trim().parse::<usize>().expect("a number") {
                return String::from_utf8_lossy(body).into_owned();
            }
        }
        let mut more = [0; 8192];
        let read = stream.read(&mut more).await.expect("an answer");
        assert!(read > 0, "the answer breaks off");
        answer.extend(&more[..read]);
    }
}

impl Drop for Chrome {
    fn drop(&mut self) {
        // Ending the session ends Chromium; a driver that is killed first would leave it running.
        if let Ok(mut stream) = std::net::TcpStream::connect(self.address) {
            use std::io::{Read, Write};
            let command = format!(
                "DELETE /session/{} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n",
                self.session, self.address
            );
            let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
            let _ = stream.write_all(command.as_bytes());
            // Its answer comes when Chromium has gone.
            let _ = stream.read(&mut [0; 1024]);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
