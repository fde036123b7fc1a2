//! A running server and browsers that keep cookies, for tests of pages.

use anteroom::app::App;
use anteroom::config::{SettingArgs, Settings};
use anteroom::domain::account::AccountRole;
use anteroom::domain::actor::{Actor, Who};
use anteroom::domain::ids::RoomId;
use anteroom::domain::invite::Entry;
use anteroom::domain::role::Role;
use anteroom::domain::text::{Email, Label, PersonName, Title};
use anteroom::moderation::{InviteSettings, IssuedInvite, Moderation, NewAccount, RoomChange};
use anteroom::store::EntryFilter;
use reqwest::StatusCode;
use reqwest::header::{COOKIE, HOST, LOCATION, SET_COOKIE};
use scraper::{Html, Selector};
use secrecy::ExposeSecret as _;
use tokio_util::sync::CancellationToken;

/// A server of its own for one test. It stops when this is dropped.
pub struct Server {
    pub origin: String,
    /// What browsers call it, as in its links.
    pub public_origin: String,
    pub moderation: Moderation,
    stopping: CancellationToken,
    _folder: tempfile::TempDir,
}

/// Somebody with an account, and the browser they use.
pub struct Person {
    pub actor: Actor,
    pub id: String,
    pub email: String,
    pub password: String,
    pub browser: Browser,
}

/// Follows nothing by itself and carries cookies by hand, so that tests see every answer as it is.
#[derive(Clone)]
pub struct Browser {
    origin: String,
    host: String,
    client: reqwest::Client,
    cookies: Vec<(String, String)>,
}

pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub set_cookies: Vec<String>,
    pub body: String,
}

impl Server {
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    pub async fn start_with(change: impl FnOnce(&mut SettingArgs)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut arguments = SettingArgs {
            listen: Some("127.0.0.1:0".to_owned()),
            database: Some(folder.path().join("test.db").to_string_lossy().into_owned()),
            rate_limit_scale: Some("1000".to_owned()),
            ..SettingArgs::default()
        };
        change(&mut arguments);
        let app = App::build(Settings::resolve(arguments, &|_| None).unwrap()).await.unwrap();
        let server = Self {
            origin: format!("http://{}", app.address()),
            public_origin: app.public_url().origin().to_owned(),
            moderation: app.moderation().clone(),
            stopping: app.stopping(),
            _folder: folder,
        };
        // The server's future stays on a thread of its own: it need not be able to move.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(app.run()).unwrap();
        });
        server
    }

    pub fn browser(&self) -> Browser {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let host = self.public_origin.split_once("//").unwrap().1.to_owned();
        Browser { origin: self.origin.clone(), host, client, cookies: Vec::new() }
    }

    /// Somebody with an account, signed in.
    pub async fn person(&self, name: &str, role: AccountRole) -> Person {
        let address = format!("{}@example.org", name.to_lowercase());
        let new = NewAccount { email: Email::parse(&address).unwrap(), name: PersonName::parse(name).unwrap(), role };
        let (account, password) = self.moderation.create_account(&Actor::SYSTEM, new).await.unwrap();
        let who = Who::Account { id: account.id, name: account.name.to_string(), role };
        let mut person = Person {
            actor: Actor { who, address: None },
            id: account.id.to_string(),
            email: address,
            password: password.expose_secret().to_owned(),
            browser: self.browser(),
        };
        person.signs_in().await;
        person
    }

    pub async fn host(&self, name: &str) -> Person {
        self.person(name, AccountRole::Host).await
    }

    pub async fn admin(&self, name: &str) -> Person {
        self.person(name, AccountRole::Admin).await
    }

    pub async fn room_of(&self, owner: &Person, title: &str) -> RoomId {
        let wish = RoomChange { title: Some(Title::parse(title).unwrap()), ..RoomChange::default() };
        self.moderation.create_room(&owner.actor, wish, None).await.unwrap().id
    }

    pub async fn invite(&self, by: &Person, room: RoomId, label: &str) -> IssuedInvite {
        let settings = InviteSettings {
            role: Role::Publisher,
            entry: Entry::Wait,
            label: Some(Label::parse(label).unwrap()),
            guest_name: None,
            max_uses: None,
            not_before: None,
            expires_at: None,
            passcode: None,
        };
        self.moderation.create_invite(&by.actor, room, settings).await.unwrap()
    }

    /// The acts in the log, newest first.
    pub async fn acts(&self) -> Vec<String> {
        let entries = self.moderation.store.entries(EntryFilter::default(), 1_000).await.unwrap();
        entries.into_iter().map(|entry| entry.action).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.cancel();
    }
}

impl Person {
    pub async fn signs_in(&mut self) -> Answer {
        let form = [("email", self.email.clone()), ("password", self.password.clone())];
        let answer = self.browser.post("/host/sign-in", &form).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer
    }
}

impl Browser {
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = self.client.get(format!("{}{path}", self.origin));
        self.send(request).await
    }

    pub async fn head(&mut self, path: &str) -> Answer {
        let request = self.client.head(format!("{}{path}", self.origin));
        self.send(request).await
    }

    /// As from a form of our own page.
    pub async fn post(&mut self, path: &str, form: &[(&str, impl AsRef<str>)]) -> Answer {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        let request = self.client.post(format!("{}{path}", self.origin)).header("sec-fetch-site", "same-origin");
        self.send(request.form(&form)).await
    }

    /// A button: a form without fields.
    pub async fn press(&mut self, path: &str) -> Answer {
        self.post(path, &[] as &[(&str, &str)]).await
    }

    /// As from another website.
    pub async fn post_from_elsewhere(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.client.post(format!("{}{path}", self.origin)).header("sec-fetch-site", "cross-site");
        self.send(request.form(&form)).await
    }

    pub fn has_cookies(&self) -> bool {
        !self.cookies.is_empty()
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    async fn send(&mut self, request: reqwest::RequestBuilder) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header(HOST, &self.host);
        let request = if cookies.is_empty() { request } else { request.header(COOKIE, cookies.join("; ")) };
        let answer = request.send().await.unwrap();
        let text = |value: &reqwest::header::HeaderValue| value.to_str().unwrap().to_owned();
        let set_cookies: Vec<String> = answer.headers().get_all(SET_COOKIE).iter().map(text).collect();
        for cookie in &set_cookies {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(own, _)| own != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let location = answer.headers().get(LOCATION).map(text);
        Answer { status: answer.status(), location, set_cookies, body: answer.text().await.unwrap() }
    }
}

impl Answer {
    /// The text of what a selector finds, spaces folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let folded = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Html::parse_document(&self.body).select(&selector).map(|it| folded(it.text().collect())).collect()
    }

    /// An attribute of the first that a selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let selector = Selector::parse(selector).unwrap();
        Html::parse_document(&self.body).select(&selector).next()?.attr(name).map(str::to_owned)
    }

    /// All that a reader sees.
    pub fn text(&self) -> String {
        self.texts("main").join(" ")
    }

    pub fn goes_to(&self) -> &str {
        assert_eq!(self.status, 303, "{}", self.body);
        self.location.as_deref().unwrap_or_default()
    }
}
