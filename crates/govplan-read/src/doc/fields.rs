/// The fields that the text stands in, one in another: each is a code, then the result that is printed.
#[derive(Default)]
pub(super) struct Fields {
    /// Whether it is the code that is being read, of each field.
    open: Vec<bool>,
    /// Fields beyond the depth that is kept track of.
    beyond: usize,
}

/// Marks of a field's begin, of its result and of its end (MS-DOC §2.8.25).
const BEGIN: u16 = 0x13;
const RESULT: u16 = 0x14;
const END: u16 = 0x15;

impl Fields {
    /// Takes a mark of a field; `false` where the unit is none.
    pub(super) fn take(&mut self, unit: u16, depth: usize) -> bool {
        match unit {
            BEGIN if self.open.len() < depth => self.open.push(true),
            BEGIN => self.beyond += 1,
            RESULT if self.beyond == 0 => self.open.iter_mut().last().into_iter().for_each(|code| *code = false),
            RESULT => {}
            END if self.beyond > 0 => self.beyond -= 1,
            END => drop(self.open.pop()),
            _ => return false,
        }
        true
    }

    /// Whether what stands here is part of a code.
    pub(super) fn is_code(&self) -> bool {
        self.beyond > 0 || self.open.contains(&true)
    }

    /// Ends the paragraph: a code that is still open then has lost its end. `true` where there was one.
    pub(super) fn end_paragraph(&mut self) -> bool {
        let is_broken = self.is_code();
        if is_broken {
            *self = Self::default();
        }
        is_broken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is printed of a text whose marks are `{`, `|` and `}`.
    fn printed(text: &str, depth: usize) -> String {
        let mut fields = Fields::default();
        let mark = |c| match c {
            '{' => BEGIN,
            '|' => RESULT,
            '}' => END,
            _ => 0,
        };
        text.chars().filter(|c| !fields.take(mark(*c), depth) && !fields.is_code()).collect()
    }

    #[test]
    fn the_result_is_printed_and_the_code_is_not() {
        assert_eq!(printed("一{代码|⑴}二{代码}三", 9), "一⑴二三");
        assert_eq!(printed("{外{内|丙}码|果{内|实}}", 9), "果实");
        assert_eq!(printed("}一|二", 9), "一二");
        assert_eq!(printed("{一|甲{二|乙}丙}丁", 1), "甲丙丁");
    }

    #[test]
    fn a_code_without_an_end_ends_with_its_paragraph() {
        let mut fields = Fields::default();
        fields.take(BEGIN, 9);
        assert!(fields.is_code() && fields.end_paragraph() && !fields.is_code());
        assert!(!fields.end_paragraph());
    }
}
