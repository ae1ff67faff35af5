//! Settings: where they come from, which wins, and that what is misspelt is refused.

use std::ffi::OsString;
use std::path::Path;

use server::config::{Config, ConfigError, Given, KEYS, Transport, variable};

fn given(data: &Path) -> Given {
    Given { file: None, values: vec![("data", data.display().to_string())] }
}

fn variables(pairs: &[(&str, &str)]) -> Vec<(OsString, OsString)> {
    pairs.iter().map(|(name, value)| (OsString::from(name), OsString::from(value))).collect()
}

/// The settings of a file in the data folder and of these variables.
fn load(file: &str, pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let data = tempfile::tempdir().expect("a folder");
    std::fs::write(data.path().join("wisal.toml"), file).expect("a file");
    Config::from_parts(&given(data.path()), variables(pairs))
}

fn refusal(file: &str, pairs: &[(&str, &str)]) -> String {
    load(file, pairs).expect_err("these settings are wrong").to_string()
}

#[test]
fn the_defaults_are_safe() -> Result<(), ConfigError> {
    let config = Config::from_parts(&Given::default(), [])?;
    assert_eq!(config.addr.as_str(), "127.0.0.1:3000");
    assert_eq!(config.database_url()?.expose(), "sqlite://data/wisal.db?mode=rwc");
    assert!(!config.demo && !config.metrics_public && !config.secure());
    assert!(config.trusted_proxies.is_empty());
    assert_eq!(config.messages.transport, Transport::Console);
    Ok(())
}

