//! HTTP connections that read an address again and again.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::server::Server;

/// What came of a run.
pub struct Reading {
    pub requests: usize,
    pub took: Duration,
    /// The application's.
    pub cpu: Duration,
    /// Of the last answer's body, as it was sent.
    pub bytes: usize,
}

impl Reading {
    pub fn per_second(&self) -> f64 {
        self.requests as f64 / self.took.as_secs_f64()
    }

    /// Milliseconds of the application's CPU time for one request.
    pub fn cpu_ms(&self) -> f64 {
        self.cpu.as_secs_f64() * 1_000.0 / self.requests.max(1) as f64
    }
}

/// Lets so many connections read this path for so many seconds.
pub async fn run(server: &Server, path: &str, connections: usize, seconds: u64) -> Reading {
    let (before, begun) = (server.cpu(), Instant::now());
    let until = begun + Duration::from_secs(seconds);
    let read = join_all((0..connections).map(|_| one(server, path, until))).await;
    let took = begun.elapsed();
    let requests = read.iter().map(|(requests, _)| requests).sum();
    let bytes = read.iter().map(|(_, bytes)| *bytes).max().unwrap_or(0);
    Reading { requests, took, cpu: server.cpu() - before, bytes }
}

async fn one(server: &Server, path: &str, until: Instant) -> (usize, usize) {
    let mut stream = TcpStream::connect(server.address).await.expect("the application accepts");
    stream.set_nodelay(true).expect("no delay");
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {}\r\naccept-encoding: gzip\r\naccept-language: en\r\naccept: text/html\r\n\r\n",
        server.address
    );
    let (mut requests, mut bytes, mut buffer) = (0, 0, vec![0; 1 << 20]);
    while Instant::now() < until {
        stream.write_all(request.as_bytes()).await.expect("the request leaves");
        bytes = answer(&mut stream, &mut buffer, path).await;
        requests += 1;
    }
    (requests, bytes)
}

/// Reads one answer, whether it says its length or comes in chunks; gives the length of its body.
async fn answer(stream: &mut TcpStream, buffer: &mut [u8], path: &str) -> usize {
    let mut filled = 0;
    loop {
        let got = stream.read(&mut buffer[filled..]).await.expect("an answer");
        assert!(got > 0, "{path}: the application closed the connection");
        filled += got;
        let Some(end) = buffer[..filled].windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&buffer[..end]).to_lowercase();
        assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
        let body = filled - end - 4;
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
        let whole = match length {
            Some(length) => body >= length,
            None => buffer[..filled].ends_with(b"\r\n0\r\n\r\n"),
        };
        if whole {
            return body;
        }
    }
}
