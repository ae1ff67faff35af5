//! The edge, from the network to a tiny site behind it.

#[path = "edge/answers.rs"]
mod answers;
#[path = "edge/connections.rs"]
mod connections;
#[path = "edge/files.rs"]
mod files;
#[path = "edge/requests.rs"]
mod requests;
#[path = "edge/settings.rs"]
mod settings;
#[path = "edge/site.rs"]
mod site;
#[path = "edge/waits.rs"]
mod waits;
#[path = "edge/wire.rs"]
mod wire;
