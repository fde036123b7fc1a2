//! A page in the call, as an actor: it connects, publishes, watches, and says what it heard.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use super::hall::PATIENCE;
use super::link::Link;
use super::peer::{Publisher, Publishing, Viewer};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

pub struct Page {
    pub welcome: Value,
    sink: futures_util::stream::SplitSink<Socket, Message>,
    inbox: Arc<Mutex<Inbox>>,
    reader: tokio::task::JoinHandle<()>,
}

#[derive(Default)]
struct Inbox {
    messages: VecDeque<Value>,
    /// The close code, once closed; 0 for an end without one.
    closed: Option<u16>,
}

impl Page {
    pub async fn open(web: SocketAddr) -> Self {
        let address = format!("ws://{web}/session/ws");
        let (socket, _) = tokio_tungstenite::connect_async(address).await.unwrap();
        let (sink, mut stream) = socket.split();
        let inbox = Arc::new(Mutex::new(Inbox::default()));
        let filled = inbox.clone();
        let reader = tokio::spawn(async move {
            while let Some(message) = stream.next().await {
                match message {
                    Ok(Message::Text(text)) => {
                        filled.lock().unwrap().messages.push_back(serde_json::from_str(&text).unwrap());
                    }
                    Ok(Message::Close(frame)) => {
                        filled.lock().unwrap().closed = Some(frame.map_or(0, |frame| frame.code.into()));
                    }
                    Ok(_) => {}
                    Err(_) => break,
                }
            }
            filled.lock().unwrap().closed.get_or_insert(0);
        });
        Self { welcome: Value::Null, sink, inbox, reader }
    }

    pub fn id(&self) -> String {
        self.welcome["connection"].as_str().unwrap().to_owned()
    }

    pub async fn send(&mut self, message: Value) {
        self.send_text(&message.to_string()).await;
    }

    pub async fn send_text(&mut self, text: &str) {
        let _closed_meanwhile = self.sink.send(Message::text(text)).await;
    }

    pub async fn send_bytes(&mut self, bytes: Vec<u8>) {
        let _closed_meanwhile = self.sink.send(Message::binary(bytes)).await;
    }

    /// Waits for the next message named `t`, and takes it out.
    pub async fn next(&mut self, t: &str) -> Value {
        let waited = tokio::time::timeout(PATIENCE, async {
            loop {
                if let Some(message) = self.take(t) {
                    return message;
                }
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        });
        match waited.await {
            Ok(message) => message,
            Err(_) => panic!("no {t:?}; closed {:?}, has {:?}", self.closed(), self.inbox.lock().unwrap().messages),
        }
    }

    /// Takes a message out if it is there already.
    pub fn take(&mut self, t: &str) -> Option<Value> {
        let mut inbox = self.inbox.lock().unwrap();
        let index = inbox.messages.iter().position(|message| message["t"] == t)?;
        inbox.messages.remove(index)
    }

    /// Everything that came and was not taken out.
    pub fn heard(&self) -> Vec<Value> {
        self.inbox.lock().unwrap().messages.iter().cloned().collect()
    }

    /// Sends something and waits until the server has dealt with everything sent before it.
    pub async fn settle(&mut self) {
        self.send(json!({"t": "connect", "token": "again", "v": 1})).await;
        loop {
            let error = self.next("error").await;
            if error["code"] == "already_connected" {
                return;
            }
        }
    }

    pub async fn error(&mut self) -> String {
        self.next("error").await["code"].as_str().unwrap().to_owned()
    }

    /// Sends a message that must be refused; gives the code.
    pub async fn refused(&mut self, message: Value) -> String {
        self.send(message).await;
        self.error().await
    }

    pub fn closed(&self) -> Option<u16> {
        self.inbox.lock().unwrap().closed
    }

    pub async fn is_closed(&self) -> u16 {
        super::hall::until("the socket closes", || self.closed().is_some()).await;
        self.closed().unwrap()
    }

    /// Says goodbye, as a browser does.
    pub async fn leave(mut self) {
        let _closed_meanwhile = self.sink.close().await;
        self.is_closed().await;
    }

    /// Vanishes without a word.
    pub fn vanish(self) {
        self.reader.abort();
    }

    /// Publishes and waits for the answer.
    pub async fn publish(&mut self, publishing: Publishing) -> Publisher {
        let (publisher, offer) = Publisher::offer(publishing);
        self.send(publish_message(&offer)).await;
        let published = self.next("published").await;
        assert_eq!(published["ref"], "r");
        publisher.answered(published["stream"].as_str().unwrap(), published["sdp"].as_str().unwrap())
    }

    /// Subscribes and answers the offer.
    pub async fn watch(&mut self, stream: &str) -> Viewer {
        self.watch_over(stream, Link::default()).await
    }

    pub async fn watch_over(&mut self, stream: &str, link: Link) -> Viewer {
        self.send(json!({"t": "subscribe", "stream": stream})).await;
        let offer = self.next("offer").await;
        assert_eq!(offer["stream"], stream);
        let (viewer, answer) = Viewer::answer(offer["sdp"].as_str().unwrap(), link);
        self.send(json!({"t": "answer", "conn": offer["conn"], "sdp": answer})).await;
        viewer
    }

    /// Waits for somebody's stream, and watches it.
    pub async fn watch_next(&mut self) -> Viewer {
        let stream = self.next("streamCreated").await["stream"].as_str().unwrap().to_owned();
        self.watch(&stream).await
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.reader.abort();
    }
}

pub fn publish_message(offer: &str) -> Value {
    json!({"t": "publish", "ref": "r", "sdp": offer, "name": "camera", "audio": true, "video": true})
}
