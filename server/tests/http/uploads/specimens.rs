//! Files nobody should send, and the few honest ones beside them. Whatever must not come through carries [`CANARY`].

use std::io::{Cursor, Write as _};

use flate2::{Compression, Crc, write::ZlibEncoder};
use image::{DynamicImage, ImageFormat};

/// What hides in a hostile file; no stored picture holds it.
pub const CANARY: &[u8] = b"WISAL-CANARY<script>alert(1)</script>";

/// What becomes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Refused with a message, and nothing is stored.
    Refused,
    /// Stored as a picture drawn anew, of this kind and these sides.
    Redrawn(ImageFormat, u32, u32),
    /// One or the other, as the readers of forms and of pictures see fit; both are safe.
    RefusedOrRedrawn(ImageFormat, u32, u32),
    /// A PDF that only shows pages, stored as it came.
    Kept,
}

pub struct Specimen {
    pub what: &'static str,
    /// As the browser sends it, raw.
    pub name: Vec<u8>,
    pub bytes: Vec<u8>,
    pub fate: Fate,
}

fn one(what: &'static str, name: &[u8], bytes: impl Into<Vec<u8>>, fate: Fate) -> Specimen {
    Specimen { what, name: name.to_vec(), bytes: bytes.into(), fate }
}

fn refused(what: &'static str, name: &str, bytes: impl Into<Vec<u8>>) -> Specimen {
    one(what, name.as_bytes(), bytes, Fate::Refused)
}

/// A picture of eight by four.
pub fn picture(format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(8, 4).write_to(&mut out, format).expect("encodes");
    out.into_inner()
}

fn jpeg() -> Vec<u8> {
    picture(ImageFormat::Jpeg)
}

fn png() -> Vec<u8> {
    picture(ImageFormat::Png)
}

fn webp() -> Vec<u8> {
    picture(ImageFormat::WebP)
}

fn redrawn(format: ImageFormat) -> Fate {
    Fate::Redrawn(format, 8, 4)
}

fn either(format: ImageFormat) -> Fate {
    Fate::RefusedOrRedrawn(format, 8, 4)
}

/// All of them.
pub fn all() -> Vec<Specimen> {
    [honest(), metadata(), tails(), bombs(), broken(), disguises(), foreign(), documents(), names()]
        .into_iter()
        .flatten()
        .collect()
}

fn honest() -> Vec<Specimen> {
    vec![
        one("a photo", b"photo.jpg", jpeg(), redrawn(ImageFormat::Jpeg)),
        one("a screenshot", b"screen.png", png(), redrawn(ImageFormat::Png)),
        one("a sticker", b"s.webp", webp(), redrawn(ImageFormat::WebP)),
        one("a letter", b"letter.pdf", pdf(b""), Fate::Kept),
        one("a letter whose page is text", b"letter.pdf", pdf(b"2 0 obj\n<< /Type /Page >>\nendobj"), Fate::Kept),
    ]
}

/// Pictures with more in them than a picture.
fn metadata() -> Vec<Specimen> {
    let with_canary = |kind: &[u8]| png_with(&[(kind, &[b"Comment\0", CANARY].concat())]);
    let packed = [b"Comment\0\0".as_slice(), &zlib(CANARY)].concat();
    vec![
        one("a photo that says where it was taken", b"gps.jpg", jpeg_with(0xE1, &exif(1)), redrawn(ImageFormat::Jpeg)),
        one("a photo held sideways", b"side.jpg", jpeg_with(0xE1, &exif(6)), Fate::Redrawn(ImageFormat::Jpeg, 4, 8)),
        one("a photo with a comment", b"c.jpg", jpeg_with(0xFE, CANARY), redrawn(ImageFormat::Jpeg)),
        one("a photo with XMP", b"x.jpg", jpeg_with(0xE1, &xmp()), redrawn(ImageFormat::Jpeg)),
        one("a photo with a profile", b"p.jpg", jpeg_with(0xE2, &profile()), redrawn(ImageFormat::Jpeg)),
        one("a photo with Photoshop's notes", b"n.jpg", jpeg_with(0xED, CANARY), redrawn(ImageFormat::Jpeg)),
        one("a picture with a text", b"t.png", with_canary(b"tEXt"), redrawn(ImageFormat::Png)),
        one("a picture with a packed text", b"z.png", png_with(&[(b"zTXt", &packed)]), redrawn(ImageFormat::Png)),
        one("a picture with EXIF", b"e.png", png_with(&[(b"eXIf", &exif(1)[6..])]), redrawn(ImageFormat::Png)),
        one("a picture with a part of its own", b"o.png", with_canary(b"wiSl"), redrawn(ImageFormat::Png)),
        one("a WebP with EXIF", b"e.webp", webp_with(b"EXIF", CANARY), redrawn(ImageFormat::WebP)),
    ]
}

