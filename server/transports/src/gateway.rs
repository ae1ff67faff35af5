//! What a gateway wants to be told, as data: a template of its request, and how it says yes.

use std::collections::BTreeMap;

use http::{HeaderName, HeaderValue, Method, header::CONTENT_TYPE};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde_json::Value;

const JSON: &str = include_str!("gateways/json.toml");
const FORM: &str = include_str!("gateways/form.toml");

/// Why a gateway's description cannot be used; read by the operator.
#[derive(Debug, thiserror::Error)]
pub enum WrongGateway {
    #[error("it is not well formed: {0}")]
    Malformed(#[from] toml::de::Error),
    #[error("`{0}` is not a method")]
    Method(String),
    #[error("the header {0} cannot be sent")]
    Header(String),
    #[error("`{0}` is none of {{to}}, {{text}}, {{sender}}, {{secret}}")]
    Placeholder(String),
    #[error("neither its body nor its headers hold {0}")]
    Lacks(&'static str),
    #[error("Content-Type must be application/json or application/x-www-form-urlencoded")]
    ContentType,
    #[error("the body is not JSON once it is filled in")]
    NotJson,
    #[error("it names no status of success")]
    NoStatus,
}

/// A gateway's description, checked.
#[derive(Clone, Debug)]
pub struct Gateway {
    pub(crate) method: Method,
    headers: BTreeMap<String, String>,
    body: String,
    shape: Shape,
    success: Success,
}

/// How values are written into the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Json,
    Form,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    method: String,
    headers: BTreeMap<String, String>,
    body: String,
    success: Success,
}

/// How a gateway says yes: one of these statuses and, where a pointer is given, one of these values there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Success {
    statuses: Vec<u16>,
    /// A JSON pointer into the answer.
    pointer: Option<String>,
    #[serde(default)]
    is: Vec<Value>,
}

/// What is filled into the template.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    /// Digits with the country code, without a sign.
    pub to: &'a str,
    pub text: &'a str,
    pub sender: &'a str,
    pub secret: &'a str,
}

impl Values<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        match name {
            "to" => Some(self.to),
            "text" => Some(self.text),
            "sender" => Some(self.sender),
            "secret" => Some(self.secret),
            _ => None,
        }
    }
}

impl Gateway {
    /// The shapes the product knows by name: `json` and `form`.
    pub fn named(name: &str) -> Option<Result<Self, WrongGateway>> {
        match name {
            "json" => Some(Self::parse(JSON)),
            "form" => Some(Self::parse(FORM)),
            _ => None,
        }
    }

    /// Reads a description (TOML) and tries it out with sample values.
    pub fn parse(description: &str) -> Result<Self, WrongGateway> {
        let Described { method, headers, body, success } = toml::from_str(description)?;
        let kind = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(CONTENT_TYPE.as_str()));
        let shape = match kind.map(|(_, value)| value.split(';').next().unwrap_or_default().trim()) {
            Some("application/json") => Shape::Json,
            Some("application/x-www-form-urlencoded") => Shape::Form,
            _ => return Err(WrongGateway::ContentType),
        };
        let method = method.parse().map_err(|_| WrongGateway::Method(method))?;
        let gateway = Self { method, headers, body, shape, success };
        gateway.check()?;
        Ok(gateway)
    }

    fn check(&self) -> Result<(), WrongGateway> {
        if self.success.statuses.is_empty() {
            return Err(WrongGateway::NoStatus);
        }
        for text in self.headers.values().chain([&self.body]) {
            if let Some(unknown) = placeholders(text).find(|name| !["to", "text", "sender", "secret"].contains(name)) {
                return Err(WrongGateway::Placeholder(format!("{{{unknown}}}")));
            }
        }
        for (name, shown) in [("to", "{to}"), ("text", "{text}")] {
            if !placeholders(&self.body).any(|known| known == name) {
                return Err(WrongGateway::Lacks(shown));
            }
        }
        let sample = Values { to: "966500000000", text: "\"س\\\n&=", sender: "Wisal", secret: "s" };
        self.headers(&sample)?;
        if self.shape == Shape::Json && serde_json::from_str::<Value>(&self.body(&sample)).is_err() {
            return Err(WrongGateway::NotJson);
        }
        Ok(())
    }

    /// The body for a message.
    pub(crate) fn body(&self, values: &Values<'_>) -> String {
        let written = |value: &str| match self.shape {
            Shape::Json => {
                let quoted = Value::from(value).to_string();
                quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned()
            }
            Shape::Form => utf8_percent_encode(value, NON_ALPHANUMERIC).to_string(),
        };
        filled(&self.body, values, written)
    }

    /// The headers for a message.
    pub(crate) fn headers(&self, values: &Values<'_>) -> Result<Vec<(HeaderName, HeaderValue)>, WrongGateway> {
        let header = |(name, value): (&String, &String)| {
            let wrong = || WrongGateway::Header(name.clone());
            let value = HeaderValue::from_str(&filled(value, values, str::to_owned)).map_err(|_| wrong())?;
            Ok((name.parse().map_err(|_| wrong())?, value))
        };
        self.headers.iter().map(header).collect()
    }

    /// Did the gateway take the message? If not, why, without a word of its answer: that may quote the message.
    pub(crate) fn took(&self, status: u16, answer: &[u8]) -> Result<(), String> {
        if !self.success.statuses.contains(&status) {
            return Err(format!("the gateway answered {status}"));
        }
        let Some(pointer) = &self.success.pointer else { return Ok(()) };
        let answer: Value =
            serde_json::from_slice(answer).map_err(|_| "the gateway's answer is not JSON".to_owned())?;
        match answer.pointer(pointer) {
            Some(value) if self.success.is.contains(value) => Ok(()),
            // An empty list is written `[]` by some and as text by others.
            Some(Value::Array(list)) if list.is_empty() && self.success.is.contains(&Value::from("[]")) => Ok(()),
            Some(_) => Err(format!("the gateway answered {status}, but {pointer} says no")),
            None => Err(format!("the gateway answered {status} without {pointer}")),
        }
    }
}

