//! The application under load: the real `plenipo serve` on a private PostgreSQL, and what it costs.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running application; it ends when this is dropped.
pub struct Server {
    pub address: SocketAddr,
    process: Child,
}

impl Server {
    /// Starts `plenipo serve` and waits until it answers.
    pub fn start(folder: &Path, url: &str) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
        let process = Command::new(env!("CARGO_BIN_EXE_plenipo"))
            .args(["serve", "--no-worker"])
            .env("DATABASE_URL", url)
            .env("PLENIPO_DATA", folder)
            .env("KEYS_DIR", folder.join("keys"))
            .env("LISTEN", address.to_string())
            .env("RUST_LOG", "warn")
            .stdin(Stdio::null())
            .spawn()
            .expect("the application starts");
        let started = Instant::now();
        while !is_ready(address) {
            assert!(started.elapsed() < Duration::from_secs(60), "the application did not answer within a minute");
            std::thread::sleep(Duration::from_millis(100));
        }
        Self { address, process }
    }

    /// User and system time of the application since its start.
    pub fn cpu(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id())).expect("the application lives");
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks: u64 = fields[11].parse::<u64>().unwrap_or(0) + fields[12].parse::<u64>().unwrap_or(0);
        // SAFETY: sysconf only reads a number.
        let per_second = unsafe { libc::sysconf(libc::_SC_CLK_TCK) };
        Duration::from_secs_f64(ticks as f64 / per_second as f64)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // SAFETY: the child is ours and was not waited for.
        unsafe { libc::kill(self.process.id() as libc::pid_t, libc::SIGTERM) };
        let _ = self.process.wait();
    }
}

pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

fn is_ready(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    let mut answer = [0; 12];
    stream.write_all(b"GET /readyz HTTP/1.0\r\n\r\n").is_ok()
        && stream.read_exact(&mut answer).is_ok()
        && answer.ends_with(b"200")
}
