use super::*;
use crate::{OrganId, UnitKind};
use govplan_time::parse_iso_date;

/// A district with a bureau of two names, its offices, those of another bureau, and a collective.
const DISTRICT: &str = r#"{"govplan": "1.0", "title": "兖州区", "organs": [
  {"id": "gov", "names": [{"name": "济宁市兖州区人民政府"}], "kind": "government", "level": "county", "division": "370812"},
  {"id": "jtj", "names": [
     {"name": "兖州区教育局", "to": "2018-12-31"},
     {"name": "兖州区教育和体育局", "from": "2019-01-01"},
     {"name": "区教体局", "kind": "abbreviation"}], "parents": [{"organ": "gov"}], "function": "教育和体育"},
  {"id": "jtj-bgs", "names": [{"name": "办公室"}], "kind": "internal_office", "parents": [{"organ": "jtj"}]},
  {"id": "czj", "names": [{"name": "济宁市兖州区财政局"}], "parents": [{"organ": "gov"}], "code": "11370882004327212P"},
  {"id": "czj-bgs", "names": [{"name": "办公室"}], "kind": "internal_office", "parents": [{"organ": "czj"}]},
  {"id": "jn-czj", "names": [{"name": "济宁市财政局"}], "level": "prefecture"},
  {"id": "tyj", "names": [{"name": "兖州区体育局"}], "abolished_on": "2019-01-01",
     "successors": [{"organ": "jtj", "on": "2019-01-01", "kind": "merged"}]},
  {"id": "ks", "names": [{"name": "机关各科室"}], "kind": "collective", "parents": [{"organ": "jtj"}],
     "members": [{"organ": "jtj-bgs"}, {"organ": "czj-bgs", "to": "2019-12-31"}]}]}"#;

fn district() -> Register {
    let mut register: Register = crate::json::strictly(DISTRICT.as_bytes()).unwrap();
    let code = register.organs[3].code.clone().unwrap();
    let right = format!("{}{}", code.as_str().get(..17).unwrap(), code.check_character());
    register.organs[3].code = Some(right.parse().unwrap());
    register
}

fn found(name: &str, issuer: &str, on: &str) -> Option<(String, ResolvedBy)> {
    let register = district();
    let issuers = [issuer.to_owned()];
    match register.index().resolve(name, &ResolveContext { issuers: &issuers, on: parse_iso_date(on) }) {
        Resolution::Found { organ, by, .. } => Some((organ.id.to_string(), by)),
        Resolution::Open { .. } => None,
    }
}

#[test]
fn a_sound_register_comes_back_as_it_was() {
    let register = district();
    assert_eq!(register.flaws(), []);
    assert_eq!(Register::from_json(register.to_json().as_bytes()).unwrap(), register);
}

#[test]
fn names_are_resolved_by_what_the_register_says() {
    use ResolvedBy as By;
    let district = "济宁市兖州区教育和体育局";
    for (name, issuer, on, organ) in [
        ("兖州区教育和体育局", district, "2020-08-27", Some(("jtj", By::Exact))),
        ("区教体局", district, "2020-08-27", Some(("jtj", By::Abbreviation))),
        // A name of another time.
        ("兖州区教育局", district, "2020-08-27", None),
        ("兖州区教育局", district, "2017-08-27", Some(("jtj", By::Exact))),
        // The place of the issuer, not that of the city above it.
        ("财政局", district, "2020-08-27", Some(("czj", By::RestoredPrefix))),
        ("区财政局", district, "2020-08-27", Some(("czj", By::RestoredPrefix))),
        ("财政局", "济宁市人民政府", "2020-08-27", Some(("jn-czj", By::RestoredPrefix))),
        ("财政局", "潮州市人民政府", "2020-08-27", None),
        ("市财政局", district, "2020-08-27", None),
        // An office is that of the issuer.
        ("办公室", district, "2020-08-27", Some(("jtj-bgs", By::Exact))),
        ("办公室", "济宁市兖州区财政局", "2020-08-27", Some(("czj-bgs", By::Exact))),
        ("办公室", "济宁市兖州区人民政府", "2020-08-27", None),
        ("办公室", "潮州市教育局", "2020-08-27", None),
        ("教体局办公室", district, "2020-08-27", None),
    ] {
        let organ = organ.map(|(organ, by)| (organ.to_owned(), by));
        assert_eq!(found(name, issuer, on), organ, "{name} of {issuer} on {on}");
    }
}

#[test]
fn what_is_open_has_suggestions_with_their_scores() {
    let register = district();
    let index = register.index();
    let Resolution::Open { suggestions } = index.resolve("兖州区教育体育局", &ResolveContext::default()) else {
        panic!()
    };
    let told: Vec<_> = suggestions.iter().map(|s| (s.organ.id.as_str(), s.name, (s.score * 100.0).round())).collect();
    assert_eq!(told[0], ("jtj", "兖州区教育和体育局", 89.0));
    assert!(told.len() <= 3 && suggestions.windows(2).all(|two| two[0].score >= two[1].score));
    let on = ResolveContext { on: parse_iso_date("2020-01-01"), ..ResolveContext::default() };
    let Resolution::Open { suggestions } = index.resolve("兖州区教育局", &on) else { panic!() };
    assert_eq!((suggestions[0].score, suggestions[0].is_valid), (1.0, false));
}

