//! Arrows point one way: every dependency between the workspace's crates must be in the table below.
//! A new edge is a decision: change the table and ARCHITECTURE.md together.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// Which crates each crate may use.
const ALLOWED: [(&str, &[&str]); 12] = [
    ("domain", &[]),
    ("i18n", &["domain"]),
    ("ui", &["domain", "i18n"]),
    ("app", &["domain", "i18n", "ui", "services"]),
    ("frontend", &["app"]),
    ("migration", &[]),
    ("store", &["domain", "migration"]),
    ("services", &["domain", "store", "i18n"]),
    ("letters", &["domain", "i18n"]),
    ("transports", &["domain", "services"]),
    ("fixtures", &["domain", "store", "services", "i18n"]),
    ("server", &["app", "domain", "fixtures", "i18n", "letters", "services", "store", "transports"]),
];

/// What the rules of the domain must never reach, through whatever crate.
const NOT_IN_DOMAIN: [&str; 4] = ["leptos", "axum", "sea-orm", "tokio"];

/// `(user, used)`, both crates of this workspace.
type Edge = (String, String);

/// The edges that the table does not allow, and the crates it does not know.
fn forbidden(edges: &BTreeSet<Edge>) -> Vec<String> {
    let allowed: BTreeMap<_, _> = ALLOWED.into_iter().collect();
    edges
        .iter()
        .filter(|(user, used)| !allowed.get(user.as_str()).is_some_and(|may_use| may_use.contains(&used.as_str())))
        .map(|(user, used)| format!("{user} -> {used}"))
        .collect()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The workspace's crates and every edge between them: ordinary, build and test dependencies alike.
fn workspace() -> (BTreeSet<String>, BTreeSet<Edge>) {
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version", "1"])).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let crates: BTreeSet<String> = packages.iter().map(name).collect();
    let edges = packages
        .iter()
        .flat_map(|package| {
            let used = package["dependencies"].as_array().expect("dependencies");
            used.iter().map(move |dependency| (name(package), name(dependency)))
        })
        .filter(|(user, used)| user != used && crates.contains(used))
        .collect();
    (crates, edges)
}

#[test]
fn every_edge_between_crates_is_allowed() {
    let (crates, edges) = workspace();
    let known: BTreeSet<String> = ALLOWED.iter().map(|(name, _)| (*name).to_owned()).collect();
    let unknown: Vec<_> = crates.difference(&known).collect();
    assert!(unknown.is_empty(), "crates that are not in the table: {unknown:?}");
    assert!(edges.contains(&("server".to_owned(), "app".to_owned())), "the edges are really read");
    let wrong = forbidden(&edges);
    assert!(wrong.is_empty(), "edges that are not in the table: {wrong:?}");
}

#[test]
fn screens_reach_data_through_use_cases_only() {
    let (_, edges) = workspace();
    assert!(!edges.contains(&("app".to_owned(), "store".to_owned())));
}

#[test]
fn a_wrong_edge_is_found() {
    let edge = |user: &str, used: &str| (user.to_owned(), used.to_owned());
    let (_, mut edges) = workspace();
    edges.extend([edge("app", "store"), edge("domain", "i18n"), edge("newcomer", "domain")]);
    assert_eq!(forbidden(&edges), ["app -> store", "domain -> i18n", "newcomer -> domain"]);
}

/// Every crate in the closure of a crate's ordinary dependencies, itself included.
fn closure(name: &str) -> BTreeSet<String> {
    cargo(&["tree", "--package", name, "--edges", "normal", "--prefix", "none", "--format", "{p}"])
        .lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_domain_is_free_of_frameworks() {
    let reached = closure("domain");
    assert!(reached.contains("domain") && reached.contains("serde"), "the tree is really read: {reached:?}");
    let found: Vec<_> = NOT_IN_DOMAIN.iter().filter(|name| reached.contains(**name)).collect();
    assert!(found.is_empty(), "domain reaches {found:?}");
}

#[test]
fn a_framework_would_be_found() {
    let reached = closure("server");
    assert!(NOT_IN_DOMAIN.iter().all(|name| reached.contains(*name)), "{reached:?}");
}
