//! A body arrives in time or not at all. The framework has no time limit on bodies, and it goes on reading a chunked body
//! that nobody wants for as long as it comes. So each body is watched: reading it fails after the deadline, and what
//! was not read to its end is kept alive beside the answer, which makes the framework close the connection after it.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use actix_web::web::Bytes;
use futures_util::Stream;
use tokio::time::{Sleep, sleep};

/// From the end of the head to the end of the body. With the time that closing takes, less than 30 s.
pub const DEADLINE: Duration = Duration::from_secs(24);

/// A request's body, shared between whoever reads it and the answer.
pub(crate) struct WatchedBody(Rc<RefCell<Inner>>);

struct Inner {
    payload: Payload,
    deadline: Pin<Box<Sleep>>,
    ended: bool,
}

/// Puts a watched body in the request's place. Requests without one, and upgrades to a socket (GET), stay as they are.
pub(crate) fn watch(request: &mut ServiceRequest) -> Option<WatchedBody> {
    let headers = request.headers();
    let empty = headers.get(CONTENT_LENGTH).is_none_or(|length| length == "0");
    let upgrade = request.method() == Method::GET && request.head().upgrade();
    if (empty && !headers.contains_key(TRANSFER_ENCODING) && !request.head().upgrade()) || upgrade {
        return None;
    }
    let payload = std::mem::replace(request.parts_mut().1, Payload::None);
    let inner = Inner { payload, deadline: Box::pin(sleep(DEADLINE)), ended: false };
    let shared = Rc::new(RefCell::new(inner));
    request.set_payload(Payload::Stream { payload: Box::pin(WatchedBody(Rc::clone(&shared))) });
    Some(WatchedBody(shared))
}

/// An answer that was given before its request's body ended takes the rest with it.
pub(crate) fn hold_unread(answer: ServiceResponse, body: Option<WatchedBody>) -> ServiceResponse {
    match body {
        Some(unread) if !unread.0.borrow().ended => {
            answer.map_body(|_, body| BoxBody::new(Holding { body, _unread: unread }))
        }
        _ => answer,
    }
}

impl Stream for WatchedBody {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut inner = self.0.borrow_mut();
        if inner.deadline.as_mut().poll(context).is_ready() {
            return Poll::Ready(Some(Err(PayloadError::Io(std::io::ErrorKind::TimedOut.into()))));
        }
        let polled = Pin::new(&mut inner.payload).poll_next(context);
        inner.ended |= matches!(polled, Poll::Ready(None));
        polled
    }
}

struct Holding {
    body: BoxBody,
    _unread: WatchedBody,
}

impl MessageBody for Holding {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(context)
    }
}

#[cfg(test)]
mod tests {
    use actix_web::HttpMessage as _;
    use actix_web::test::TestRequest;
    use futures_util::StreamExt as _;

    use super::*;

    fn watched(headers: &[(&'static str, &'static str)], method: Method) -> Option<(ServiceRequest, WatchedBody)> {
        let request =
            headers.iter().fold(TestRequest::default().method(method), |it, header| it.insert_header(*header));
        let mut request = request.to_srv_request();
        request.set_payload(Payload::Stream { payload: Box::pin(futures_util::stream::pending()) });
        let body = watch(&mut request)?;
        Some((request, body))
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_does_not_arrive_is_an_error_and_not_a_wait() {
        let (mut request, _) = watched(&[("content-length", "10")], Method::POST).unwrap();
        match request.take_payload().next().await {
            Some(Err(PayloadError::Io(error))) => assert_eq!(error.kind(), std::io::ErrorKind::TimedOut),
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn every_request_with_a_body_is_watched_and_no_other() {
        assert!(watched(&[("transfer-encoding", "chunked")], Method::POST).is_some());
        assert!(watched(&[("content-length", "0")], Method::POST).is_none());
        assert!(watched(&[], Method::GET).is_none());
    }
}
