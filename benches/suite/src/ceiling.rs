//! What the parts can do with as good as nothing on top: actix-web with fixed answers, SQLite with one writer that shares
//! a commit among all who wait. Nobody is asked who they are, nothing is checked, nothing is logged.

use std::sync::Arc;
use std::time::Duration;

use actix_web::web::{self, Bytes, Data, Path};
use actix_web::{App, HttpResponse, HttpServer};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, SqliteConnection};
use tokio::sync::{mpsc, oneshot, watch};

/// Guests that the streams are for.
const MOST: usize = 20_000;
const HEARTBEAT: Duration = Duration::from_secs(15);

enum Write {
    Join(String),
    Admit(i64),
    AdmitAll(i64),
}

type Job = (Write, oneshot::Sender<()>);

struct Ceiling {
    writer: mpsc::Sender<Job>,
    guests: Vec<watch::Sender<bool>>,
}

pub fn run(port: u16, database: &str) {
    let (writer, jobs) = mpsc::channel(4_096);
    let file = database.to_owned();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(write(&file, jobs));
    });
    let guests = (0..MOST).map(|_| watch::channel(false).0).collect();
    let ceiling = Data::from(Arc::new(Ceiling { writer, guests }));
    let serve = async move {
        HttpServer::new(move || {
            App::new()
                .app_data(ceiling.clone())
                .route("/plain", web::get().to(async || HttpResponse::Ok().body("ok\n")))
                .route("/page/{bytes}", web::get().to(page))
                .route("/join", web::post().to(join))
                .route("/admit/{guest}", web::post().to(admit))
                .route("/admit-all/{guests}", web::post().to(admit_all))
                .route("/events/{guest}", web::get().to(events))
        })
        .workers(2)
        .h1_allow_half_closed(false)
        .bind(("127.0.0.1", port))
        .unwrap()
        .run()
        .await
        .unwrap();
    };
    actix_web::rt::System::new().block_on(serve);
}

async fn write(file: &str, mut jobs: mpsc::Receiver<Job>) {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    let mut file = options.connect().await.unwrap();
    for table in [
        "CREATE TABLE guest (id INTEGER PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL) STRICT",
        "CREATE TABLE log (id INTEGER PRIMARY KEY, guest INTEGER NOT NULL, what TEXT NOT NULL) STRICT",
    ] {
        sqlx::query(table).execute(&mut file).await.unwrap();
    }
    let mut batch = Vec::new();
    while jobs.recv_many(&mut batch, 256).await > 0 {
        sqlx::query("BEGIN IMMEDIATE").execute(&mut file).await.unwrap();
        let mut answers = Vec::with_capacity(batch.len());
        for (work, answer) in batch.drain(..) {
            do_it(&mut file, work).await;
            answers.push(answer);
        }
        sqlx::query("COMMIT").execute(&mut file).await.unwrap();
        for answer in answers {
            let _ = answer.send(());
        }
    }
}

async fn do_it(file: &mut SqliteConnection, work: Write) {
    match work {
        Write::Join(name) => {
            let insert = sqlx::query("INSERT INTO guest (name, state) VALUES (?, 'waiting')").bind(name);
            insert.execute(file).await.unwrap();
        }
        Write::Admit(guest) => {
            let update = sqlx::query("UPDATE guest SET state = 'admitted' WHERE id = ?").bind(guest);
            update.execute(&mut *file).await.unwrap();
            let log = sqlx::query("INSERT INTO log (guest, what) VALUES (?, 'admitted')").bind(guest);
            log.execute(file).await.unwrap();
        }
        Write::AdmitAll(guests) => {
            let update = sqlx::query("UPDATE guest SET state = 'admitted' WHERE id <= ?").bind(guests);
            update.execute(&mut *file).await.unwrap();
            let log = sqlx::query("INSERT INTO log (guest, what) SELECT id, 'admitted' FROM guest WHERE id <= ?");
            log.bind(guests).execute(file).await.unwrap();
        }
    }
}

impl Ceiling {
    async fn writes(&self, work: Write) {
        let (answer, answered) = oneshot::channel();
        self.writer.send((work, answer)).await.unwrap();
        answered.await.unwrap();
    }
}

/// A page of that many bytes, made once.
async fn page(bytes: Path<usize>) -> HttpResponse {
    thread_local!(static PAGE: std::cell::RefCell<Bytes> = const { std::cell::RefCell::new(Bytes::new()) });
    let page = PAGE.with_borrow_mut(|page| {
        if page.len() != *bytes {
            *page = vec![b'x'; *bytes].into();
        }
        page.clone()
    });
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page)
}

async fn join(ceiling: Data<Ceiling>, body: String) -> HttpResponse {
    ceiling.writes(Write::Join(body)).await;
    HttpResponse::Created().content_type("application/json").body(r#"{"state":"waiting"}"#)
}

async fn admit(ceiling: Data<Ceiling>, guest: Path<usize>) -> HttpResponse {
    ceiling.writes(Write::Admit(i64::try_from(*guest).unwrap())).await;
    ceiling.guests[*guest].send_replace(true);
    HttpResponse::SeeOther().insert_header(("location", "/")).finish()
}

async fn admit_all(ceiling: Data<Ceiling>, guests: Path<usize>) -> HttpResponse {
    ceiling.writes(Write::AdmitAll(i64::try_from(*guests).unwrap())).await;
    // Their numbers begin with 1.
    for guest in &ceiling.guests[1..=*guests] {
        guest.send_replace(true);
    }
    HttpResponse::SeeOther().insert_header(("location", "/")).finish()
}

async fn events(ceiling: Data<Ceiling>, guest: Path<usize>) -> HttpResponse {
    let mut changes = ceiling.guests[*guest].subscribe();
    HttpResponse::Ok().insert_header(("content-type", "text/event-stream")).streaming(async_stream::stream! {
        loop {
            let state = if *changes.borrow_and_update() { "admitted" } else { "waiting" };
            yield Ok::<_, std::convert::Infallible>(Bytes::from(format!("event: status\ndata: {{\"state\":\"{state}\"}}\n\n")));
            loop {
                tokio::select! {
                    _ = changes.changed() => break,
                    () = tokio::time::sleep(HEARTBEAT) => yield Ok(Bytes::from_static(b": here\n\n")),
                }
            }
        }
    })
}
