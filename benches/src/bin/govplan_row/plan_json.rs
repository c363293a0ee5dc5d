use crate::rounds::on_demand;
use govplan::Plan;
use std::error::Error;
use std::hint::black_box;

pub(crate) fn row(json: &[u8]) -> Result<(), Box<dyn Error>> {
    Plan::from_json(json)?;
    on_demand(json.len(), || {
        let _ = black_box(Plan::from_json(black_box(json)));
    })
}
