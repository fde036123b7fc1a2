//! Wrong usage in one line that names the argument. Unlike clap's own messages these never repeat a value: it may be a
//! token.

use clap::error::{ContextKind, ContextValue, ErrorKind};

pub(super) fn one_line(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_else(|| "an argument".to_owned());
    match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("{argument} is required"),
        // A stray argument without dashes is a value, perhaps a secret one.
        ErrorKind::UnknownArgument if !argument.starts_with("--") => "there is an argument too many".to_owned(),
        ErrorKind::UnknownArgument => format!("{} is unknown", argument.split('=').next().unwrap_or_default()),
        ErrorKind::ArgumentConflict => match context(error, ContextKind::PriorArg) {
            Some(prior) if prior != argument => format!("{argument} cannot be used together with {prior}"),
            _ => format!("{argument} cannot be used twice"),
        },
        ErrorKind::InvalidSubcommand => "there is no such command; try --help".to_owned(),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "a command is missing; try --help".to_owned()
        }
        ErrorKind::InvalidUtf8 => "an argument is not UTF-8".to_owned(),
        _ => match context(error, ContextKind::ValidValue) {
            Some(valid) if !valid.is_empty() => format!("{argument} must be one of {valid}"),
            _ => format!("{argument} needs a valid value"),
        },
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}
