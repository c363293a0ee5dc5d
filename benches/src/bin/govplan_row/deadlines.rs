use crate::rounds::{close, per_second};
use govplan::time::Expression;
use govplan_benches::{context, expressions, typed};
use serde_json::{Value, json};
use std::hint::black_box;

pub(crate) fn row(table: &str) {
    let context = context();
    let texts: Vec<&str> = expressions(table).collect();
    for text in &texts {
        let found: Vec<Value> = typed(text, &context).iter().map(json_of).collect();
        println!("{}", Value::from(found));
    }
    let rates = per_second(texts.len(), || {
        for text in &texts {
            black_box(typed(black_box(text), &context));
        }
    });
    close(&rates);
}

fn json_of(found: &Expression) -> Value {
    json!({
        "kind": found.kind,
        "start": found.start.map(|day| day.to_string()),
        "end": found.end.map(|day| day.to_string()),
        "period": found.period,
        "recurrence": found.recurrence,
    })
}
