//! What tests ask, and of whom.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use govplan::{Error, Limits, Loaded, Options, load};
use govplan_service::{Desk, Settings, router};
use http_body_util::BodyExt;
use serde_json::Value;
use std::num::NonZeroU16;
use std::sync::{Mutex, mpsc as blocking};
use std::time::Duration;
use tokio::sync::mpsc;
use tower::ServiceExt;

/// A request has its answer in so much time: of a clock that stands still unless a test moves it.
pub(crate) const TIME: Duration = Duration::from_secs(10);

pub(crate) const SEED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds/yanzhou-2020-open-government");

/// A document of one requirement.
pub(crate) const DOCUMENT: &str = "工作任务\t责任单位\n1.编制标准目录，9月底前完成。\t办公室\n";

/// Settings with so many readers and places.
pub(crate) fn settings(readers: u16, places: u16) -> Settings {
    let number = |number| NonZeroU16::new(number).unwrap();
    let limits = Limits { bytes: 1 << 20, ..Limits::default() };
    Settings { limits, readers: number(readers), places: number(places), time: TIME }
}

/// The service as it is.
pub(crate) fn service() -> Router {
    router(Desk::new(settings(2, 8)))
}

pub(crate) fn post(path: &str, body: impl Into<Body>) -> Request<Body> {
    Request::builder().method(Method::POST).uri(path).body(body.into()).unwrap()
}

/// The status and the JSON of an answer.
pub(crate) async fn ask(service: &Router, request: Request<Body>) -> (StatusCode, Value) {
    let response = service.clone().oneshot(request).await.unwrap();
    let status = response.status();
    assert_eq!(response.headers()["content-type"], "application/json");
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap())
}

/// What a reading says that it has begun on, and waits for.
pub(crate) struct Gate {
    pub(crate) begun: mpsc::UnboundedReceiver<()>,
    open: blocking::Sender<()>,
}

impl Gate {
    /// Lets one reading through. A gate that is dropped lets all through.
    pub(crate) fn let_one_through(&self) {
        self.open.send(()).unwrap();
    }
}

/// A desk whose readings wait at a gate.
pub(crate) fn gated(settings: Settings) -> (Desk, Gate) {
    let (begin, begun) = mpsc::unbounded_channel();
    let (open, opened) = blocking::channel();
    let opened = Mutex::new(opened);
    let wait_and_load = move |bytes: &[u8], options: &Options| -> Result<Loaded, Error> {
        begin.send(()).unwrap();
        let _ = opened.lock().unwrap().recv();
        load(bytes, options)
    };
    (Desk::reading_by(settings, wait_and_load), Gate { begun, open })
}
