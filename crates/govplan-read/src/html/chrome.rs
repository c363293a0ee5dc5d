use super::article::{Articles, densest, words};
use super::element::Kind;
use super::flow::Shown;
use super::metrics::Metrics;
use super::tables::Tables;
use super::tree::{Node, Tree};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What pages print around the text.
const PHRASES: &str = include_str!("../../data/html_chrome.tsv");

/// The phrases of each kind, the longer before the shorter.
static KINDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut kinds: HashMap<_, Vec<_>> = HashMap::new();
    for (kind, phrase) in PHRASES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
    {
        kinds.entry(kind).or_default().push(phrase);
    }
    for kind in ["zone", "button", "crumb", "owner", "footer", "label"] {
        kinds.entry(kind).or_default().sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }
    kinds
});

fn phrases(kind: &str) -> &'static [&'static str] {
    KINDS.get(kind).map(Vec::as_slice).unwrap_or_default()
}

/// Tells the text of a document from what the page holds around it.
pub(super) struct Chrome<'a> {
    tree: &'a Tree,
    metrics: Metrics,
    articles: Vec<Range<usize>>,
    /// Menus, paths, footers, by element.
    zones: Vec<Range<usize>>,
    /// The title of the page without its white space.
    title: String,
}

impl<'a> Chrome<'a> {
    pub(super) fn new(tree: &'a Tree, metrics: Metrics, named: &Articles, tables: &Tables) -> Self {
        let mut articles = Vec::from_iter(named.nodes.iter().map(|index| *index..tree.after(*index)));
        let zones = zones(tree, &metrics, &articles, named.is_certain);
        if articles.is_empty() {
            articles.push(densest(tree, &metrics, tables));
        }
        Self { tree, metrics, articles, zones, title: squeezed(&tree.title) }
    }

    /// Whether a node stands in the article.
    pub(super) fn is_article(&self, node: usize) -> bool {
        self.articles.iter().any(|article| article.contains(&node))
    }

    fn is_zone(&self, node: usize) -> bool {
        let before = self.zones.partition_point(|zone| zone.start <= node);
        before.checked_sub(1).and_then(|last| self.zones.get(last)).is_some_and(|zone| zone.contains(&node))
    }

    /// Whether a line stands beside the text. Where the page leaves it open, it does not.
    pub(super) fn is_line_beside(&self, line: &Shown) -> bool {
        let text = line.text.as_str();
        let is_prose = text.contains('。');
        if is_path(text) || is_buttons(text) || !is_prose && holds(text, "owner") {
            return true;
        }
        if is_field(text) || self.is_title(text) {
            return false;
        }
        let is_linked = line.linked * 2 >= text.len();
        if self.is_zone(line.node) && (is_linked || !is_prose && line.heading != Some(1)) {
            return true;
        }
        if self.is_article(line.node) {
            return false;
        }
        is_linked && !text.starts_with("附件") || !is_prose && holds(text, "footer")
    }

    /// Whether a table of data stands beside the text.
    pub(super) fn is_table_beside(&self, table: usize) -> bool {
        let nodes = table..self.tree.after(table);
        let is_beside = self.is_zone(table) || !self.is_article(table) && self.metrics.is_linked(&nodes);
        is_beside && !self.is_catalogue_entry(&nodes)
    }

    /// Whether two cells of a table name fields of the document's entry in the catalogue.
    fn is_catalogue_entry(&self, nodes: &Range<usize>) -> bool {
        let texts = self.tree.nodes.get(nodes.clone()).unwrap_or_default().iter().filter_map(|node| match node {
            Node::Text { range, .. } => Some(self.tree.text(range)),
            _ => None,
        });
        texts.filter(|text| is_label(text) || is_field(text)).nth(1).is_some()
    }

    fn is_title(&self, text: &str) -> bool {
        let text = squeezed(text);
        let article = self.tree.article_title.as_deref().map(squeezed);
        article.is_some_and(|title| title == text) || self.title.contains(&text) && text.len() * 2 >= self.title.len()
    }
}

