//! Characters in their plain form, without the spaces that a scanner leaves, each with its place in the text.

/// One character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// In plain form: digits and marks of full width are those of ASCII.
    pub(super) character: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The characters of a text; a space is left out, but for one between two words of Latin letters or digits.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let plain = text.char_indices().map(|(start, character)| Token {
        character: match character {
            '０'..='９' => {
                char::from_u32(u32::from(character) - u32::from('０') + u32::from('0')).unwrap_or(character)
            }
            '．' => '.',
            '／' => '/',
            '：' => ':',
            '○' | '〇' | 'Ｏ' => '〇',
            _ => character,
        },
        start,
        end: start + character.len_utf8(),
    });
    plain.filter(|token| !token.character.is_whitespace()).collect()
}

/// A place in the tokens; what is eaten moves it on.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'t> {
    tokens: &'t [Token],
    at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(tokens: &'t [Token], at: usize) -> Self {
        Self { tokens, at }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.tokens.get(self.at).map(|token| token.character)
    }

    /// The character before, where there is one.
    pub(super) fn before(&self) -> Option<char> {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map(|token| token.character)
    }

    /// Eats a word, if it stands here.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        let mut at = self.at;
        for character in word.chars() {
            if self.tokens.get(at).is_none_or(|token| token.character != character) {
                return false;
            }
            at += 1;
        }
        self.at = at;
        true
    }

    /// Eats the first of some words that stands here.
    pub(super) fn eat_any<'w>(&mut self, words: &[&'w str]) -> Option<&'w str> {
        words.iter().find(|word| self.eat(word)).copied()
    }

    /// Eats one of some characters.
    pub(super) fn eat_char(&mut self, wanted: &str) -> Option<char> {
        let character = self.peek().filter(|character| wanted.contains(*character))?;
        self.at += 1;
        Some(character)
    }

    /// Eats what a rule reads; where it reads nothing, stays.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = self.clone();
        let read = rule(&mut ahead)?;
        *self = ahead;
        Some(read)
    }

    /// Eats a number in digits, of some lengths; more digits than those are none.
    pub(super) fn digits(&mut self, least: usize, most: usize) -> Option<u32> {
        let rest = self.tokens.get(self.at..)?;
        let length = rest.iter().take(most + 1).take_while(|token| token.character.is_ascii_digit()).count();
        if !(least..=most).contains(&length) || self.before().is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let number = rest.iter().take(length).filter_map(|token| token.character.to_digit(10));
        self.at += length;
        Some(number.fold(0, |number, digit| number * 10 + digit))
    }

    /// Eats a number in digits or Chinese numerals, below 100.
    pub(super) fn number(&mut self) -> Option<u32> {
        self.digits(1, 2).or_else(|| self.attempt(Self::numeral))
    }

    /// Eats a number below 1000 in either script.
    pub(super) fn count(&mut self) -> Option<u32> {
        self.digits(1, 3).or_else(|| self.attempt(Self::numeral))
    }

    /// 三, 十二, 二十, 二十五, 廿五, 两.
    fn numeral(&mut self) -> Option<u32> {
        let tens = self.attempt(|cursor| {
            let first = cursor.numeral_digit();
            cursor.eat("十").then(|| first.unwrap_or(1) * 10)
        });
        let tens = tens.or_else(|| self.eat("廿").then_some(20));
        match (tens, self.numeral_digit()) {
            (None, None) => None,
            (tens, unit) => Some(tens.unwrap_or(0) + unit.unwrap_or(0)),
        }
    }

    fn numeral_digit(&mut self) -> Option<u32> {
        let character = self.peek()?;
        let digit = match character {
            '两' => 2,
            _ => u32::try_from("一二三四五六七八九".chars().position(|c| c == character)? + 1).ok()?,
        };
        self.at += 1;
        Some(digit)
    }

    /// A year of four digits in either script: 2020, 二〇二〇, 二零二零.
    pub(super) fn year(&mut self) -> Option<i32> {
        let in_digits = self.attempt(|cursor| cursor.digits(4, 4));
        let year = in_digits.or_else(|| {
            self.attempt(|cursor| {
                (0..4).try_fold(0, |year, _| {
                    let digit = if cursor.eat_char("〇零").is_some() { 0 } else { cursor.numeral_digit()? };
                    Some(year * 10 + digit)
                })
            })
        });
        year.and_then(|year| i32::try_from(year).ok()).filter(|year| (1900..2100).contains(year))
    }
}
