//! What a PDF may hold: pages. Not programs, forms that send, attached files, or a second file hidden in it.
//!
//! A PDF is kept as it came, for redrawing it would spoil what officials issued and signed. So it is read here for the
//! names its active parts go by, also where these are packed, and refused with any of them. That is one layer of
//! several: documents leave the house as attachments only, in a sandbox.

use std::io::Read as _;

use domain::Invalid;
use flate2::read::ZlibDecoder;

/// Bytes unpacked at most, in all.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// Bytes at the end among which a ZIP file keeps its directory's end.
const ZIP_TAIL: usize = 66 * 1024;

/// Names of what acts, carries or sends.
const ACTIVE: [&[u8]; 14] = [
    b"JavaScript",
    b"JS",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"RichMedia",
    b"Rendition",
    b"Movie",
    b"Sound",
    b"3D",
    b"XFA",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
];

/// Marks of a page or a program between the parts of a PDF; browsers and servers that guess would take it for one.
const FOREIGN: [&[u8]; 6] = [b"<script", b"<html", b"<svg", b"<?php", b"<!doctype", b"<iframe"];

/// Gives the file back if it is a whole PDF that only shows pages.
pub(super) fn checked(bytes: Vec<u8>) -> Result<Vec<u8>, Invalid> {
    if !bytes.starts_with(b"%PDF-") || !ends_as_one(&bytes) {
        return Err(Invalid::FileDamaged);
    }
    let tail = bytes.get(bytes.len().saturating_sub(ZIP_TAIL)..).unwrap_or_default();
    if contains(tail, b"PK\x05\x06") {
        return Err(Invalid::FileActive);
    }
    walk(&bytes)?;
    Ok(bytes)
}

/// Nothing but blanks stands behind the last end mark.
fn ends_as_one(bytes: &[u8]) -> bool {
    let end = bytes.windows(5).rposition(|five| five == b"%%EOF");
    let rest = end.and_then(|end| bytes.get(end + 5..));
    rest.is_some_and(|rest| rest.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0))
}

/// Reads everything that is not a stream, and the streams that pack objects.
fn walk(bytes: &[u8]) -> Result<(), Invalid> {
    let mut budget = MOST_UNPACKED;
    let mut rest = bytes;
    while let Some(at) = stream_at(rest) {
        let (before, from) = rest.split_at(at);
        let length = find(from, b"endstream").ok_or(Invalid::FileDamaged)?;
        inspect(before)?;
        let head =
            before.windows(4).rposition(|four| four == b" obj").and_then(|at| before.get(at..)).unwrap_or(before);
        let names: Vec<Vec<u8>> = names(head).collect();
        if names.iter().any(|name| name == b"ObjStm") {
            let data = from.get(..length).unwrap_or_default();
            inspect(&unpacked(data, &names, &mut budget)?)?;
        }
        rest = from.get(length + b"endstream".len()..).unwrap_or_default();
    }
    inspect(rest)
}

/// Where the bytes of the next stream begin.
fn stream_at(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + find(bytes.get(from..)?, b"stream")?;
        let after = at + b"stream".len();
        let opened = bytes.get(..at)?.trim_ascii_end().ends_with(b">>");
        match bytes.get(after..)? {
            [b'\r', b'\n', ..] if opened => return Some(after + 2),
            [b'\n' | b'\r', ..] if opened => return Some(after + 1),
            _ => from = after,
        }
    }
}

/// The objects packed in a stream. One that cannot be read cannot be vouched for.
fn unpacked(data: &[u8], names: &[Vec<u8>], budget: &mut u64) -> Result<Vec<u8>, Invalid> {
    let has = |wanted: &[u8]| names.iter().any(|name| name == wanted);
    if !has(b"Filter") {
        return Ok(data.to_vec());
    }
    let otherwise = names.iter().any(|name| name.ends_with(b"Decode") && name != b"FlateDecode");
    if otherwise || has(b"Crypt") || has(b"Predictor") || !has(b"FlateDecode") {
        return Err(Invalid::FileActive);
    }
    let mut plain = Vec::new();
    let read = ZlibDecoder::new(data).take(*budget).read_to_end(&mut plain);
    let read = u64::try_from(read.map_err(|_| Invalid::FileDamaged)?).unwrap_or(u64::MAX);
    *budget = budget.saturating_sub(read);
    if *budget == 0 { Err(Invalid::FileActive) } else { Ok(plain) }
}

