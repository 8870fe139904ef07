//! The program as it is run: a process of its own, which a test may kill and start again.

use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::World;

/// `plenipo serve` on a world's database; ends with the test.
pub struct Process {
    command: Command,
    child: Child,
    address: SocketAddr,
}

/// An address on which nothing listens.
pub fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|port| port.local_addr()).expect("a free port")
}

impl Process {
    /// Starts it at an address, with what links begin with; it answers when this returns.
    pub async fn serve(world: &World, address: SocketAddr, public: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenipo"));
        command
            .args(["serve"])
            .env("DATABASE_URL", &world.url)
            .env("PLENIPO_DATA", world.folder.path())
            .env("LISTEN", address.to_string())
            .env("BASE_URL", public)
            .env("WORKERS", "1")
            .env("DATABASE_CONNECTIONS", "6")
            .env("RUST_LOG", "error")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        let child = command.spawn().expect("the program starts");
        let mut process = Self { command, child, address };
        process.answers().await;
        process
    }

    /// Ends it without a word, as the loss of power does.
    pub fn kill(&mut self) {
        self.child.kill().expect("it was running");
        self.child.wait().expect("it has ended");
    }

    /// Starts it again where it was.
    pub async fn start_again(&mut self) {
        self.child = self.command.spawn().expect("the program starts");
        self.answers().await;
    }

    async fn answers(&mut self) {
        let begun = Instant::now();
        while tokio::net::TcpStream::connect(self.address).await.is_err() {
            assert!(begun.elapsed() < Duration::from_secs(60), "nothing answers on {}", self.address);
            if self.child.try_wait().expect("a child of ours").is_some() {
                // Somebody else's connection held the port for a moment.
                self.child = self.command.spawn().expect("the program starts");
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
