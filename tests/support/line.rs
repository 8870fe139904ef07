//! A line as a telephone far from the next mast has it: so many bytes a second for all connections together, each way; a delay;
//! and somebody who cuts it.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{mpsc, oneshot, watch};

/// What goes over the line at a time: connections take turns piece by piece.
const PIECE: usize = 512;

/// How fast a line is.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Each way, for all connections together.
    pub bytes_per_second: f64,
    /// There and back; a new connection takes one more.
    pub round_trip: Duration,
}

/// 64 kbit/s and 800 ms.
pub const SLOW: Pace = Pace { bytes_per_second: 8000.0, round_trip: Duration::from_millis(800) };

/// One direction.
struct Way {
    free_from: Mutex<Instant>,
    passed: AtomicU64,
}

impl Way {
    fn new() -> Self {
        Self { free_from: Mutex::new(Instant::now()), passed: AtomicU64::new(0) }
    }

    /// Takes the next turn for so many bytes; says when the last of them has left.
    fn take(&self, bytes: usize, pace: Pace) -> Instant {
        let mut free = self.free_from.lock().unwrap();
        *free = (*free).max(Instant::now()) + Duration::from_secs_f64(bytes as f64 / pace.bytes_per_second);
        *free
    }
}

struct Between {
    to: SocketAddr,
    pace: Pace,
    up: Way,
    down: Way,
    open: AtomicUsize,
    cuts: watch::Sender<()>,
    dead_until: Mutex<Instant>,
}

/// A line to one address; ends with the test.
pub struct Line {
    /// Where browsers connect to.
    pub address: SocketAddr,
    between: Arc<Between>,
    _end: oneshot::Sender<()>,
}

impl Line {
    /// Lays a line to a server, which need not be there yet. It has a thread of its own: a busy test must not slow it.
    pub fn to(server: SocketAddr, pace: Pace) -> Self {
        let between = Arc::new(Between {
            to: server,
            pace,
            up: Way::new(),
            down: Way::new(),
            open: AtomicUsize::new(0),
            cuts: watch::Sender::new(()),
            dead_until: Mutex::new(Instant::now()),
        });
        let (end, ended) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let mine = between.clone();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = listener();
                tell.send(listener.local_addr().expect("an address")).expect("the test waits");
                tokio::select! { () = accept(listener, mine) => {}, _ = ended => {} }
            });
        });
        Self { address: told.recv().expect("the line is laid"), between, _end: end }
    }

    /// Ends every connection; says how many there were.
    pub fn cut(&self) -> usize {
        let open = self.between.open.load(Ordering::SeqCst);
        self.between.cuts.send_replace(());
        open
    }

    /// The same, and no new connection gets through for a while.
    pub fn cut_for(&self, time: Duration) -> usize {
        *self.between.dead_until.lock().unwrap() = Instant::now() + time;
        self.cut()
    }

    /// Bytes that have arrived: at the server, and back.
    pub fn passed(&self) -> (u64, u64) {
        (self.between.up.passed.load(Ordering::SeqCst), self.between.down.passed.load(Ordering::SeqCst))
    }
}

/// A small buffer: what a browser has sent is what the line has taken, and not what waits in this machine.
fn listener() -> TcpListener {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(8 * 1024).expect("a small buffer");
    socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    socket.listen(64).expect("listening")
}

async fn accept(listener: TcpListener, between: Arc<Between>) {
    while let Ok((browser, _)) = listener.accept().await {
        if Instant::now() >= *between.dead_until.lock().unwrap() {
            tokio::spawn(hold(browser, between.clone()));
        }
    }
}

/// One connection, from its handshake to its end or the next cut.
async fn hold(browser: TcpStream, between: Arc<Between>) {
    let mut cuts = between.cuts.subscribe();
    between.open.fetch_add(1, Ordering::SeqCst);
    let carried = async {
        tokio::time::sleep(between.pace.round_trip).await;
        let Ok(server) = TcpStream::connect(between.to).await else { return };
        let ((from_browser, to_browser), (from_server, to_server)) = (browser.into_split(), server.into_split());
        let up = carry(from_browser, to_server, &between.up, between.pace);
        let down = carry(from_server, to_browser, &between.down, between.pace);
        tokio::join!(up, down);
    };
    tokio::select! { () = carried => {}, _ = cuts.changed() => {} }
    between.open.fetch_sub(1, Ordering::SeqCst);
}

async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, way: &Way, pace: Pace) {
    let (on_the_way, mut arriving) = mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
    let leave = async move {
        let mut piece = [0; PIECE];
        while let Ok(read @ 1..) = from.read(&mut piece).await {
            let left = way.take(read, pace);
            tokio::time::sleep_until(left.into()).await;
            if on_the_way.send((left + pace.round_trip / 2, piece[..read].to_vec())).is_err() {
                break;
            }
        }
    };
    let arrive = async move {
        while let Some((at, piece)) = arriving.recv().await {
            tokio::time::sleep_until(at.into()).await;
            way.passed.fetch_add(piece.len() as u64, Ordering::SeqCst);
            if to.write_all(&piece).await.is_err() {
                break;
            }
        }
    };
    tokio::join!(leave, arrive);
}
