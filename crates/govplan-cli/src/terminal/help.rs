use clap::{Arg, ArgAction, Command};
use govplan::Language;

/// Help texts in Chinese: verb, argument, text. The verb is blank for the command itself and for what every verb takes.
const CHINESE: &str = include_str!("../../data/help_zh.tsv");

/// The command with its help in a language.
pub(crate) fn translate(command: Command, language: Language) -> Command {
    match language {
        Language::English => command,
        Language::Chinese => {
            let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
            chinese(command.disable_version_flag(true).arg(version), "")
        }
    }
}

fn chinese(command: Command, verb: &str) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command
        .about(text(verb, "").unwrap_or_default())
        .after_help(text(verb, "after").unwrap_or_default().replace('；', "\n  "))
        .help_template("{about}\n\n用法：{usage}\n\n{all-args}{after-help}")
        .subcommand_help_heading("动词")
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .mut_args(|argument| {
            let help = text(verb, argument.get_id().as_str()).or_else(|| text("", argument.get_id().as_str()));
            let heading = if argument.is_positional() { "参数" } else { "选项" };
            // The texts name the values and the one that is taken without asking.
            let hides = argument.get_action().takes_values();
            argument.help(help).help_heading(heading).hide_possible_values(hides).hide_default_value(hides)
        })
        .mut_subcommands(|below| {
            let verb = below.get_name().to_owned();
            chinese(below, &verb)
        })
}

fn text(verb: &str, argument: &str) -> Option<&'static str> {
    let mut rows = CHINESE.lines().filter(|line| !line.starts_with('#')).map(|line| line.splitn(3, '\t'));
    rows.find_map(|mut row| (row.next() == Some(verb) && row.next() == Some(argument)).then(|| row.next())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::Arguments;
    use clap::CommandFactory;

    #[test]
    fn every_verb_and_argument_has_its_chinese() {
        let command = Arguments::command();
        for below in command.get_subcommands() {
            let verb = below.get_name();
            assert!(text(verb, "").is_some(), "{verb}");
            for argument in below.get_arguments() {
                let id = argument.get_id().as_str();
                assert!(text(verb, id).or_else(|| text("", id)).is_some(), "{verb} {id}");
            }
        }
        translate(command, Language::Chinese).debug_assert();
    }
}
