//! What becomes of requests while others are slow. The clock stands still but where it is moved.

use crate::client::{DOCUMENT, TIME, ask, gated, post, settings};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};
use govplan_service::router;
use http_body_util::BodyExt;
use http_body_util::channel::{Channel, Sender};
use serde_json::{Value, json};
use std::convert::Infallible;
use tokio::task::JoinHandle;
use tokio::time::advance;
use tower::ServiceExt;

/// A body of which nothing ever comes, and what has to be kept for that.
fn silent() -> (Body, Sender<Bytes, Infallible>) {
    let (sender, body) = Channel::new(1);
    (Body::new(body), sender)
}

type Asked = JoinHandle<(StatusCode, Value)>;

/// A request on its way.
fn send(service: &Router) -> Asked {
    let service = service.clone();
    tokio::spawn(async move { ask(&service, post("/plans", DOCUMENT)).await })
}

/// The answer once the time is over.
async fn too_late(asked: Asked) -> (StatusCode, Value) {
    while !asked.is_finished() {
        advance(TIME).await;
    }
    asked.await.unwrap()
}

async fn assert_healthy(service: &Router) {
    let request = Request::get("/health").body(Body::empty()).unwrap();
    let response = service.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), "ok");
}

#[tokio::test(start_paused = true)]
async fn a_slow_document_is_given_up_and_still_counts_until_it_is_read() {
    let (desk, mut gate) = gated(settings(1, 8));
    let service = router(desk);
    let slow = send(&service);
    gate.begun.recv().await.unwrap();
    assert_healthy(&service).await;
    let (status, answer) = too_late(slow).await;
    assert_eq!((status, &answer["error"]["code"]), (StatusCode::GATEWAY_TIMEOUT, &json!("slow_document")));
    assert!(answer["error"]["message"]["en"].as_str().unwrap().contains("within 10 seconds"));

    // The thread goes on, so that the next document gets no reader.
    let (status, answer) = too_late(send(&service)).await;
    assert_eq!((status, &answer["error"]["code"]), (StatusCode::SERVICE_UNAVAILABLE, &json!("busy")));
    assert!(gate.begun.try_recv().is_err());

    // Once it ends, the reader is free.
    gate.let_one_through();
    gate.let_one_through();
    assert_eq!(send(&service).await.unwrap().0, StatusCode::OK);
}

#[tokio::test(start_paused = true)]
async fn a_slow_document_keeps_no_other_waiting() {
    let (desk, mut gate) = gated(settings(2, 8));
    let service = router(desk);
    let (mut one, mut other) = (send(&service), send(&service));
    gate.begun.recv().await.unwrap();
    gate.begun.recv().await.unwrap();
    gate.let_one_through();
    let (first, waiting) = tokio::select! {
        first = &mut one => (first, other),
        first = &mut other => (first, one),
    };
    assert_eq!(first.unwrap().0, StatusCode::OK);
    assert!(!waiting.is_finished());
    gate.let_one_through();
    assert_eq!(waiting.await.unwrap().0, StatusCode::OK);
}

#[tokio::test(start_paused = true)]
async fn who_finds_no_place_is_sent_away_before_a_byte_is_taken() {
    let (desk, mut gate) = gated(settings(1, 1));
    let service = router(desk);
    let held = send(&service);
    gate.begun.recv().await.unwrap();
    let (body, _sender) = silent();
    let response = service.clone().oneshot(post("/plans", body)).await.unwrap();
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(response.headers()["retry-after"], "1");
    gate.let_one_through();
    assert_eq!(held.await.unwrap().0, StatusCode::OK);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_is_given_up_and_takes_no_reader() {
    let (desk, mut gate) = gated(settings(1, 2));
    let service = router(desk);
    let (body, _sender) = silent();
    let (status, answer) = ask(&service, post("/plans", body)).await;
    assert_eq!((status, &answer["error"]["code"]), (StatusCode::REQUEST_TIMEOUT, &json!("slow_body")));
    assert!(gate.begun.try_recv().is_err());
    // Its place is free again: both are.
    gate.let_one_through();
    gate.let_one_through();
    let both = [send(&service), send(&service)];
    for one in both {
        assert_eq!(one.await.unwrap().0, StatusCode::OK);
    }
}
