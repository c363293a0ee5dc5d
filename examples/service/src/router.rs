use crate::desk::Desk;
use crate::failure::Failure;
use crate::order::{Order, Parameters};
use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{DefaultBodyLimit, Query, Request, State};
use axum::response::Response;
use axum::routing::{get, post};

/// What the service answers.
///
/// - `POST /plans?name=…&format=…&today=…`, the document as the body: `{"plans": [{"findings": […], "plan": {…}}]}`
/// - `GET /health`: `ok`, however busy it is
pub fn router(desk: Desk) -> Router {
    let largest = DefaultBodyLimit::max(desk.settings().limits.bytes);
    Router::new()
        .route("/plans", post(plans).layer(largest))
        .route("/health", get(async || "ok"))
        .method_not_allowed_fallback(async || Failure::method())
        .fallback(async || Failure::path())
        .with_state(desk)
}

async fn plans(
    State(desk): State<Desk>,
    query: Result<Query<Parameters>, QueryRejection>,
    request: Request,
) -> Result<Response, Failure> {
    desk.serve(Order::try_from(query)?, request).await
}
