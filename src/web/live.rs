//! Live pages: one LISTEN connection per process feeds every open event stream, so that a change made by any process reaches
//! every browser. Notices carry a topic, never data; the page asks again for what it shows.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::web::Bytes;
use diesel_async::SimpleAsyncConnection;
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::broadcast::{self, error::RecvError};

use super::Answer;
use crate::db::Connection;

const CHANNEL: &str = "plenipo";
/// A comment at least this often keeps proxies from closing the stream.
const PING: Duration = Duration::from_secs(15);

/// What reaches a stream: a topic has news, everything must be asked again, or the process is stopping.
#[derive(Clone, Debug)]
pub enum Live {
    News(String),
    Resync,
    Stop,
}

/// The process's distributor of news; cheap to clone.
#[derive(Clone)]
pub struct Hub(broadcast::Sender<Live>);

impl Default for Hub {
    fn default() -> Self {
        Self(broadcast::channel(256).0)
    }
}

impl Hub {
    /// Tells this process's streams.
    pub fn send(&self, live: Live) {
        // Nobody listening is no fault.
        let _ = self.0.send(live);
    }

    /// What a process of ours wants to know itself.
    pub fn subscribe(&self) -> broadcast::Receiver<Live> {
        self.0.subscribe()
    }

    /// An event stream of one topic: `event: news` when there is some, `event: resync` when some may have been missed.
    pub fn stream(&self, topic: String) -> HttpResponse {
        HttpResponse::Ok()
            .content_type("text/event-stream")
            .insert_header(("x-accel-buffering", "no"))
            .streaming(events(self.0.subscribe(), topic))
    }
}

fn events(news: broadcast::Receiver<Live>, topic: String) -> impl Stream<Item = Result<Bytes, actix_web::Error>> {
    let pings = tokio::time::interval(PING);
    stream::unfold((news, pings, topic), |(mut news, mut pings, topic)| async move {
        loop {
            let text = tokio::select! {
                live = news.recv() => match live {
                    Ok(Live::News(found)) if found == topic => "event: news\ndata: 1\n\n",
                    Ok(Live::News(_)) => continue,
                    Ok(Live::Resync) | Err(RecvError::Lagged(_)) => "event: resync\ndata: 1\n\n",
                    Ok(Live::Stop) | Err(RecvError::Closed) => return None,
                },
                _ = pings.tick() => ": still here\n\n",
            };
            return Some((Ok(Bytes::from_static(text.as_bytes())), (news, pings, topic)));
        }
    })
}

/// Says, in a transaction, that a topic has news; told when it commits. Never in the scan path: it serialises commits.
pub async fn announce(connection: &mut Connection, topic: &str) -> Answer<()> {
    use diesel::sql_types::Text;
    use diesel_async::RunQueryDsl;
    diesel::sql_query("SELECT pg_notify($1, $2)")
        .bind::<Text, _>(CHANNEL)
        .bind::<Text, _>(topic)
        .execute(connection)
        .await?;
    Ok(())
}

/// Listens for the whole process until it stops, coming back after a lost connection with a resync.
pub async fn listen(url: String, hub: Hub) {
    loop {
        if let Err(error) = listen_once(&url, &hub).await {
            tracing::warn!(%error, "live updates lost the database; trying again");
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

async fn listen_once(url: &str, hub: &Hub) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut connection = crate::db::tls::establish(url).await?;
    connection.batch_execute(&format!("LISTEN {CHANNEL}")).await?;
    hub.send(Live::Resync);
    let mut notices = std::pin::pin!(connection.notifications_stream());
    while let Some(notice) = notices.next().await {
        hub.send(Live::News(notice?.payload));
    }
    Err("the connection was closed".into())
}