fn inspect(part: &[u8]) -> Result<(), Invalid> {
    let active = names(part).any(|name| ACTIVE.contains(&name.as_slice()));
    let lower = part.to_ascii_lowercase();
    if active || FOREIGN.iter().any(|mark| contains(&lower, mark)) { Err(Invalid::FileActive) } else { Ok(()) }
}

/// The names in a part, `#4a` read as the letter it stands for.
fn names(part: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    part.split(|byte| *byte == b'/').skip(1).map(|from| {
        let mut name = Vec::new();
        let mut rest = from.iter().copied().take_while(|byte| !is_delimiter(*byte)).take(128).peekable();
        while let Some(byte) = rest.next() {
            let code: Vec<u8> = if byte == b'#' { rest.clone().take(2).collect() } else { Vec::new() };
            let read = std::str::from_utf8(&code).ok().and_then(|code| u8::from_str_radix(code, 16).ok());
            match read {
                Some(letter) if code.len() == 2 => {
                    name.push(letter);
                    rest.nth(1);
                }
                _ => name.push(byte),
            }
        }
        name
    })
}

fn is_delimiter(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0 || b"()<>[]{}/%".contains(&byte)
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    find(bytes, wanted).is_some()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    fn pdf(middle: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".as_slice(), middle, b"\ntrailer << >>\n%%EOF\n"].concat()
    }

    fn packed(plain: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(plain).expect("packed");
        let data = encoder.finish().expect("packed");
        let head = b"5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\r\n".as_slice();
        pdf(&[head, &data, b"\nendstream\nendobj"].concat())
    }

    #[test]
    fn pages_pass_and_are_not_changed() {
        let stream = b"4 0 obj\n<< /Length 3 >>\nstream\n/JS(x) <script\nendstream\nendobj";
        for file in [pdf(b""), pdf(stream), packed(b"7 0 << /Type /Page /OpenAction [7 0 R /Fit] >>")] {
            assert_eq!(checked(file.clone()), Ok(file));
        }
    }

    #[test]
    fn what_acts_is_refused_however_it_is_written() {
        for active in [
            b"<< /S /JavaScript /JS (app.alert(1)) >>".as_slice(),
            b"<< /S/J#61vaScript >>",
            b"<< /#4aS (x) >>",
            b"<< /S /Launch /F (cmd.exe) >>",
            b"<< /Names << /EmbeddedFiles 3 0 R >> >>",
            b"% <ScRipt>alert(1)</script>",
        ] {
            assert_eq!(checked(pdf(active)), Err(Invalid::FileActive), "{}", String::from_utf8_lossy(active));
        }
        assert_eq!(checked(packed(b"7 0 << /S /JavaScript /JS (x) >>")), Err(Invalid::FileActive));
    }

    #[test]
    fn packed_objects_nobody_can_read_are_refused() {
        let odd = pdf(b"5 0 obj\n<< /Type /Obj#53tm /Filter /LZWDecode >>\nstream\nx\nendstream\nendobj");
        assert_eq!(checked(odd), Err(Invalid::FileActive));
        let broken = pdf(b"5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nx\nendstream\nendobj");
        assert_eq!(checked(broken), Err(Invalid::FileDamaged));
        let most = usize::try_from(MOST_UNPACKED).expect("a size");
        assert_eq!(checked(packed(&vec![b' '; most + 1])), Err(Invalid::FileActive));
    }

    #[test]
    fn a_pdf_begins_and_ends_as_one() {
        let open = pdf(b"4 0 obj\n<< >>\nstream\nno end");
        for damaged in [[b"x".to_vec(), pdf(b"")].concat(), [pdf(b""), b"more".to_vec()].concat(), open] {
            assert_eq!(checked(damaged), Err(Invalid::FileDamaged));
        }
        assert_eq!(checked(pdf(b"% PK\x05\x06")), Err(Invalid::FileActive));
    }
}
