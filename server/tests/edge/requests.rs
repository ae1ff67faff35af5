//! Which requests are taken: origin, limits, floods, and who may see the figures.

use axum::body::Body;
use http::{Request, StatusCode};
use server::edge::Edge;
use server::edge::flood::FloodLimits;

use super::site::{Site, edge, get, post};

#[tokio::test]
async fn foreign_writes_are_refused_in_both_languages() {
    let site = Site::new(edge());
    let answer = site
        .ask(Request::post("/echo").header("sec-fetch-site", "cross-site").body(Body::from("x")).expect("a request"))
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert!(answer.body.contains("لم نقبل هذا الطلب") && answer.body.contains("did not come from this site"));

    let own = Request::post("/echo").header("host", "wisal.example").header("origin", "http://wisal.example");
    let answer = site.ask(own.body(Body::from("مرحبا")).expect("a request")).await;
    assert_eq!((answer.status, answer.body.as_str()), (StatusCode::OK, "مرحبا"));
}

#[tokio::test]
async fn a_body_is_limited_and_a_route_may_ask_for_more() {
    let site = Site::new(edge());
    let sent = async |path: &'static str, bytes: usize, chunked: bool| {
        let body = vec![b'x'; bytes];
        let body = if chunked {
            let chunks: Vec<_> = body.chunks(10_000).map(|chunk| Ok::<_, std::io::Error>(chunk.to_vec())).collect();
            Body::from_stream(futures::stream::iter(chunks))
        } else {
            Body::from(body)
        };
        site.ask(post(path).body(body).expect("a request")).await
    };
    for chunked in [false, true] {
        assert_eq!(sent("/echo", 512 * 1024, chunked).await.status, StatusCode::OK);
        let over = sent("/echo", 512 * 1024 + 1, chunked).await;
        assert_eq!(over.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(over.body.contains("أكبر من المسموح"));
        for path in ["/upload/deed", "/en/upload/deed"] {
            let within = sent(path, 3 * 1024 * 1024, chunked).await;
            assert_eq!(within.status, StatusCode::OK, "more than axum's own 2 MB");
            let over = sent(path, 4 * 1024 * 1024 + 1, chunked).await;
            assert_eq!(over.status, StatusCode::PAYLOAD_TOO_LARGE);
        }
        let page = sent("/own-words", 600_000, chunked).await;
        assert_eq!((page.status, page.body.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "<p>too large</p>"));
    }
}

#[tokio::test]
async fn a_full_house_sheds_and_a_slow_handler_is_given_up() {
    let mut small = edge();
    small.requests.at_once = 1;
    small.requests.time = std::time::Duration::from_millis(300);
    let site = Site::new(small);
    let (slow, shed, health) = tokio::join!(
        site.get("/slow"),
        async {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            site.get("/").await
        },
        async {
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            site.get("/healthz").await
        },
    );
    assert_eq!(slow.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(slow.body.contains("لم يكتمل طلبك"));
    let unread = site.ask(post("/slow").body(Body::from("unread")).expect("a request")).await;
    assert_eq!(unread.status, StatusCode::SERVICE_UNAVAILABLE, "a handler that reads no body is slow by itself");
    assert_eq!(shed.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(shed.body.contains("مشغول") && shed.header("retry-after").is_some());
    assert_eq!(health.status, StatusCode::OK, "a watcher is never shed");
    assert_eq!(site.get("/").await.status, StatusCode::OK, "the place is free again");
}

/// The answers to five requests that all come from one peer, each claiming another client.
async fn five_claims(edge: Edge, claim: impl Fn(u8) -> String) -> Vec<u16> {
    let site = Site::new(edge);
    let mut statuses = Vec::new();
    for number in 1..=5 {
        let request = get("/").header("x-forwarded-for", claim(number)).body(Body::empty()).expect("a request");
        statuses.push(site.ask_from("10.0.0.9:1", request).await.status.as_u16());
    }
    statuses
}

#[tokio::test]
async fn a_forged_forwarded_for_evades_nothing() {
    let flood = FloodLimits { burst: 3, per_second: 1 };
    let direct = Edge { flood, ..edge() };
    assert_eq!(five_claims(direct.clone(), |n| format!("198.51.100.{n}")).await, [200, 200, 200, 429, 429]);

    let net = "10.0.0.0/8".parse().expect("a block");
    let proxied = Edge { proxies: vec![net].into(), ..direct };
    assert_eq!(
        five_claims(proxied.clone(), |n| format!("198.51.100.{n}, 203.0.113.1")).await,
        [200, 200, 200, 429, 429],
        "what the client wrote on the left is not believed"
    );
    assert_eq!(five_claims(proxied, |n| format!("198.51.100.{n}")).await, [200; 5], "the proxy's own word is");
}

#[tokio::test]
async fn the_figures_are_for_this_machine_only() {
    let site = Site::new(edge());
    site.get("/items/1058529940").await;
    let asked = || get("/metrics").body(Body::empty()).expect("a request");
    let local = site.ask_from("127.0.0.1:5", asked()).await;
    assert_eq!(local.status, StatusCode::OK);
    assert!(
        local.body.contains(r#"http_requests_total{method="GET",route="/items/{id}",status="200"}"#),
        "{}",
        local.body
    );
    assert!(!local.body.contains("1058529940"), "no address of a person in the figures");
    assert_eq!(site.ask_from("[::ffff:127.0.0.1]:5", asked()).await.status, StatusCode::OK);

    assert_eq!(site.ask_from("192.0.2.1:5", asked()).await.status, StatusCode::FORBIDDEN);
    for header in ["x-forwarded-for", "forwarded", "via", "x-real-ip"] {
        let through_a_proxy = get("/metrics").header(header, "127.0.0.1").body(Body::empty()).expect("a request");
        assert_eq!(site.ask_from("127.0.0.1:5", through_a_proxy).await.status, StatusCode::FORBIDDEN, "{header}");
    }
    assert_eq!(Site::with_public_figures(edge()).get("/metrics").await.status, StatusCode::OK);
}