/// Pictures with another file behind them.
fn tails() -> Vec<Specimen> {
    let behind = |picture: Vec<u8>, tail: &[u8]| [picture, tail.to_vec()].concat();
    vec![
        one("a photo and PHP", b"shell.php.jpg", behind(jpeg(), b"<?php WISAL-CANARY ?>"), redrawn(ImageFormat::Jpeg)),
        one("a photo and a page", b"p.jpg", behind(jpeg(), CANARY), redrawn(ImageFormat::Jpeg)),
        one("a photo and an archive", b"a.jpg", behind(jpeg(), &zip("WISAL-CANARY")), redrawn(ImageFormat::Jpeg)),
        one("a photo and a PDF", b"b.jpg", behind(jpeg(), &pdf(CANARY)), redrawn(ImageFormat::Jpeg)),
        one("a picture and a page", b"p.png", behind(png(), CANARY), redrawn(ImageFormat::Png)),
        one("a picture and an archive", b"a.png", behind(png(), &zip("WISAL-CANARY")), redrawn(ImageFormat::Png)),
    ]
}

/// Small files that want to be large.
fn bombs() -> Vec<Specimen> {
    let millions = zlib(&vec![b' '; 48 * 1024 * 1024]);
    let profile = [b"icc\0\0".as_slice(), &millions].concat();
    vec![
        refused("30 000 by 30 000 in PNG", "b.png", png_of(30_000, 30_000)),
        refused("4 billion by 4 billion in PNG", "b.png", png_of(u32::MAX, u32::MAX)),
        refused("sides allowed, memory not", "b.png", png_of(11_999, 11_999)),
        refused("no sides at all", "b.png", png_of(0, 0)),
        refused("60 000 by 60 000 in JPEG", "b.jpg", jpeg_of(60_000, 60_000)),
        refused("16 383 by 16 383 in WebP", "b.webp", webp_of(16_383, 16_383)),
        one("a packed text of 48 MB", b"z.png", png_with(&[(b"zTXt", &profile)]), either(ImageFormat::Png)),
        one("a profile of 48 MB", b"i.png", png_with(&[(b"iCCP", &profile)]), either(ImageFormat::Png)),
        refused("a PDF with packed objects of 48 MB", "o.pdf", pdf(&object_stream(&millions))),
        refused("one byte too many", "l.pdf", vec![b'%'; 10 * 1024 * 1024 + 1]),
    ]
}

fn broken() -> Vec<Specimen> {
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let mut wrong_sum = png();
    wrong_sum[20] ^= 1;
    vec![
        refused("nothing", "empty.pdf", ""),
        refused("one byte", "one.jpg", [0xFF]),
        refused("half a PNG", "half.png", cut(png())),
        refused("half a WebP", "half.webp", cut(webp())),
        refused("the head of a JPEG", "head.jpg", &jpeg()[..20]),
        refused("half a PDF", "half.pdf", cut(pdf(b""))),
        refused("a PNG with a wrong sum", "sum.png", wrong_sum),
        refused("a PDF with something behind", "b.pdf", [pdf(b""), CANARY.to_vec()].concat()),
        refused("a PDF with something before", "a.pdf", [b"GIF89a".to_vec(), pdf(b"")].concat()),
        refused("zeros", "zeros.png", vec![0; 4096]),
    ]
}

/// Files that are not what they are called.
fn disguises() -> Vec<Specimen> {
    let page = b"<!doctype html><script>alert(1)</script>".as_slice();
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>"#.as_slice();
    vec![
        refused("a page called a photo", "page.jpg", page),
        refused("a page called a PDF", "page.pdf", page),
        refused("a page with a photo's first bytes", "page.jpg", [b"\xFF\xD8\xFF\xE0".as_slice(), page].concat()),
        refused("a page with a PDF's first bytes", "page.pdf", [b"%PDF-1.7\n".as_slice(), page, b"\n%%EOF"].concat()),
        refused("an SVG", "drawing.svg", svg),
        refused("an SVG called a picture", "drawing.png", svg),
        refused("an SVG with an XML head", "drawing.svg", [b"<?xml version='1.0'?>".as_slice(), svg].concat()),
        refused("PHP called a photo", "photo.jpg", "<?php system($_GET['c']); ?>"),
        refused("PHP with a GIF's head", "photo.gif", "GIF89a<?php system($_GET['c']); ?>"),
        one("a photo called a PDF", b"photo.pdf", jpeg(), redrawn(ImageFormat::Jpeg)),
        one("a PNG called a program", b"setup.exe", png(), redrawn(ImageFormat::Png)),
    ]
}

