use super::plans::Outcome;
use govplan::{Language, Message};

/// What became of all files.
#[derive(Default)]
pub(super) struct Summary {
    read: usize,
    plans: usize,
    requirements: usize,
    /// Files found that are no documents.
    skipped: usize,
    failures: Vec<Message>,
}

impl Summary {
    /// A summary that starts with what could not be looked at.
    pub(super) fn new(failures: Vec<Message>) -> Self {
        Self { failures, ..Self::default() }
    }

    pub(super) fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Plans(plans) => {
                self.read += 1;
                self.plans += plans.plans;
                self.requirements += plans.requirements;
            }
            Outcome::Skipped => self.skipped += 1,
            Outcome::Failed(message) => self.failures.push(message.clone()),
        }
    }

    pub(super) fn has_plans(&self) -> bool {
        self.plans > 0
    }

    /// What could not be read, and why.
    pub(super) fn failures(&self) -> &[Message] {
        &self.failures
    }

    /// One line for people.
    pub(super) fn text(&self, language: Language) -> String {
        let Self { read, plans, requirements, skipped, failures } = self;
        let failed = failures.len();
        match language {
            Language::Chinese => format!(
                "读取文件{read}个，计划{plans}个，要求{requirements}条；跳过非公文文件{skipped}个；失败{failed}个"
            ),
            Language::English => format!(
                "files read: {read}, plans: {plans}, requirements: {requirements}, skipped as no documents: {skipped}, \
                 failed: {failed}"
            ),
        }
    }
}
