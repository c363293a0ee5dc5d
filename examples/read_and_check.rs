//! Reads a document, and says who has to do what by when, and what is wrong with the plan.
#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use govplan::{CheckSettings, Graph, Options, open};
use std::error::Error;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds/yanzhou-2020-open-government.txt");

fn main() -> Result<(), Box<dyn Error>> {
    let loaded = open(DOCUMENT, &Options::default())?;
    for plan in &loaded.plans {
        println!("{}\n{}\n", plan.id, plan.title.as_deref().unwrap_or_default());

        let organ = "许可服务科";
        println!("{organ}:");
        for duty in Graph::new(plan).duties(organ)? {
            let requirement = duty.item.requirement;
            let deadline = requirement.timings.iter().find_map(|timing| timing.end);
            let deadline = deadline.map(|day| format!(" (by {day})")).unwrap_or_default();
            println!("  {} {}{deadline}", requirement.id, requirement.text.as_deref().unwrap_or_default());
        }

        println!("\ndeadlines:");
        for requirement in plan.requirements() {
            for timing in requirement.item.timings.iter().filter(|timing| timing.end.is_some()) {
                let units: Vec<&str> = requirement.item.assignments.iter().map(|part| part.unit.as_str()).collect();
                println!(
                    "  {} {} {}",
                    timing.raw.as_deref().unwrap_or_default(),
                    requirement.item.id,
                    units.join(", ")
                );
            }
        }

        println!("\nfindings:");
        for finding in plan.check(&CheckSettings::default()) {
            let place = finding.place.map(|place| place.to_string()).unwrap_or_default();
            println!("  {} {place} {}", finding.code, finding.message.en);
        }
    }
    Ok(())
}