/// A piece of a template: text, or the name between braces. Braces round anything but small letters are text, as in JSON.
enum Piece<'a> {
    Text(&'a str),
    Name(&'a str),
}

fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        if first == '{'
            && let Some((name, after)) = rest[1..].split_once('}')
            && !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            rest = after;
            return Some(Piece::Name(name));
        }
        let next = rest[first.len_utf8()..].find('{').map_or(rest.len(), |at| at + first.len_utf8());
        let (text, after) = rest.split_at(next);
        rest = after;
        Some(Piece::Text(text))
    })
}

fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    pieces(template).filter_map(|piece| match piece {
        Piece::Name(name) => Some(name),
        Piece::Text(_) => None,
    })
}

/// Fills a template in one pass: braces inside a value stay what they are.
fn filled(template: &str, values: &Values<'_>, written: impl Fn(&str) -> String) -> String {
    pieces(template)
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Name(name) => written(values.get(name).unwrap_or_default()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = "سطر\n\"},{\\ &Body=x {secret} 😀";

    fn named(name: &str) -> Gateway {
        Gateway::named(name).expect("known").expect("right")
    }

    fn values(text: &str) -> Values<'_> {
        Values { to: "966500000001", text, sender: "Wisal", secret: "k&y" }
    }

    #[test]
    fn json_stays_json_whatever_the_text() {
        let body: Value = serde_json::from_str(&named("json").body(&values(HOSTILE))).expect("JSON");
        let expected = serde_json::json!({ "recipients": ["966500000001"], "body": HOSTILE, "sender": "Wisal" });
        assert_eq!(body, expected);
        let headers = named("json").headers(&values("x")).expect("headers");
        assert!(headers.iter().any(|(name, value)| name == "authorization" && value == "Bearer k&y"));
    }

    #[test]
    fn a_form_keeps_its_fields_whatever_the_text() {
        let body = named("form").body(&values(HOSTILE));
        let fields: Vec<(&str, &str)> = body.split('&').filter_map(|field| field.split_once('=')).collect();
        assert_eq!(fields.len(), 5);
        assert_eq!(fields[0], ("AppSid", "k%26y"));
        let text = percent_encoding::percent_decode_str(fields[3].1).decode_utf8().expect("UTF-8");
        assert_eq!((fields[3].0, text.as_ref()), ("Body", HOSTILE));
    }

    #[test]
    fn yes_is_a_status_and_a_value() {
        let json = named("json");
        for yes in [r#"{"rejected":"[]"}"#, r#"{"rejected":[]}"#, r#"{"rejected":""}"#] {
            assert_eq!(json.took(201, yes.as_bytes()), Ok(()), "{yes}");
        }
        for (status, answer, said) in [
            (201, r#"{"rejected":"[966500000001,]"}"#, "says no"),
            (200, r#"{"accepted":"[]"}"#, "without /rejected"),
            (200, "<html>", "not JSON"),
            (200, "", "not JSON"),
            (500, r#"{"rejected":"[]"}"#, "answered 500"),
            (302, "", "answered 302"),
        ] {
            let why = json.took(status, answer.as_bytes()).expect_err("no");
            assert!(why.contains(said) && !why.contains("9665"), "{why}");
        }
        assert_eq!(named("form").took(200, br#"{"success":"true"}"#), Ok(()));
        assert!(named("form").took(200, br#"{"success":false}"#).is_err());
    }

    #[test]
    fn a_wrong_description_is_refused_with_its_fault() {
        let with =
            |from: &str, to: &str| Gateway::parse(&JSON.replace(from, to)).map(drop).map_err(|why| why.to_string());
        for (from, to, said) in [
            ("{text}", "x", "{text}"),
            ("{to}", "x", "{to}"),
            ("{sender}", "{from}", "{from}"),
            ("application/json", "text/plain", "Content-Type"),
            ("\"{text}\"", "{text}", "not JSON"),
            ("[200, 201]", "[]", "no status"),
            ("POST", "PO ST", "method"),
            ("Authorization", "'Authori zation'", "header"),
            ("pointer", "ponter", "not well formed"),
        ] {
            let why = with(from, to).expect_err("wrong");
            assert!(why.contains(said), "{from}: {why}");
        }
        assert!(Gateway::named("pigeon").is_none());
    }
}
