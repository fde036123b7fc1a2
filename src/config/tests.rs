use secrecy::ExposeSecret;

use super::*;

fn resolve(arguments: SettingArgs, variables: &[(&str, &str)]) -> Result<Settings, SettingError> {
    let find = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    Settings::resolve(arguments, &find)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn without_any_setting_the_server_listens_on_loopback_with_its_own_session_server() {
    let settings = resolve(SettingArgs::default(), &[]).unwrap();
    assert_eq!(settings.listen, "127.0.0.1:8080".parse().unwrap());
    assert_eq!(settings.database.to_str(), Some("anteroom.db"));
    assert!(matches!(settings.provider, ProviderSettings::Local));
    assert_eq!(settings.session_listen(settings.listen), "0.0.0.0:8080".parse().unwrap());
    assert_eq!((settings.rate_limit_scale, settings.workers), (1.0, 2));
}

#[test]
fn every_wrong_setting_is_one_line_that_names_it() {
    let wrong = [
        (SettingArgs { listen: some("8080"), ..SettingArgs::default() }, "--listen"),
        (SettingArgs { public_url: some("ftp://a.example"), ..SettingArgs::default() }, "--public-url"),
        (SettingArgs { public_url: some("https://a.example/path"), ..SettingArgs::default() }, "--public-url"),
        (SettingArgs { public_url: some("https://user@a.example"), ..SettingArgs::default() }, "--public-url"),
        (SettingArgs { public_url: some("a.example"), ..SettingArgs::default() }, "--public-url"),
        (SettingArgs { require_database: some("maybe"), ..SettingArgs::default() }, "--require-database"),
        (SettingArgs { provider: some("zoom"), ..SettingArgs::default() }, "--provider"),
        (SettingArgs { video_api_url: some("http://api.example"), ..SettingArgs::default() }, "--video-api-url"),
        (SettingArgs { video_api_url: some("api.example"), ..SettingArgs::default() }, "--video-api-url"),
        (SettingArgs { video_api_url: some("https://me@api.example"), ..SettingArgs::default() }, "--video-api-url"),
        (SettingArgs { video_api_timeout: some("0"), ..SettingArgs::default() }, "--video-api-timeout"),
        (SettingArgs { video_api_timeout: some("soon"), ..SettingArgs::default() }, "--video-api-timeout"),
        (SettingArgs { token_format: some("T2"), ..SettingArgs::default() }, "--token-format"),
        (SettingArgs { ot_js: some("http://cdn.example/ot.js"), ..SettingArgs::default() }, "--ot-js"),
        (SettingArgs { ot_js: some("https://cdn.example/ot.js;x"), ..SettingArgs::default() }, "--ot-js"),
        (SettingArgs { ot_js: some("https://me@cdn.example/ot.js"), ..SettingArgs::default() }, "--ot-js"),
        (SettingArgs { ot_js: some(" "), ..SettingArgs::default() }, "--ot-js"),
        (SettingArgs { rate_limit_scale: some("0"), ..SettingArgs::default() }, "--rate-limit-scale"),
        (SettingArgs { rate_limit_scale: some("NaN"), ..SettingArgs::default() }, "--rate-limit-scale"),
        (SettingArgs { trusted_proxies: some("10.0.0.0/8, proxy"), ..SettingArgs::default() }, "--trusted-proxies"),
        (SettingArgs { log_format: some("xml"), ..SettingArgs::default() }, "--log-format"),
        (SettingArgs { tls_cert: some("cert.pem"), ..SettingArgs::default() }, "--tls-key"),
        (SettingArgs { tls_key: some("key.pem"), ..SettingArgs::default() }, "--tls-cert"),
        (SettingArgs { session_listen: some("udp"), ..SettingArgs::default() }, "--session-listen"),
        (SettingArgs { session_advertise: some("1.2.3.4,host"), ..SettingArgs::default() }, "--session-advertise"),
        (SettingArgs { workers: some("0"), ..SettingArgs::default() }, "--workers"),
        (SettingArgs { provider: some("opentok"), ..SettingArgs::default() }, "OPENTOK_API_KEY"),
        (SettingArgs { provider: some("vonage"), ..SettingArgs::default() }, "VONAGE_APPLICATION_ID"),
    ];
    for (arguments, name) in wrong {
        let error = resolve(arguments, &[]).expect_err(name);
        assert_eq!(error.name, name);
        assert!(!error.to_string().contains('\n'), "{error}");
    }
}

#[test]
fn a_secret_comes_from_its_variable_or_its_file_and_shows_in_no_debug_output() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "from-the-file\n").unwrap();
    let arguments = SettingArgs { provider: some("opentok"), ..SettingArgs::default() };
    let path = file.path().to_str().unwrap();
    for (name, value, expected) in
        [("OPENTOK_API_SECRET", "direct", "direct"), ("OPENTOK_API_SECRET_FILE", path, "from-the-file")]
    {
        let settings = resolve(arguments.clone(), &[("OPENTOK_API_KEY", "100"), (name, value)]).unwrap();
        assert!(!format!("{settings:?}").contains(expected));
        let ProviderSettings::OpenTok { api_secret, .. } = settings.provider else { panic!("another provider") };
        assert_eq!(api_secret.expose_secret(), expected);
    }
}

