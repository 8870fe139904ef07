//! The slow line of other tests is slow, is one line for all, and breaks when it is cut.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::support::line::{Line, Pace};

const PACE: Pace = Pace { bytes_per_second: 20_000.0, round_trip: Duration::from_millis(300) };

/// Gives back what it gets.
async fn echo() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let (mut from, mut to) = stream.split();
                let _ = tokio::io::copy(&mut from, &mut to).await;
            });
        }
    });
    address
}

/// Sends so many bytes and waits for all of them; says how many came back before it broke.
async fn there_and_back(address: SocketAddr, bytes: usize) -> usize {
    let (mut from, mut to) = TcpStream::connect(address).await.unwrap().into_split();
    tokio::spawn(async move {
        let _ = to.write_all(&vec![7; bytes]).await;
        std::future::pending::<()>().await
    });
    let (mut came, mut piece) = (0, [0; 4096]);
    while came < bytes {
        match from.read(&mut piece).await {
            Ok(read @ 1..) => came += read,
            _ => break,
        }
    }
    came
}

#[actix_web::test]
async fn two_connections_share_one_slow_line() {
    let server = echo().await;
    let line = Line::to(server, PACE);
    let begun = Instant::now();
    assert_eq!(there_and_back(line.address, 1).await, 1);
    let one = begun.elapsed();
    assert!(one >= Duration::from_millis(600), "a handshake and a round trip: {one:?}");
    let begun = Instant::now();
    let both = tokio::join!(there_and_back(line.address, 10_000), there_and_back(line.address, 10_000));
    let time = begun.elapsed();
    assert_eq!((both, line.passed()), ((10_000, 10_000), (20_001, 20_001)));
    assert!(time >= Duration::from_millis(1600) && time < Duration::from_secs(8), "20 KB at 20 KB/s: {time:?}");
    // The same without delay and with room: it is the line that was slow.
    let fast = Line::to(server, Pace { bytes_per_second: 1e8, round_trip: Duration::ZERO });
    let begun = Instant::now();
    tokio::join!(there_and_back(fast.address, 10_000), there_and_back(fast.address, 10_000));
    assert!(begun.elapsed() < Duration::from_millis(1500), "{:?}", begun.elapsed());
}

#[actix_web::test]
async fn a_cut_ends_what_is_on_the_way_and_lets_nobody_through_for_a_while() {
    let line = Line::to(echo().await, PACE);
    let cut = async {
        while line.passed().0 < 4_000 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        line.cut_for(Duration::from_millis(700))
    };
    let (came, open) = tokio::join!(there_and_back(line.address, 20_000), cut);
    assert_eq!(open, 1);
    assert!(came < 20_000 && line.passed().0 < 20_000, "{came}");
    assert_eq!(there_and_back(line.address, 10).await, 0, "still cut");
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!(there_and_back(line.address, 10).await, 10);
}
