//! The words that rules of interpretation go by, read from the data files once.

use govplan_core::{DocumentKind, DocumentRuleKind, Role, UnitKind};
use std::sync::LazyLock;

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Serial,
    Section,
    Task,
    Requirement,
    Unit(Role),
    Deadline,
    Person(Role),
    Status,
    /// Remarks (备注): kept as they are; one that is but a time is a deadline.
    Remark,
    /// A column that the model has no field for.
    Other,
}

/// A field of the head that a line of page metadata feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageField {
    PublishedOn,
    IssuedOn,
    Issuer,
    Number,
    Title,
    Kind,
    None,
}

/// A table of words, the longest first, so that the first that fits is the most telling.
type Words<T> = LazyLock<Vec<(&'static str, T)>>;

static COLUMNS: Words<Column> = LazyLock::new(|| words(include_str!("../data/column_headers.csv"), column));
static ROLE_PHRASES: Words<Role> = LazyLock::new(|| words(include_str!("../data/role_phrases.csv"), role));
static UNIT_ENDINGS: Words<UnitKind> = LazyLock::new(|| words(include_str!("../data/unit_endings.csv"), unit_kind));
static KINDS: Words<DocumentKind> = LazyLock::new(|| words(include_str!("../data/document_kinds.csv"), document_kind));
static PAGE_FIELDS: Words<PageField> = LazyLock::new(|| words(include_str!("../data/page_metadata.csv"), page_field));
static SUBJECT_VERBS: LazyLock<Vec<(&'static str, Role)>> =
    LazyLock::new(|| rows(include_str!("../data/subject_verbs.csv"), role));
static RULE_SIGNS: LazyLock<Vec<(&'static str, DocumentRuleKind)>> =
    LazyLock::new(|| rows(include_str!("../data/rule_signs.csv"), rule_kind));
static UNIT_NOUNS: Words<()> = LazyLock::new(|| words(include_str!("../data/unit_nouns.csv"), |_| Some(())));
static PLAN_WORDS: Words<()> = LazyLock::new(|| words(include_str!("../data/plan_words.csv"), |_| Some(())));
static PAGE_NOISE: Words<bool> =
    LazyLock::new(|| words(include_str!("../data/page_noise.csv"), |place| Some(place == "end")));
static TOTAL_WORDS: Words<()> = LazyLock::new(|| words(include_str!("../data/total_words.csv"), |_| Some(())));
static TRANSMISSION_WORDS: Words<()> =
    LazyLock::new(|| words(include_str!("../data/transmission_words.csv"), |_| Some(())));
static PRINCIPLE_WORDS: Words<()> = LazyLock::new(|| words(include_str!("../data/principle_words.csv"), |_| Some(())));
static SAME_AS_ABOVE: Words<()> = LazyLock::new(|| words(include_str!("../data/same_as_above.csv"), |_| Some(())));
static REMARK_WORDS: Words<()> = LazyLock::new(|| words(include_str!("../data/remark_words.csv"), |_| Some(())));
static BASIS_WORDS: Words<()> = LazyLock::new(|| words(include_str!("../data/basis_words.csv"), |_| Some(())));

/// Reads a table; a line whose value is none of the known ones is a fault of the table that a test finds.
fn rows<T>(csv: &'static str, value: impl Fn(&str) -> Option<T>) -> Vec<(&'static str, T)> {
    let lines = csv.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    let rows = lines.filter_map(|line| {
        let (word, name) = line.split_once(',').unwrap_or((line, ""));
        Some((word, value(name)?))
    });
    rows.collect()
}

/// Reads a table of words, the longest first.
fn words<T>(csv: &'static str, value: impl Fn(&str) -> Option<T>) -> Vec<(&'static str, T)> {
    let mut words = rows(csv, value);
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
}

fn column(name: &str) -> Option<Column> {
    Some(match name {
        "serial" => Column::Serial,
        "section" => Column::Section,
        "task" => Column::Task,
        "requirement" => Column::Requirement,
        "deadline" => Column::Deadline,
        "status" => Column::Status,
        "remark" => Column::Remark,
        "other" => Column::Other,
        _ => match name.strip_prefix("person_") {
            Some(name) => Column::Person(role(name)?),
            None => Column::Unit(role(name)?),
        },
    })
}

fn role(name: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role.as_str() == name)
}

fn unit_kind(name: &str) -> Option<UnitKind> {
    Some(match name {
        "government" => UnitKind::Government,
        "department" => UnitKind::Department,
        "internal_office" => UnitKind::InternalOffice,
        "subordinate" => UnitKind::Subordinate,
        "school" => UnitKind::School,
        "enterprise" => UnitKind::Enterprise,
        "committee" => UnitKind::Committee,
        "unknown" => UnitKind::Unknown,
        _ => return None,
    })
}

fn document_kind(name: &str) -> Option<DocumentKind> {
    Some(match name {
        "resolution" => DocumentKind::Resolution,
        "decision" => DocumentKind::Decision,
        "order" => DocumentKind::Order,
        "communique" => DocumentKind::Communique,
        "announcement" => DocumentKind::Announcement,
        "public_notice" => DocumentKind::PublicNotice,
        "opinion" => DocumentKind::Opinion,
        "notice" => DocumentKind::Notice,
        "circular" => DocumentKind::Circular,
        "report" => DocumentKind::Report,
        "request" => DocumentKind::Request,
        "reply" => DocumentKind::Reply,
        "bill" => DocumentKind::Bill,
        "letter" => DocumentKind::Letter,
        "minutes" => DocumentKind::Minutes,
        _ => return None,
    })
}

fn rule_kind(name: &str) -> Option<DocumentRuleKind> {
    Some(match name {
        "first_listed_is_lead" => DocumentRuleKind::FirstListedIsLead,
        "standing_assignment" => DocumentRuleKind::StandingAssignment,
        "sole_responsible_is_lead" => DocumentRuleKind::SoleResponsibleIsLead,
        _ => return None,
    })
}

fn page_field(name: &str) -> Option<PageField> {
    Some(match name {
        "published_on" => PageField::PublishedOn,
        "issued_on" => PageField::IssuedOn,
        "issuer" => PageField::Issuer,
        "number" => PageField::Number,
        "title" => PageField::Title,
        "kind" => PageField::Kind,
        "none" => PageField::None,
        _ => return None,
    })
}

/// What a column holds, by its header; white space in the header does not count.
pub(crate) fn column_of_header(header: &str) -> Option<Column> {
    let header: String = header.chars().filter(|character| !character.is_whitespace()).collect();
    // A header is a word or two: a sentence that happens to hold one of the words is none.
    if header.chars().count() > 12 {
        return None;
    }
    let known = COLUMNS.iter().find(|(word, _)| header.contains(word)).map(|(_, column)| *column);
    known.or_else(|| {
        UNIT_NOUNS.iter().find_map(|(noun, ())| Some(Column::Unit(closing_role(header.get(..header.find(noun)?)?)?.1)))
    })
}

/// The role that a group of organs gets from the words that close it, and the byte length of those words.
pub(crate) fn closing_role(group: &str) -> Option<(usize, Role)> {
    ROLE_PHRASES.iter().find(|(phrase, _)| group.ends_with(phrase)).map(|(phrase, role)| (phrase.len(), *role))
}

/// The label that a text ends with (…责任单位), what it leads in, and its byte length: the words of headers serve as labels
/// too.
pub(crate) fn field_label(text: &str) -> Option<(usize, Column)> {
    let is_field = |column: &Column| matches!(column, Column::Unit(_) | Column::Deadline | Column::Person(_));
    let found = COLUMNS.iter().find(|(label, column)| is_field(column) && text.ends_with(label));
    found.map(|(label, column)| (label.len(), *column))
}

/// The kind of organ that a name tells by its ending; brackets at the end do not count.
pub(crate) fn unit_kind_of(name: &str) -> Option<UnitKind> {
    let name = match name.strip_suffix('）') {
        Some(open) => open.rsplit_once('（').map_or(name, |(before, _)| before),
        None => name,
    };
    UNIT_ENDINGS.iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, kind)| *kind)
}

