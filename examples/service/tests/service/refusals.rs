//! Requests that get no plan: each says why, in both languages, and what was found and expected.

use crate::client::{DOCUMENT, ask, post, service, settings};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use govplan::Limits;
use govplan_service::{Desk, Settings, router};
use serde_json::{Value, json};
use tower::ServiceExt;

/// The error of an answer with a status.
async fn refused(path: &str, body: impl Into<Body>, status: StatusCode) -> Value {
    let (found, answer) = ask(&service(), post(path, body)).await;
    assert_eq!(found, status, "{answer}");
    let error = answer["error"].clone();
    for language in ["zh", "en"] {
        assert!(!error["message"][language].as_str().unwrap().is_empty(), "{error}");
    }
    error
}

#[tokio::test]
async fn nothing_is_no_document() {
    for (body, code) in [("", "empty"), (" \n\t\n", "blank")] {
        assert_eq!(refused("/plans", body, StatusCode::BAD_REQUEST).await["code"], json!(code));
    }
}

#[tokio::test]
async fn a_body_may_be_as_large_as_the_limit_and_no_larger() {
    let limit = DOCUMENT.len();
    let limits = Limits { bytes: limit, ..Limits::default() };
    let service = router(Desk::new(Settings { limits, ..settings(1, 1) }));
    assert_eq!(ask(&service, post("/plans", DOCUMENT)).await.0, StatusCode::OK);
    let (status, answer) = ask(&service, post("/plans", format!("{DOCUMENT}\n"))).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer["error"]["code"], json!("too_large"));
    assert_eq!(answer["error"]["expected"], json!(limit.to_string()));
}

#[tokio::test]
async fn what_unpacks_to_too_much_is_too_large_as_well() {
    let limits = Limits { unpacked_bytes: 100, ..Limits::default() };
    let service = router(Desk::new(Settings { limits, ..settings(1, 1) }));
    let word = include_bytes!("../../../../tests/corpus/00-seed/source.docx");
    let (status, answer) = ask(&service, post("/plans", word.as_slice())).await;
    assert_eq!((status, &answer["error"]["code"]), (StatusCode::PAYLOAD_TOO_LARGE, &json!("unpacks_too_large")));
}

#[tokio::test]
async fn bytes_that_are_no_document_are_named() {
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice();
    let error = refused("/plans?name=plan.docx", picture, StatusCode::UNSUPPORTED_MEDIA_TYPE).await;
    assert_eq!((&error["code"], &error["found"]), (&json!("unsupported"), &json!("a PNG image")));
    assert!(error["expected"].as_str().unwrap().contains("docx"));
    let noise: Vec<u8> = (0..400_u16).map(|n| (n % 7) as u8).collect();
    assert_eq!(refused("/plans", noise, StatusCode::UNSUPPORTED_MEDIA_TYPE).await["code"], json!("binary"));
    let torn = b"PK\x03\x04....word/document.xml".as_slice();
    assert_eq!(refused("/plans", torn, StatusCode::UNPROCESSABLE_ENTITY).await["code"], json!("damaged"));
}

#[tokio::test]
async fn json_that_is_no_plan_is_shown_where() {
    let wrong = "{\"govplan\": \"1.0\", \"id\": \"p\",\n \"sectons\": []}";
    let error = refused("/plans", wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
    assert_eq!(error["code"], json!("unknown_field"));
    assert_eq!((&error["found"], &error["expected"]), (&json!("sectons"), &json!("sections")));
    assert_eq!((&error["pointer"], &error["line"]), (&json!("/sectons"), &json!(2)));
    assert_eq!(refused("/plans", "{\"govplan\": ", StatusCode::BAD_REQUEST).await["code"], json!("syntax"));
}

#[tokio::test]
async fn a_query_is_understood_or_refused() {
    let error = refused("/plans?format=odt", DOCUMENT, StatusCode::BAD_REQUEST).await;
    assert_eq!((&error["code"], &error["found"]), (&json!("query"), &json!("odt")));
    assert!(error["expected"].as_str().unwrap().starts_with("one of text, markdown"));
    let error = refused("/plans?today=2020-2-30", DOCUMENT, StatusCode::BAD_REQUEST).await;
    assert_eq!((&error["found"], &error["expected"]), (&json!("2020-2-30"), &json!("a day as YYYY-MM-DD")));
    let error = refused("/plans?nam=plan.txt", DOCUMENT, StatusCode::BAD_REQUEST).await;
    assert!(error["message"]["en"].as_str().unwrap().contains("unknown field `nam`"), "{error}");
}

#[tokio::test]
async fn another_path_and_another_method_are_refused_alike() {
    assert_eq!(refused("/plan", DOCUMENT, StatusCode::NOT_FOUND).await["code"], json!("path"));
    let (status, answer) = ask(&service(), Request::get("/plans").body(Body::empty()).unwrap()).await;
    assert_eq!((status, &answer["error"]["code"]), (StatusCode::METHOD_NOT_ALLOWED, &json!("method")));
    let response = service().oneshot(Request::get("/plans").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.headers()["allow"], "POST");
}

#[tokio::test]
async fn a_reader_that_fails_costs_its_own_request_alone() {
    let fails_once = |bytes: &[u8], options: &govplan::Options| {
        assert!(bytes.starts_with("工作".as_bytes()), "a reader that fails, as this test wants it");
        govplan::load(bytes, options)
    };
    let service = router(Desk::reading_by(settings(1, 1), fails_once));
    let (status, answer) = ask(&service, post("/plans", "1.推进公开。")).await;
    assert_eq!((status, &answer["error"]["code"]), (StatusCode::INTERNAL_SERVER_ERROR, &json!("failed")));
    // Its reader and its place are free again.
    assert_eq!(ask(&service, post("/plans", DOCUMENT)).await.0, StatusCode::OK);
}
