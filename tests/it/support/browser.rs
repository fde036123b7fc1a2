//! A browser: it keeps cookies and says where its requests come from. It follows nothing by itself, so that tests see
//! every answer as it is.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use super::server::Wire;
use super::{Answer, Server};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const SAME_SITE: (&str, &str) = ("sec-fetch-site", "same-origin");

#[derive(Clone, Debug)]
pub struct Browser {
    wire: Wire,
    pub cookies: BTreeMap<String, String>,
}

impl Server {
    pub fn browser(&self) -> Browser {
        Browser::at(self.address, &self.origin)
    }
}

impl Browser {
    /// A new one, for the server at this address that calls itself so.
    pub fn at(address: SocketAddr, origin: &str) -> Self {
        let host = origin.split_once("//").unwrap().1.to_owned();
        Self { wire: Wire { address, host }, cookies: BTreeMap::new() }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.visit("GET", path, &[], "").await
    }

    pub async fn head(&mut self, path: &str) -> Answer {
        self.visit("HEAD", path, &[], "").await
    }

    /// As from a form of our own page.
    pub async fn post(&mut self, path: &str, form: &[(&str, impl AsRef<str>)]) -> Answer {
        self.post_encoded(path, &encoded(form)).await
    }

    /// The same with a form that is sent as it stands.
    pub async fn post_encoded(&mut self, path: &str, form: &str) -> Answer {
        self.visit("POST", path, &[FORM, SAME_SITE], form).await
    }

    /// A button: a form without fields.
    pub async fn press(&mut self, path: &str) -> Answer {
        self.post_encoded(path, "").await
    }

    /// As from another website.
    pub async fn post_from_elsewhere(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.visit("POST", path, &[FORM, ("sec-fetch-site", "cross-site")], &encoded(form)).await
    }

    /// As a script of our own page does.
    pub async fn post_json(&mut self, path: &str, json: &str) -> Answer {
        self.visit("POST", path, &[("content-type", "application/json"), SAME_SITE], json).await
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.wire.host)
    }

    pub fn has_cookies(&self) -> bool {
        !self.cookies.is_empty()
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// The header with all cookies; empty without any.
    pub fn cookie_header(&self) -> String {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        cookies.join("; ")
    }

    /// As from a form of our own page, with further headers. New cookies are not kept, so that several may be under way.
    pub async fn posts(&self, path: &str, form: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let headers = [&[FORM, SAME_SITE], headers].concat();
        self.send("POST", path, &headers, &encoded(form)).await
    }

    async fn visit(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let answer = self.send(method, path, headers, body).await;
        for cookie in answer.headers("set-cookie") {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.remove(name);
            if !value.is_empty() {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let cookies = self.cookie_header();
        let mut headers = headers.to_vec();
        if !cookies.is_empty() {
            headers.push(("cookie", &cookies));
        }
        if method == "POST" && body.is_empty() {
            headers.push(("content-length", "0"));
        }
        self.wire.send(method, path, &headers, body).await
    }
}

fn encoded(form: &[(&str, impl AsRef<str>)]) -> String {
    let mut encoded = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in form {
        encoded.append_pair(name, value.as_ref());
    }
    encoded.finish()
}