#[test]
fn a_private_key_may_be_pem_or_a_path_and_a_wrong_path_is_not_repeated() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "-----BEGIN PRIVATE KEY-----\nfile").unwrap();
    let arguments = SettingArgs { provider: some("vonage"), ..SettingArgs::default() };
    for (value, expected) in [(file.path().to_str().unwrap(), "file"), ("-----BEGIN PRIVATE KEY-----\npem", "pem")] {
        let variables = [("VONAGE_APPLICATION_ID", "app"), ("VONAGE_PRIVATE_KEY", value)];
        let ProviderSettings::Vonage { private_key, .. } = resolve(arguments.clone(), &variables).unwrap().provider
        else {
            panic!("another provider")
        };
        assert!(private_key.expose_secret().ends_with(expected));
    }
    let variables = [("VONAGE_APPLICATION_ID", "app"), ("VONAGE_PRIVATE_KEY", "MIIEvQ-half-a-key")];
    let error = resolve(arguments, &variables).unwrap_err().to_string();
    assert!(error.starts_with("VONAGE_PRIVATE_KEY") && !error.contains("MIIEvQ"), "{error}");
}

#[test]
fn cookies_are_secure_on_https_and_on_loopback_only() {
    for (url, secure) in [
        ("https://meet.example.org", true),
        ("http://localhost:8080", true),
        ("http://127.9.9.9", true),
        ("http://[::1]:80", true),
        ("http://192.168.1.5:8080", false),
        ("http://meet.example.org", false),
        ("http://localhost.example.org", false),
    ] {
        let url = PublicUrl::parse(url).unwrap();
        assert_eq!(url.secure_cookies(), secure, "{url:?}");
        assert_eq!(url.cookie_name("ticket").starts_with("__Host-"), secure);
    }
}

#[test]
fn loopback_answers_to_all_its_names_and_other_addresses_to_one() {
    let home = PublicUrl::of_listener("127.0.0.1:8080".parse().unwrap(), false);
    assert_eq!(home.origin(), "http://127.0.0.1:8080");
    assert_eq!(home.allowed_hosts(), ["127.0.0.1:8080", "localhost:8080", "[::1]:8080"]);
    assert_eq!(home.allowed_origins()[1], "http://localhost:8080");

    let public = PublicUrl::parse("https://Meet.Example.org:443/").unwrap();
    assert_eq!(public.link("/i/x"), "https://meet.example.org/i/x");
    assert_eq!(public.allowed_origins(), ["https://meet.example.org"]);
    assert_eq!(public.allowed_hosts(), ["meet.example.org:443", "meet.example.org"]);

    let everywhere = PublicUrl::of_listener("0.0.0.0:9000".parse().unwrap(), false);
    assert_eq!(everywhere.origin(), "http://localhost:9000");
}

#[test]
fn callbacks_are_listened_to_only_with_a_secret_that_is_one() {
    const NAME: &str = "ANTEROOM_VIDEO_CALLBACK_SECRET";
    let secret = |variables: &[(&str, &str)]| resolve(SettingArgs::default(), variables).map(|it| it.callback_secret);
    assert!(secret(&[]).unwrap().is_none());
    let given = secret(&[(NAME, "sixteen letters!")]).unwrap().unwrap();
    assert_eq!(given.expose_secret(), "sixteen letters!");
    for wrong in ["", "too short"] {
        let error = secret(&[(NAME, wrong)]).unwrap_err();
        assert_eq!(error.name, NAME);
    }
}
