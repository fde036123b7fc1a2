use super::*;

fn every_situation() -> Vec<WebError> {
    vec![
        WebError::Malformed("reason"),
        WebError::SignInNeeded,
        WebError::CrossSite,
        WebError::NotFound,
        WebError::MethodNotAllowed,
        WebError::BodyTooSlow,
        WebError::BodyTooLarge,
        WebError::WrongBodyType { expected: "application/json" },
        WebError::WrongHost,
        WebError::bad_value("name"),
        WebError::lost_race("Ana was first."),
        WebError::gone("This link was withdrawn."),
        WebError::not_allowed("The last admin stays."),
        WebError::TooMany { retry_after: Duration::from_millis(1_200) },
        WebError::Crowded { retry_after: Duration::from_secs(30) },
        WebError::Busy { retry_after: Duration::from_secs(5), cause: "disk full".into() },
        WebError::internal("cause"),
    ]
}

#[test]
fn every_situation_has_a_title_and_a_sentence_that_hide_the_cause() {
    let words = Words::english();
    for error in every_situation() {
        let (title, sentence) = (error.title(words), error.sentence(words));
        assert!(!title.contains("error-") && !sentence.contains("error-"), "{error}: {title} / {sentence}");
        assert!(sentence.ends_with('.'), "{error}: {sentence}");
        for inner in ["cause", "disk full", "reason"] {
            assert!(!sentence.contains(inner), "{error}: {sentence}");
        }
    }
}

#[test]
fn waiting_times_are_rounded_up_to_whole_seconds() {
    assert_eq!(whole_seconds(Duration::from_millis(1)), 1);
    assert_eq!(whole_seconds(Duration::from_millis(1_001)), 2);
    assert_eq!(whole_seconds(Duration::from_secs(3)), 3);
}