/// Kinds of file that are not taken, by their first bytes.
fn foreign() -> Vec<Specimen> {
    let mut icon = b"\0\0\x01\0\x01\0\x08\x08\0\0\x01\0\x20\0".to_vec();
    icon.extend([0; 64]);
    let tar = {
        let mut tar = vec![0; 1024];
        tar[257..262].copy_from_slice(b"ustar");
        tar
    };
    vec![
        refused(
            "a GIF",
            "a.gif",
            b"GIF89a\x08\0\x04\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x08\0\x04\0\0\x02\x03D\x8E\x05\0;",
        ),
        refused("a BMP", "a.bmp", [b"BM".to_vec(), vec![0; 64]].concat()),
        refused("an icon", "a.ico", icon),
        refused("a TIFF", "a.tiff", [b"II*\0".to_vec(), vec![0; 64]].concat()),
        refused("a HEIC", "a.heic", [b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), vec![0; 64]].concat()),
        refused("an archive", "a.zip", zip("a.txt")),
        refused("a Word document", "a.docx", zip("word/document.xml")),
        refused("a Java program", "a.jar", zip("META-INF/MANIFEST.MF")),
        refused("a RAR", "a.rar", b"Rar!\x1A\x07\x01\0xxxxxxxx"),
        refused("a gzip", "a.gz", b"\x1F\x8B\x08\0\0\0\0\0\0\x03"),
        refused("a tar", "a.tar", tar),
        refused("a Windows program", "a.exe", [b"MZ".to_vec(), vec![0; 128]].concat()),
        refused("a Linux program", "a", [b"\x7FELF\x02\x01\x01".to_vec(), vec![0; 64]].concat()),
        refused("a shell script", "a.sh", "#!/bin/sh\nid\n"),
        refused("a batch file", "a.bat", "@echo off\r\n"),
        refused("JavaScript", "a.js", "alert(1)"),
        refused("WebAssembly", "a.wasm", b"\0asm\x01\0\0\0"),
        refused("PostScript", "a.ps", "%!PS-Adobe-3.0\n"),
        refused("rich text", "a.rtf", r"{\rtf1 x}"),
        refused("an old Word document", "a.doc", [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), vec![0; 512]].concat()),
        refused("sound", "a.mp3", [b"ID3\x03\0\0\0\0\0\0".to_vec(), vec![0; 64]].concat()),
        refused("a film", "a.mp4", [b"\0\0\0\x18ftypmp42\0\0\0\0".to_vec(), vec![0; 64]].concat()),
        refused("plain text", "a.txt", "السلام عليكم"),
        refused("an e-mail", "a.eml", "From: a@example.org\r\n\r\nx"),
    ]
}

/// PDFs with more in them than pages.
fn documents() -> Vec<Specimen> {
    let with_zip = [&pdf(b"")[..], &zip("a"), b"%%EOF"].concat();
    let packed = zlib(b"7 0 << /S /JavaScript /JS (app.alert(1)) >>");
    vec![
        refused("a PDF with a program", "j.pdf", pdf(b"3 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj")),
        refused("the same, spelt otherwise", "j.pdf", pdf(b"3 0 obj\n<< /S /J#61vaScript >>\nendobj")),
        refused("the same, packed", "j.pdf", pdf(&object_stream(&packed))),
        refused("a PDF that starts a program", "l.pdf", pdf(b"3 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj")),
        refused("a PDF that carries a file", "e.pdf", pdf(b"3 0 obj\n<< /Type /EmbeddedFile >>\nendobj")),
        refused(
            "a PDF that sends a form",
            "f.pdf",
            pdf(b"3 0 obj\n<< /S /SubmitForm /F (https://e.example) >>\nendobj"),
        ),
        refused("a PDF that is an archive, too", "z.pdf", with_zip),
        refused("a PDF that is a page, too", "h.pdf", pdf(b"% <html><script>alert(1)</script>")),
        refused("a PDF that is PHP, too", "p.pdf", pdf(b"% <?php system('id'); ?>")),
    ]
}

