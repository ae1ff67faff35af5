//! Both languages say everything, with the same arguments, and nothing is left that no screen says.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;

type Outcome = Result<(), Box<dyn std::error::Error>>;

const PLURALS: [&str; 6] = ["_zero", "_one", "_two", "_few", "_many", "_other"];

/// Every key of a locale (`namespace.part.key`, plural forms as one) with the arguments its text names.
fn keys(locale: &str) -> Result<BTreeMap<String, BTreeSet<String>>, Box<dyn std::error::Error>> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale))? {
        let path = file?.path();
        let namespace = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        flatten(&namespace, &serde_json::from_str(&fs::read_to_string(&path)?)?, &mut found);
    }
    Ok(found)
}

fn flatten(key: &str, value: &Value, found: &mut BTreeMap<String, BTreeSet<String>>) {
    match value {
        Value::Object(parts) => {
            for (name, part) in parts {
                let plural = PLURALS.iter().find_map(|plural| name.strip_suffix(plural));
                let name = plural.filter(|stem| parts.contains_key(&format!("{stem}_other"))).unwrap_or(name);
                flatten(&format!("{key}.{name}"), part, found);
            }
        }
        Value::String(text) => {
            let arguments = text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
            let arguments = arguments.map(|argument| argument.trim().to_owned());
            found.entry(key.to_owned()).or_default().extend(arguments);
        }
        _ => {}
    }
}

#[test]
fn both_languages_say_the_same() -> Outcome {
    let (arabic, english) = (keys("ar")?, keys("en")?);
    let only = |one: &BTreeMap<String, _>, other: &BTreeMap<String, _>| {
        one.keys().filter(|key| !other.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(only(&arabic, &english), Vec::<String>::new(), "missing in English");
    assert_eq!(only(&english, &arabic), Vec::<String>::new(), "missing in Arabic");
    for (key, arguments) in &arabic {
        assert_eq!(Some(arguments), english.get(key), "the arguments of {key}");
    }
    Ok(())
}

/// The text of every Rust source of the project, without white space.
fn sources(folder: &Path, into: &mut String) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && name != "target" && name != "node_modules" && !name.starts_with('.') {
            sources(&path, into)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.extend(fs::read_to_string(&path)?.chars().filter(|c| !c.is_whitespace()));
        }
    }
    Ok(())
}

#[test]
fn every_text_is_said_somewhere() -> Outcome {
    let mut code = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."), &mut code)?;
    let said = |key: &str| {
        // A macro names the stages of a way one by one.
        if key.starts_with("track.stage.") {
            return code.contains("track.stage.$stage.title");
        }
        code.match_indices(key).any(|(at, _)| {
            let next = code[at + key.len()..].chars().next();
            !next.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.')
        })
    };
    let unsaid: Vec<_> = keys("ar")?.into_keys().filter(|key| !said(key)).collect();
    assert_eq!(unsaid, Vec::<String>::new());
    Ok(())
}
