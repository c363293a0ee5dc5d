use super::builder::Builder;
use super::tree::Tree;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::{Cell, RefCell};

/// Bytes that the tokenizer is fed at a time.
const PIECE: usize = 8192;

/// The tree of a page.
///
/// The tokenizer compares each attribute of a tag with all others of it. A tag that goes on through a whole piece would
/// take quadratic time and is given up, with no text lost: so long is only a picture that stands in its own tag.
pub(super) fn tree(text: &str, depth: usize) -> Tree {
    let mut sink = Sink { builder: RefCell::new(Builder::new(text.len(), depth)), heard: Cell::new(Heard::Nothing) };
    let mut at = 0;
    while at < text.len() {
        let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        at = feed(&tokenizer, text, at);
        tokenizer.sink.heard.set(Heard::Nothing);
        tokenizer.end();
        if at < text.len() {
            // The end of a comment may stand on both sides of the end of the piece.
            let (ending, from) = match tokenizer.sink.heard.get() {
                Heard::Comment => ("-->", text.floor_char_boundary(at.saturating_sub(2))),
                _ => (">", at),
            };
            let found = text.get(from..).and_then(|rest| rest.find(ending));
            at = found.map_or(text.len(), |found| from + found + ending.len());
        }
        sink = tokenizer.sink;
    }
    sink.builder.into_inner().finish()
}

/// Feeds a tokenizer from an offset on until it falls silent or the text ends; the offset that it came to.
fn feed(tokenizer: &Tokenizer<Sink>, text: &str, from: usize) -> usize {
    let queue = BufferQueue::default();
    let mut at = from;
    while at < text.len() {
        let end = text.floor_char_boundary(at.saturating_add(PIECE));
        let Some(piece) = text.get(at..end) else { break };
        tokenizer.sink.heard.set(Heard::Nothing);
        queue.push_back(StrTendril::from_slice(piece));
        // It pauses for scripts and encodings alone, which this sink never asks for.
        let _ = tokenizer.feed(&queue);
        at = end;
        if tokenizer.sink.heard.get() == Heard::Nothing {
            break;
        }
    }
    at
}

/// What the tokenizer has said of late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    Nothing,
    Comment,
    Other,
}

struct Sink {
    builder: RefCell<Builder>,
    heard: Cell<Heard>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.builder.borrow_mut();
        match token {
            Token::CharacterTokens(text) => builder.characters(&text),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => builder.end(&tag.name),
            Token::TagToken(tag) => {
                let kind = match &*tag.name {
                    "title" | "textarea" => RawKind::Rcdata,
                    "script" => RawKind::ScriptData,
                    _ => RawKind::Rawtext,
                };
                if builder.start(tag.name, tag.attrs) {
                    self.heard.set(Heard::Other);
                    return TokenSinkResult::RawData(kind);
                }
            }
            Token::CommentToken(_) => return self.heard(Heard::Comment),
            Token::EOFToken | Token::ParseError(_) => return TokenSinkResult::Continue,
            Token::DoctypeToken(_) | Token::NullCharacterToken => {}
        }
        self.heard(Heard::Other)
    }
}

impl Sink {
    fn heard(&self, heard: Heard) -> TokenSinkResult<()> {
        self.heard.set(heard);
        TokenSinkResult::Continue
    }
}
