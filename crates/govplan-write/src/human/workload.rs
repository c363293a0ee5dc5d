use super::Screen;
use super::page::{Field, Page, Tint};
use crate::label::word;
use govplan_core::{Burden, Graph, Load, NodeId, WorkItem};

/// How much work each organ has and when, for people: the busiest first, then what belongs to nobody.
#[must_use]
pub fn workload_text(graph: &Graph<'_>, loads: &[Load<'_>], screen: &Screen) -> String {
    let mut page = Page::new(screen);
    let mut busiest: Vec<&Load<'_>> = loads.iter().filter(|load| load.total.duties > 0).collect();
    busiest.sort_by_key(|load| std::cmp::Reverse((load.total.weight, load.total.duties)));
    for load in busiest {
        let weighted = page.label("load.weight");
        page.line(0, Tint::Title, &format!("{} {} · {weighted} {}", load.name, load.total.duties, weight(load.total)));
        let roles = load.roles.iter().map(|(role, number)| format!("{} {number}", word("role", role, screen.language)));
        let mut fields = vec![Field::new(page.label("count.duties"), roles.collect::<Vec<_>>().join(" · "))];
        let months = load.months.iter().map(|(month, burden)| format!("{month} {}", burden.duties));
        let open = [("load.standing", load.standing), ("load.undated", load.undated)];
        let open = open.into_iter().filter(|(_, burden)| burden.duties > 0);
        let open = open.map(|(key, burden)| format!("{} {}", page.label(key), burden.duties));
        let when = months.chain(open).collect::<Vec<_>>().join(" · ");
        if !when.is_empty() {
            fields.push(Field::new(page.label("load.month"), when).tinted(Tint::Date));
        }
        page.fields(2, &fields);
    }
    let ids = |items: Vec<&WorkItem<'_>>| -> Vec<String> {
        let is_one = graph.plans().len() == 1;
        let id = |item: &&WorkItem<'_>| {
            let id = item.requirement.id.as_str();
            if is_one { id.to_owned() } else { format!("{} {id}", item.plan.id) }
        };
        items.iter().map(id).collect()
    };
    let names = |organs: Vec<NodeId>| -> Vec<String> {
        organs.into_iter().filter_map(|id| graph.organ(id)).map(|organ| organ.name.to_owned()).collect()
    };
    let parts = [
        ("show.nobody", ids(graph.without_unit().collect())),
        ("load.no_lead", ids(graph.without_lead().collect())),
        ("load.alone", ids(graph.carried_alone().map(|(item, _)| item).collect())),
        ("load.cooperating", names(graph.only_cooperating().collect())),
        ("load.single", names(graph.single_points())),
    ];
    let fields: Vec<Field> = parts
        .into_iter()
        .filter(|(_, parts)| !parts.is_empty())
        .map(|(key, parts)| Field::new(page.label(key), format!("{} · {}", parts.len(), parts.join("  "))))
        .collect();
    if !fields.is_empty() {
        page.gap();
        page.fields(0, &fields);
    }
    page.finish()
}

/// Hundredths as a number of duties.
fn weight(burden: Burden) -> String {
    let (whole, rest) = (burden.weight / 100, burden.weight % 100);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}").trim_end_matches('0').to_owned() }
}