#[test]
fn the_command_line_wins_over_the_environment_over_the_file_over_the_defaults() -> Result<(), ConfigError> {
    let data = tempfile::tempdir().expect("a folder");
    let file = data.path().join("other.toml");
    let text = "addr = '127.0.0.1:1'\nconnections_max = 11\nbody_max = 100000\n[association]\nphone = '0112345678'\nlicence = 7\n";
    std::fs::write(&file, text).expect("a file");
    let mut given = given(data.path());
    given.file = Some(file);
    given.values.push(("addr", "127.0.0.1:3".to_owned()));
    let set = [
        ("WISAL_ADDR", "127.0.0.1:2"),
        ("WISAL_CONNECTIONS_MAX", "12"),
        ("WISAL_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
        ("WISAL_MESSAGES_TRANSPORT", "outbox"),
        ("PATH", "/bin"),
    ];
    let config = Config::from_parts(&given, variables(&set))?;
    assert_eq!(config.addr.as_str(), "127.0.0.1:3");
    assert_eq!(config.connections_max, 12);
    assert_eq!(config.body_max, 100_000);
    assert_eq!(config.association.phone, "0112345678");
    assert_eq!(config.association.licence, "7");
    assert_eq!(config.association.unified_number, "7026477542");
    assert_eq!(config.trusted_proxies.iter().map(ToString::to_string).collect::<Vec<_>>(), ["10.0.0.0/8", "::1/128"]);
    assert_eq!(config.messages.transport, Transport::Outbox);
    Ok(())
}

#[test]
fn an_unknown_key_is_refused_with_the_nearest_one() {
    let wrong = refusal("adr = 'x'", &[]);
    assert!(wrong.contains("`adr`") && wrong.contains("`addr`") && wrong.contains("wisal.toml"), "{wrong}");
    let wrong = refusal("[association]\nnmae_ar = 'x'", &[]);
    assert!(wrong.contains("`association.nmae_ar`") && wrong.contains("`association.name_ar`"), "{wrong}");
    let wrong = refusal("[message]\ntransport = 'console'", &[]);
    assert!(wrong.contains("`messages.transport`"), "{wrong}");
    let wrong = refusal("association = 1", &[]);
    assert!(wrong.contains("`association`, which is not a setting"), "{wrong}");
    let wrong = refusal("", &[("WISAL_TRUSTED_PROXYS", "::1")]);
    assert!(wrong.contains("WISAL_TRUSTED_PROXYS") && wrong.contains("`WISAL_TRUSTED_PROXIES`"), "{wrong}");
}

#[test]
fn a_wrong_value_is_refused_with_its_key() {
    for (file, said) in [
        ("demo = 'perhaps'", "demo"),
        ("addr = 'localhost'", "HOST:PORT"),
        ("addr = '::1:80'", "HOST:PORT"),
        ("public_url = 'https://a.example/path'", "public_url"),
        ("public_url = 'ftp://a.example'", "public_url"),
        ("trusted_proxies = ['10.0.0.0/40']", "10.0.0.0/40"),
        ("connections_max = 0", "connections_max"),
        ("body_max = 10", "body_max"),
        ("body_max = -1", "body_max"),
        ("secure_cookies = 'maybe'", "secure_cookies"),
        ("database = 'mysql://a'", "sqlite: or postgres:"),
        ("[messages]\ntransport = 'pigeon'", "pigeon"),
        ("[messages]\nquiet_from = '9pm'", "9pm"),
        ("[messages]\nmail_security = 'perhaps'", "perhaps"),
        ("demo = ", "not well formed"),
        ("data = 'elsewhere'", "cannot move it"),
    ] {
        let wrong = refusal(file, &[]);
        assert!(wrong.contains(said), "{file}: {wrong}");
    }
}

#[test]
fn a_file_that_was_asked_for_must_be_there() {
    let given = Given { file: Some("/nowhere/wisal.toml".into()), values: Vec::new() };
    assert!(matches!(Config::from_parts(&given, []), Err(ConfigError::Unreadable { .. })));
}

#[test]
fn https_makes_cookies_secure_unless_told_otherwise() -> Result<(), ConfigError> {
    for (file, secure) in [
        ("public_url = 'https://a.example'", true),
        ("public_url = 'http://a.example'", false),
        ("secure_cookies = true", true),
        ("public_url = 'https://a.example'\nsecure_cookies = false", false),
        ("public_url = 'https://a.example'\nsecure_cookies = 'auto'", true),
    ] {
        assert_eq!(load(file, &[])?.secure(), secure, "{file}");
    }
    Ok(())
}

#[test]
fn a_password_in_the_database_s_address_is_not_printed() -> Result<(), ConfigError> {
    let config = load("database = 'postgres://wisal:hunter2@db/wisal'", &[])?;
    let shown = format!("{config:?}");
    assert!(!shown.contains("hunter2"), "{shown}");
    assert_eq!(config.database_url()?.expose(), "postgres://wisal:hunter2@db/wisal");
    let wrong = refusal("database = 'mysql://wisal:hunter2@db'", &[]);
    assert!(!wrong.contains("hunter2"), "{wrong}");
    Ok(())
}

#[test]
fn every_key_is_documented_and_every_documented_variable_exists() {
    let docs = include_str!("../../../docs/configuration.md");
    for key in KEYS {
        assert!(docs.contains(&format!("| `{key}` | `{}` |", variable(key))), "docs/configuration.md lacks `{key}`");
    }
    let known = KEYS.map(variable);
    for name in docs.split(|c: char| !(c.is_ascii_uppercase() || c == '_')).filter(|word| word.starts_with("WISAL_")) {
        assert!(name == "WISAL_" || known.contains(&name.to_owned()), "docs/configuration.md names {name}");
    }
}

#[test]
fn messages_are_written_whole_only_where_the_server_is_tried_out() -> Result<(), ConfigError> {
    for (file, trial) in [
        ("", true),
        ("addr = '[::1]:3000'", true),
        ("addr = 'localhost:3000'", true),
        ("addr = '0.0.0.0:3000'", false),
        ("public_url = 'https://wisal.example'", false),
        ("addr = '0.0.0.0:3000'\ndemo = true", true),
    ] {
        assert_eq!(load(file, &[])?.is_trial(), trial, "{file}");
    }
    Ok(())
}

#[test]
fn the_ways_out_are_checked_at_the_start() -> Result<(), ConfigError> {
    let gateway = |more: &str| load(&format!("[messages]\ntransport = 'gateway'\n{more}"), &[]);
    let refused = |more: &str| match gateway(more).and_then(|config| config.ways()) {
        Ok(_) => String::new(),
        Err(why) => why.to_string(),
    };
    for (file, said) in [
        ("", "messages.sms_url"),
        ("sms_url = 'http://sms.example/'", "https"),
        ("sms_url = 'https://sms.example/'\nsms_gateway = '/nowhere.toml'", "messages.sms_gateway"),
        ("sms_url = 'https://sms.example/'\nmail_host = 'mail.example'", "messages.mail_from"),
        ("sms_url = 'https://sms.example/'\nmail_host = 'mail.example'\nmail_from = 'x'", "messages.mail_host"),
        ("sms_url = 'https://sms.example/'\ndaily_most = 0", "messages.daily_most"),
    ] {
        let why = refused(file);
        assert!(why.contains(said), "{file}: {why}");
    }
    let secret = [("WISAL_MESSAGES_SMS_SECRET", "the key")];
    let whole = "[messages]\ntransport = 'gateway'\nsms_url = 'https://sms.example/'\n\
                 mail_host = 'mail.example'\nmail_from = 'wisal@charity.example'";
    let config = load(whole, &secret)?;
    assert!(config.ways()?.is_some_and(|ways| ways.email.is_some()));
    assert!(!format!("{config:?}").contains("the key"));
    for without in ["[messages]\ntransport = 'outbox'", "demo = true"] {
        assert!(load(without, &[])?.ways()?.is_none(), "{without}");
    }
    Ok(())
}