/// Honest pictures with names that are not.
fn names() -> Vec<Specimen> {
    let photo = |what, name: &[u8]| one(what, name, jpeg(), redrawn(ImageFormat::Jpeg));
    vec![
        photo("a name that climbs", b"../../../etc/passwd.jpg"),
        photo("a name that climbs on Windows", br"..\..\windows\win.jpg"),
        photo("a name from the root", b"/etc/cron.d/x.jpg"),
        one("a name with a NUL", b"a.php\0.jpg", jpeg(), either(ImageFormat::Jpeg)),
        photo("a name that reads backwards", "a\u{202E}gpj.exe".as_bytes()),
        photo("a name of a thousand letters", "س".repeat(1_000).as_bytes()),
        photo("a name with two endings", b"photo.jpg.exe"),
        photo("a name that is a page", b"<img src=x onerror=alert(1)>.jpg"),
        one("a name that is not UTF-8", b"\xFF\xFE.jpg", jpeg(), either(ImageFormat::Jpeg)),
        photo("a name Windows keeps for itself", b"CON.jpg"),
        photo("a name that is a command", b"$(reboot);`id`|x.jpg"),
        photo("a name of dots", b"..."),
    ]
}

fn zlib(plain: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).expect("packed");
    encoder.finish().expect("packed")
}

/// A JPEG with one more segment.
fn jpeg_with(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).expect("a short segment").to_be_bytes();
    let jpeg = jpeg();
    [&jpeg[..2], &[0xFF, marker], &length, data, &jpeg[2..]].concat()
}

/// EXIF with an orientation and a place.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x03".to_vec();
    exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0");
    exif.extend([orientation, 0, 0]);
    // A description, and a directory of the place.
    let length = u32::try_from(CANARY.len()).expect("short").to_be_bytes();
    exif.extend(b"\x01\x0E\0\x02");
    exif.extend(length);
    exif.extend(68_u32.to_be_bytes());
    exif.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x32\0\0\0\0");
    exif.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0");
    exif.extend(CANARY);
    exif
}

fn xmp() -> Vec<u8> {
    [b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>".as_slice(), CANARY, b"</x:xmpmeta>"].concat()
}

fn profile() -> Vec<u8> {
    [b"ICC_PROFILE\0\x01\x01".as_slice(), CANARY].concat()
}

/// A JPEG that says it has these sides.
fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut jpeg = jpeg();
    let frame = jpeg.windows(2).position(|two| two == [0xFF, 0xC0]).expect("a frame");
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(data);
    let length = u32::try_from(data.len()).expect("a chunk").to_be_bytes();
    [&length[..], kind, data, &sum.sum().to_be_bytes()].concat()
}

/// A PNG with more chunks behind its head.
fn png_with(chunks: &[(&[u8], &[u8])]) -> Vec<u8> {
    let png = png();
    let more: Vec<u8> = chunks.iter().flat_map(|(kind, data)| chunk(kind, data)).collect();
    [&png[..33], &more, &png[33..]].concat()
}

/// A PNG that says it has these sides.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let png = png();
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &png[24..29]].concat();
    [&png[..8], &chunk(b"IHDR", &head), &png[33..]].concat()
}

fn riff(chunks: &[u8]) -> Vec<u8> {
    let length = u32::try_from(chunks.len() + 4).expect("a file").to_le_bytes();
    [b"RIFF".as_slice(), &length, b"WEBP", chunks].concat()
}

fn webp_chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).expect("a chunk").to_le_bytes();
    let odd: &[u8] = if data.len() % 2 == 1 { b"\0" } else { b"" };
    [kind, &length, data, odd].concat()
}

/// The head of an extended WebP: flags, and its sides less one.
fn webp_head(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let side = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    webp_chunk(b"VP8X", &[vec![flags, 0, 0, 0], side(width), side(height)].concat())
}

fn webp_with(kind: &[u8], data: &[u8]) -> Vec<u8> {
    riff(&[webp_head(0x08, 8, 4), webp()[12..].to_vec(), webp_chunk(kind, data)].concat())
}

/// A WebP that says it has these sides.
fn webp_of(width: u32, height: u32) -> Vec<u8> {
    riff(&[webp_head(0, width, height), webp()[12..].to_vec()].concat())
}

/// An archive of one empty file.
fn zip(name: &str) -> Vec<u8> {
    let length = u16::try_from(name.len()).expect("a name").to_le_bytes();
    let mut entry = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0".to_vec();
    entry.extend([0; 12]);
    entry.extend(length);
    entry.extend([0; 2]);
    entry.extend(name.as_bytes());
    let end = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
    [entry, end].concat()
}

/// A PDF with something between its parts.
fn pdf(middle: &[u8]) -> Vec<u8> {
    [b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n".as_slice(), middle, b"\ntrailer << >>\n%%EOF\n"].concat()
}

fn object_stream(packed: &[u8]) -> Vec<u8> {
    [b"5 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n".as_slice(), packed, b"\nendstream\nendobj"].concat()
}
