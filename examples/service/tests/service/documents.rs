//! Documents and plans that are read.

use crate::client::{DOCUMENT, SEED, ask, post, service};
use axum::http::StatusCode;
use govplan::{CheckSettings, Finding, Plan};
use serde_json::{Value, json};

fn seed() -> Vec<u8> {
    std::fs::read(format!("{SEED}.txt")).unwrap()
}

fn codes(findings: &Value) -> Vec<&str> {
    findings.as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_seed_is_the_plan_that_it_is_with_everything_to_be_said_of_it() {
    let (status, answer) = ask(&service(), post("/plans?name=yanzhou-2020-open-government.txt", seed())).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let json = std::fs::read(format!("{SEED}.json")).unwrap();
    let plan = Plan::from_json(&json).unwrap();
    let findings: Vec<Finding> = serde_json::from_value(answer["plans"][0]["findings"].clone()).unwrap();
    assert_eq!(findings, plan.check(&CheckSettings::default()));
    assert!(codes(&answer["plans"][0]["findings"]).contains(&"GP304"));
    let expected: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(answer["plans"][0]["plan"], expected);
    assert_eq!(answer["plans"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_day_brings_what_is_over_by_then() {
    let overdue = async |path: &str| {
        let (_, answer) = ask(&service(), post(path, seed())).await;
        codes(&answer["plans"][0]["findings"]).contains(&"GP404")
    };
    assert!(!overdue("/plans").await);
    assert!(!overdue("/plans?today=2020-08-28").await);
    assert!(overdue("/plans?today=2021-01-01").await);
}

#[tokio::test]
async fn the_json_of_a_plan_is_that_plan_and_several_are_several() {
    let seed = std::fs::read(format!("{SEED}.json")).unwrap();
    let (status, answer) = ask(&service(), post("/plans", seed.clone())).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(answer["plans"][0]["plan"], serde_json::from_slice::<Value>(&seed).unwrap());
    let lines = "{\"govplan\":\"1.0\",\"id\":\"a\"}\n{\"govplan\":\"1.0\",\"id\":\"b\"}\n";
    let (_, answer) = ask(&service(), post("/plans", lines)).await;
    let ids: Vec<&Value> = answer["plans"].as_array().unwrap().iter().map(|one| &one["plan"]["id"]).collect();
    assert_eq!(ids, [&json!("a"), &json!("b")]);
}

#[tokio::test]
async fn a_format_is_taken_before_what_the_bytes_look_like() {
    let reader = async |path: &str, body: &'static str| {
        let (_, answer) = ask(&service(), post(path, body)).await;
        answer["plans"][0]["plan"]["source"]["reader"].clone()
    };
    assert_eq!(reader("/plans", DOCUMENT).await, json!("text"));
    assert_eq!(reader("/plans?format=markdown", DOCUMENT).await, json!("markdown"));
    let word = include_bytes!("../../../../tests/corpus/00-seed/source.docx");
    let (_, answer) = ask(&service(), post("/plans?name=%E9%80%9A%E7%9F%A5.docx", word.as_slice())).await;
    assert_eq!(answer["plans"][0]["plan"]["source"]["name"], json!("通知.docx"));
    assert_eq!(answer["plans"][0]["plan"]["id"], json!("兖教体发-2020-46"));
}
