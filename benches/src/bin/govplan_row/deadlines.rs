use crate::rounds::on_demand;
use govplan::time::Expression;
use govplan_benches::{context, expressions, typed};
use serde_json::{Value, json};
use std::error::Error;
use std::hint::black_box;

pub(crate) fn row(table: &str) -> Result<(), Box<dyn Error>> {
    let context = context();
    let texts: Vec<&str> = expressions(table).collect();
    for text in &texts {
        let found: Vec<Value> = typed(text, &context).iter().map(json_of).collect();
        println!("{}", Value::from(found));
    }
    on_demand(texts.len(), || {
        for text in &texts {
            black_box(typed(black_box(text), &context));
        }
    })
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
