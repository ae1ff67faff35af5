//! The yardstick of `tools/bench`: a bare axum handler that answers with the bytes of a file.
//! `bare_page ADDRESS FILE`

use axum::{Router, response::Html, routing::get};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().ok_or("an address")?;
    let page = std::fs::read_to_string(arguments.next().ok_or("a file")?)?;
    let router = Router::new().route("/", get(move || std::future::ready(Html(page.clone()))));
    axum::serve(tokio::net::TcpListener::bind(address).await?, router).await?;
    Ok(())
}
