//! HTTP connections that post scans, one after the other, and note how long each answer took.

use std::cell::Cell;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::world::World;

/// What came of a run.
pub struct Load {
    pub took: Duration,
    /// Of each scan, sorted.
    pub latencies: Vec<Duration>,
    pub admitted: usize,
}

impl Load {
    pub fn scans(&self) -> usize {
        self.latencies.len()
    }
}

/// Lets `connections` connections scan for so long. Everybody of the first half enters once, in the order of serials, beginning
/// after the `used` that have entered before: every scan is an admission that moves somebody.
pub async fn run(world: &World, connections: usize, seconds: u64, used: usize) -> Load {
    let until = Instant::now() + Duration::from_secs(seconds);
    let next = Cell::new(used);
    let started = Instant::now();
    let one_each = (0..connections).map(|_| one(world, &next, until));
    let (mut latencies, mut admitted) = (Vec::new(), 0);
    for (times, entered) in join_all(one_each).await {
        latencies.extend(times);
        admitted += entered;
    }
    let took = started.elapsed();
    latencies.sort_unstable();
    Load { took, latencies, admitted }
}

fn request(world: &World, code: &str) -> Vec<u8> {
    let body = format!(
        r#"{{"scan_id":"{}","gate":"main-entrance","direction":"entry","code":"{code}"}}"#,
        Uuid::from_bytes(rand::random())
    );
    format!(
        "POST /api/v1/scans HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        world.address,
        world.token,
        body.len()
    )
    .into_bytes()
}

async fn one(world: &World, next: &Cell<usize>, until: Instant) -> (Vec<Duration>, usize) {
    let mut stream = TcpStream::connect(world.address).await.expect("the application accepts");
    stream.set_nodelay(true).expect("no delay");
    let (mut times, mut admitted) = (Vec::new(), 0);
    let mut buffer = vec![0; 16 * 1024];
    while Instant::now() < until {
        let Some(code) = world.codes[..world.people / 2].get(next.replace(next.get() + 1)) else { break };
        let request = request(world, code);
        let begun = Instant::now();
        stream.write_all(&request).await.expect("the request leaves");
        let body = answer(&mut stream, &mut buffer).await;
        times.push(begun.elapsed());
        admitted += usize::from(body.contains(r#""verdict":"admit""#));
        assert!(body.contains(r#""verdict""#), "no verdict: {body}");
    }
    (times, admitted)
}

/// Reads one answer: head, then as many bytes as it announces.
async fn answer(stream: &mut TcpStream, buffer: &mut [u8]) -> String {
    let mut filled = 0;
    loop {
        filled += stream.read(&mut buffer[filled..]).await.expect("an answer");
        let text = String::from_utf8_lossy(&buffer[..filled]);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok()).flatten()
        });
        if body.len() >= length.expect("an answer says its length") {
            return body.to_owned();
        }
    }
}