/// The statutory kind of a document, by the end of its title.
pub(crate) fn document_kind_of(title: &str) -> Option<DocumentKind> {
    let title = title.trim_end_matches(|c: char| "）)》”".contains(c));
    KINDS.iter().find(|(word, _)| title.ends_with(word)).map(|(_, kind)| *kind)
}

/// Whether a title ends as that of a plan does; what stands in brackets behind it does not count.
pub(crate) fn is_plan_title(title: &str) -> bool {
    let title = title
        .strip_suffix(['）', ')'])
        .and_then(|open| open.rsplit_once(['（', '(']))
        .map_or(title, |(title, _)| title);
    PLAN_WORDS.iter().any(|(word, ())| title.ends_with(word))
}

/// The field of the head that a line of page metadata feeds, by its key.
pub(crate) fn page_field_of(key: &str) -> Option<PageField> {
    PAGE_FIELDS.iter().find(|(word, _)| key == *word).map(|(_, field)| *field)
}

/// The field of the head whose key a text ends with, and the byte length of the key.
pub(crate) fn page_field_before(text: &str) -> Option<(usize, PageField)> {
    PAGE_FIELDS.iter().find(|(word, _)| text.ends_with(word)).map(|(word, field)| (word.len(), *field))
}

/// Whether a line is one that a web page prints round a document.
pub(crate) fn is_page_noise(line: &str) -> bool {
    PAGE_NOISE.iter().any(|(word, _)| line.starts_with(word))
}