#[test]
fn an_organ_of_the_past_leads_to_the_one_of_today() {
    let register = district();
    let index = register.index();
    let id = |id: &str| id.parse::<OrganId>().unwrap();
    let sports = index.organ(&id("tyj")).unwrap();
    let on = |day| index.successor_on(sports, parse_iso_date(day).unwrap()).map(|organ| organ.id.as_str());
    assert_eq!((on("2018-12-31"), on("2019-01-01")), (Some("tyj"), Some("jtj")));
    let bureau = index.organ(&id("jtj")).unwrap();
    assert_eq!(bureau.name_on(parse_iso_date("2018-06-01")), "兖州区教育局");
    assert_eq!(bureau.name_on(None), "兖州区教育和体育局");
    let offices = index.organ(&id("ks")).unwrap();
    assert_eq!(offices.members_on(parse_iso_date("2020-01-01")).count(), 1);
}

#[test]
fn what_cannot_be_is_told_with_where_found_and_expected() {
    type Spoil = fn(&mut Register);
    let cases: [(Spoil, &str, &str, Option<&str>); 12] = [
        (|r| r.organs[1].id = "gov".parse().unwrap(), "/organs/1/id", "gov", None),
        (|r| r.organs[0].names[0].kind = NameKind::Alias, "/organs/0/names", "gov", Some("official")),
        (|r| r.organs[1].names[0].to = None, "/organs/1/names/1", "兖州区教育和体育局", None),
        (
            |r| r.organs[1].names[1].to = parse_iso_date("2018-01-01"),
            "/organs/1/names/1/to",
            "2018-01-01",
            Some("2019-01-01"),
        ),
        (|r| r.organs[2].parents[0].organ = "none".parse().unwrap(), "/organs/2/parents/0/organ", "none", None),
        (|r| r.organs[2].parents[0].organ = "jtj-bgs".parse().unwrap(), "/organs/2/parents/0/organ", "jtj-bgs", None),
        (|r| r.organs[1].parents.push(DatedReference::new("czj".parse().unwrap())), "/organs/1/parents/1", "czj", None),
        (|r| r.organs[6].successors[0].organ = "tyj".parse().unwrap(), "/organs/6/successors/0/organ", "tyj", None),
        (|r| r.organs[7].kind = Some(UnitKind::Department), "/organs/7/members", "机关各科室", Some("collective")),
        (|r| r.organs[1].function = Some("教育体育".to_owned()), "/organs/1/function", "教育体育", Some("教育和体育")),
        (|r| r.organs[0].division = Some("990812".parse().unwrap()), "/organs/0/division", "990812", None),
        (
            |r| r.organs[0].parents.push(DatedReference::new("jtj-bgs".parse().unwrap())),
            "/organs/0/parents",
            "gov",
            None,
        ),
    ];
    for (spoil, pointer, found, expected) in cases {
        let mut register = district();
        spoil(&mut register);
        let flaws = register.flaws();
        let flaw = flaws.iter().find(|flaw| flaw.pointer == pointer).unwrap_or_else(|| panic!("{pointer}: {flaws:?}"));
        assert_eq!((flaw.found.as_str(), flaw.expected.as_deref()), (found, expected), "{pointer}");
        assert!(Register::from_json(register.to_json().as_bytes()).is_err());
    }
}

#[test]
fn a_wrong_check_character_is_told_with_the_right_one() {
    // Codes as the national registry of enterprises publishes them.
    for right in ["91350100M000100Y43", "91110108551385082Q", "91440300708461136T"] {
        let code: crate::UnifiedCode = right.parse().unwrap();
        assert!(code.is_consistent());
        let wrong = if right.ends_with('0') { '1' } else { '0' };
        let other: crate::UnifiedCode = format!("{}{wrong}", right.get(..17).unwrap()).parse().unwrap();
        assert!(!other.is_consistent());
        assert_eq!(other.check_character(), code.check_character());
    }
    let mut register = district();
    let check = register.organs[3].code.as_ref().unwrap().check_character();
    let wrong = if check == '0' { '1' } else { '0' };
    let spoiled = format!("{}{wrong}", register.organs[3].code.as_ref().unwrap().as_str().get(..17).unwrap());
    register.organs[3].code = Some(spoiled.parse().unwrap());
    let flaws = register.flaws();
    assert_eq!(flaws[0].pointer, "/organs/3/code");
    assert_eq!(flaws[0].expected, Some(check.to_string()));
}

#[test]
fn an_unknown_field_is_refused_with_the_nearest() {
    let error = Register::from_json(r#"{"govplan": "1.0", "organ": []}"#.as_bytes()).unwrap_err();
    assert!(error.to_string().contains("`organs`"), "{error}");
}
