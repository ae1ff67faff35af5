//! Turns `locales/<locale>/<namespace>.json` into typed keys; a namespace is a file.

use std::{collections::BTreeSet, error::Error, fs, path::PathBuf};

use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos, options::CodegenOptions};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let mut namespaces = BTreeSet::new();
    for entry in fs::read_dir("locales/ar")? {
        if let Some(name) = entry?.path().file_stem().and_then(|stem| stem.to_str()) {
            namespaces.insert(name.to_owned());
        }
    }
    let config = Config::new("ar")?
        .add_locale("en")?
        .locales_path("./locales")
        .add_namespaces(namespaces)?
        .parse_options(ParseOptions::new().interpolate_display(true));
    let translations = TranslationsInfos::parse(config)?;
    translations.emit_diagnostics();
    translations.rerun_if_locales_changed();
    let attributes = "#![allow(clippy::all, clippy::pedantic, clippy::allow_attributes, unused_qualifications, \
                      missing_docs, rustdoc::all, reason = \"generated\")]";
    let options = CodegenOptions::new().top_level_attributes(attributes.parse().ok()).gen_docs(false);
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("i18n");
    translations.generate_i18n_module_with_options(out, options)?;
    Ok(())
}
