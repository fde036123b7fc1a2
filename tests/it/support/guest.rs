//! Somebody who came by a link, with a browser of their own.

use anteroom::domain::admission::Admission;
use anteroom::moderation::hash_of;

use super::{Answer, Browser, Server};

#[derive(Clone, Debug)]
pub struct Guest {
    pub browser: Browser,
    /// `/r/{code}`
    pub here: String,
}

impl Guest {
    /// Comes by a link and asks to join.
    pub async fn asks(server: &Server, link: &str, name: &str) -> Self {
        Self::asks_with(server, link, &format!("name={name}")).await
    }

    /// The same with everything that the form can hold, encoded.
    pub async fn asks_with(server: &Server, link: &str, form: &str) -> Self {
        let mut browser = server.browser();
        let answer = browser.post_encoded(link, form).await;
        Self { browser, here: answer.goes_to().to_owned() }
    }

    pub async fn page(&mut self) -> Answer {
        self.browser.get(&self.here).await
    }

    pub async fn status(&mut self) -> serde_json::Value {
        self.browser.get(&format!("{}/status", self.here)).await.json()
    }

    pub async fn presses(&mut self, act: &str) -> Answer {
        self.browser.press(&format!("{}/{act}", self.here)).await
    }

    pub async fn fetches_a_token(&mut self) -> Answer {
        self.browser.post_json(&format!("{}/token", self.here), "{}").await
    }

    /// The secret in the cookie.
    pub fn ticket(&self) -> &str {
        self.browser.cookies.iter().find(|(name, _)| name.contains("ticket")).unwrap().1
    }

    /// As the database has it.
    pub async fn admission(&self, server: &Server) -> Admission {
        server.moderation.store.admission_by_ticket(&hash_of(self.ticket())).unwrap().unwrap()
    }
}