/// The elements that stand beside the text by their name and hold little of the page's. None holds an article, none
/// stands in one that holds the text alone.
fn zones(tree: &Tree, metrics: &Metrics, articles: &[Range<usize>], is_certain: bool) -> Vec<Range<usize>> {
    let mut zones: Vec<Range<usize>> = Vec::new();
    for (index, node) in tree.nodes.iter().enumerate() {
        let Node::Element(element) = node else { continue };
        let nodes = index..tree.after(index);
        let is_inside = zones.last().is_some_and(|zone| zone.contains(&index));
        let is_named = || element.kind == Kind::Zone || words(element).any(|word| phrases("zone").contains(&&*word));
        let is_text = |article: &Range<usize>| nodes.contains(&article.start) || is_certain && article.contains(&index);
        if !is_inside
            && is_named()
            && !articles.iter().any(is_text)
            && metrics.plain(&nodes) * 10 <= metrics.all_plain() * 3
        {
            zones.push(nodes);
        }
    }
    zones
}

/// A text without its white space.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn holds(text: &str, kind: &str) -> bool {
    phrases(kind).iter().any(|phrase| text.contains(phrase))
}

/// A line with a colon after the name of a field.
fn is_field(text: &str) -> bool {
    text.split_once(['：', ':']).is_some_and(|(name, _)| is_label(name))
}

/// The name of a field; names are often spaced out (`标　　题`).
fn is_label(text: &str) -> bool {
    // The longest name has eleven characters; padding between them may double it.
    if text.len() > 120 {
        return false;
    }
    let name = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':' | '【' | '】' | '[' | ']'));
    let name: String = name.collect();
    phrases("label").contains(&name.as_str())
}

/// The way from the home page to this page.
fn is_path(text: &str) -> bool {
    let is_way = |text: &str| text.contains(['>', '＞', '›', '»', '→', '/', '-']);
    let crumb = phrases("crumb").iter().any(|phrase| text.starts_with(phrase));
    (crumb || text.starts_with("首页")) && (is_way(text) || crumb && text.contains("首页")) && !text.contains('。')
}

/// A line of nothing but buttons and counters.
fn is_buttons(text: &str) -> bool {
    let mut rest = text;
    let mut found = 0;
    while let Some(first) = rest.chars().next() {
        if let Some(phrase) = phrases("button").iter().find(|phrase| rest.starts_with(**phrase)) {
            found += phrase.chars().count();
            rest = rest.get(phrase.len()..).unwrap_or_default();
        } else if first.is_alphabetic() {
            return false;
        } else {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    found >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_buttons_are_told_from_text() {
        for text in ["分享到：", "【打印本页】【关闭窗口】", "字体：[ 大 中 小 ]", "浏览次数：1024次", "上一篇：没有了"]
        {
            assert!(is_buttons(text), "{text}");
        }
        for text in ["大力推进", "返回原籍", "打印机采购", "次", "2020年", "", "—", "上一篇：关于印发方案的通知"]
        {
            assert!(!is_buttons(text), "{text}");
        }
    }

    #[test]
    fn paths_and_fields_are_known() {
        for text in ["当前位置：首页 > 政务公开", "首页>政务公开>通知公告", "您现在的位置： 首页 » 文件"]
        {
            assert!(is_path(text), "{text}");
        }
        for text in ["首页设计要求", "当前位置不明的，由民政局负责"] {
            assert!(!is_path(text), "{text}");
        }
        for text in ["索 引 号：000014349/2019-00003", "【发文字号】：国发〔2019〕3号", "发布时间:2019-01-25"]
        {
            assert!(is_field(text), "{text}");
        }
        for text in ["责任单位：教育局", "标题", "牵头单位：市发展改革委"] {
            assert!(!is_field(text), "{text}");
        }
    }
}