/// Whether all that follows a line is the page's and not the document's.
pub(crate) fn is_page_end(line: &str) -> bool {
    PAGE_NOISE.iter().any(|(word, is_end)| *is_end && line.starts_with(word))
}

/// Whether the first cell of a row says that it sums up the others.
pub(crate) fn is_total(cell: &str) -> bool {
    // 合计（6个）
    let cell = cell.split(['（', '(']).next().unwrap_or_default();
    let compact = || cell.chars().filter(|character| !character.is_whitespace());
    TOTAL_WORDS.iter().any(|(word, ())| word.chars().eq(compact()))
}

/// Whether a paragraph sends out the plan that is attached to it.
pub(crate) fn is_transmission(paragraph: &str) -> bool {
    TRANSMISSION_WORDS.iter().any(|(word, ())| paragraph.contains(word))
}

/// Whether a cell only points at the one above it.
pub(crate) fn is_same_as_above(cell: &str) -> bool {
    let compact = || cell.chars().filter(|character| !character.is_whitespace());
    SAME_AS_ABOVE.iter().any(|(mark, ())| mark.chars().eq(compact()))
}

/// The role that a predicate gives its subject, where it is not the responsible one.
pub(crate) fn role_of_predicate(predicate: &str) -> Option<Role> {
    SUBJECT_VERBS.iter().find(|(word, _)| predicate.contains(word)).map(|(_, role)| *role)
}

/// The rule for all that follows which a sentence states, if it states one.
pub(crate) fn rule_of(sentence: &str) -> Option<DocumentRuleKind> {
    RULE_SIGNS.iter().find(|(sign, _)| sentence.contains(sign)).map(|(_, rule)| *rule)
}

/// Whether an unnumbered paragraph begins as a principle that orders nothing.
pub(crate) fn is_principle(text: &str) -> bool {
    PRINCIPLE_WORDS.iter().any(|(word, ())| text.starts_with(word))
}

/// Whether a text begins as a remark.
pub(crate) fn is_remark(text: &str) -> bool {
    REMARK_WORDS.iter().any(|(word, ())| text.starts_with(word))
}

/// The last word before a byte offset that leads in documents to be carried out: the offset after it.
pub(crate) fn last_basis_word(text: &str) -> Option<usize> {
    BASIS_WORDS.iter().filter_map(|(word, ())| Some(text.rfind(word)? + word.len())).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(csv: &str) -> usize {
        csv.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count() - 1
    }

    #[test]
    fn every_line_of_every_table_is_understood() {
        assert_eq!(COLUMNS.len(), lines(include_str!("../data/column_headers.csv")));
        assert_eq!(ROLE_PHRASES.len(), lines(include_str!("../data/role_phrases.csv")));
        assert_eq!(UNIT_ENDINGS.len(), lines(include_str!("../data/unit_endings.csv")));
        assert_eq!(KINDS.len(), lines(include_str!("../data/document_kinds.csv")));
        assert_eq!(PAGE_FIELDS.len(), lines(include_str!("../data/page_metadata.csv")));
        assert_eq!(SUBJECT_VERBS.len(), lines(include_str!("../data/subject_verbs.csv")));
        assert_eq!(UNIT_NOUNS.len(), lines(include_str!("../data/unit_nouns.csv")));
        assert_eq!(column_of_header("主责处室（单位）"), Some(Column::Unit(Role::Lead)));
        assert_eq!(PLAN_WORDS.len(), lines(include_str!("../data/plan_words.csv")));
        assert_eq!(PAGE_NOISE.len(), lines(include_str!("../data/page_noise.csv")));
        assert_eq!(TOTAL_WORDS.len(), lines(include_str!("../data/total_words.csv")));
        assert_eq!(TRANSMISSION_WORDS.len(), lines(include_str!("../data/transmission_words.csv")));
        assert_eq!(RULE_SIGNS.len(), lines(include_str!("../data/rule_signs.csv")));
        assert_eq!(PRINCIPLE_WORDS.len(), lines(include_str!("../data/principle_words.csv")));
        assert_eq!(SAME_AS_ABOVE.len(), lines(include_str!("../data/same_as_above.csv")));
        assert_eq!(REMARK_WORDS.len(), lines(include_str!("../data/remark_words.csv")));
        assert_eq!(BASIS_WORDS.len(), lines(include_str!("../data/basis_words.csv")));
    }

    #[test]
    fn headers_are_read_by_their_most_telling_word() {
        assert_eq!(column_of_header("具 体 要 求"), Some(Column::Requirement));
        assert_eq!(column_of_header("牵头责任单位"), Some(Column::Unit(Role::Lead)));
        assert_eq!(column_of_header("责任单位"), Some(Column::Unit(Role::Responsible)));
        assert_eq!(column_of_header("区政府分管领导"), Some(Column::Person(Role::Lead)));
        assert_eq!(column_of_header("备注"), Some(Column::Remark));
        assert_eq!(column_of_header("颜色"), None);
    }
}
