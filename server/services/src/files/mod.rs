//! Uploaded files: what they really are, and where they are kept.
//!
//! The bytes decide the type, never the name. Pictures are drawn anew, which drops their metadata (place, camera) and
//! whatever else was hidden in them; PDFs are kept as they came, and refused if they hold more than pages. Files are stored and synced before the row that names them is written.

mod pdf;

use std::{
    io::Cursor,
    path::{Path, PathBuf},
};

use domain::{
    Invalid, ShortText,
    document::{LARGEST_FILE, MediaType},
};
use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder, metadata::Orientation,
};
use sha2::{Digest, Sha256};
use tokio::{io::AsyncWriteExt, sync::Semaphore};

use crate::{Error, Result};

/// Widest and highest picture accepted, in pixels.
const LARGEST_SIDE: u32 = 12_000;
/// Most memory a picture may take while it is decoded, in bytes.
const MOST_MEMORY: u64 = 200 * 1024 * 1024;

/// A file that passed every check, as it will be stored.
#[derive(Clone, Debug)]
pub struct Accepted {
    pub media: MediaType,
    pub bytes: Vec<u8>,
    /// SHA-256 (hex) of `bytes`.
    pub sha256: String,
}

/// A file that came with a form, and the name it came with.
#[derive(Clone, Debug)]
pub struct Attached {
    pub name: String,
    pub file: Accepted,
}

/// Looks into a file and gives what may be stored of it. Heavy: call it off the async threads.
pub fn accept(bytes: Vec<u8>) -> Result<Accepted, Invalid> {
    if bytes.is_empty() {
        return Err(Invalid::FileMissing);
    }
    if bytes.len() > LARGEST_FILE {
        return Err(Invalid::FileTooLarge { max_megabytes: 10 });
    }
    let (media, bytes) = match infer::get(&bytes).map(|kind| kind.mime_type()) {
        Some("application/pdf") => (MediaType::Pdf, pdf::checked(bytes)?),
        Some("image/jpeg") => (MediaType::Jpeg, redraw(&bytes, ImageFormat::Jpeg)?),
        Some("image/png") => (MediaType::Png, redraw(&bytes, ImageFormat::Png)?),
        Some("image/webp") => (MediaType::Webp, redraw(&bytes, ImageFormat::WebP)?),
        Some("image/heif") => return Err(Invalid::FileHeic),
        _ => return Err(Invalid::FileType),
    };
    Ok(Accepted::of(media, bytes))
}

impl Accepted {
    fn of(media: MediaType, bytes: Vec<u8>) -> Self {
        let sha256 = hex::encode(Sha256::digest(&bytes));
        Self { media, bytes, sha256 }
    }
}

/// Pictures looked into at the same time: one may take 200 MB while it is drawn anew.
static LOOKING: Semaphore = Semaphore::const_new(3);

/// Looks into a file on a thread that may block, when there is room for it.
pub async fn look<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    // It is never closed; were it, looking without a place would still be right.
    let _place = LOOKING.acquire().await;
    let looked = tokio::task::spawn_blocking(work).await;
    looked.map_err(|error| Error::Internal(format!("a file could not be looked into: {error}")))
}

/// A picture of ours, turned by a quarter the way a clock goes. Heavy, as [`accept`].
pub(crate) fn turn(media: MediaType, bytes: &[u8]) -> Result<Accepted, Invalid> {
    let format = picture_format(media)?;
    let picture = decoded(bytes, format)?.rotate90();
    let mut out = Cursor::new(Vec::new());
    let written = match format {
        // It was drawn before: little more may get lost each time it is turned.
        ImageFormat::Jpeg => picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, 92)),
        _ => picture.write_to(&mut out, format),
    };
    written.map_err(|_| Invalid::FileDamaged)?;
    Ok(Accepted::of(media, out.into_inner()))
}

/// Longest side of a small picture, in pixels.
const SMALL: u32 = 320;

/// A small JPEG of a picture of ours. Heavy, as [`accept`].
pub(crate) fn small(media: MediaType, bytes: &[u8]) -> Result<(MediaType, Vec<u8>), Invalid> {
    let picture = decoded(bytes, picture_format(media)?)?;
    let large = picture.width().max(picture.height()) > SMALL;
    let picture = if large { picture.thumbnail(SMALL, SMALL) } else { picture };
    let mut out = Cursor::new(Vec::new());
    picture.to_rgb8().write_to(&mut out, ImageFormat::Jpeg).map_err(|_| Invalid::FileDamaged)?;
    Ok((MediaType::Jpeg, out.into_inner()))
}

/// The format of a picture; a PDF is none.
fn picture_format(media: MediaType) -> Result<ImageFormat, Invalid> {
    match media {
        MediaType::Pdf => Err(Invalid::FileType),
        MediaType::Jpeg => Ok(ImageFormat::Jpeg),
        MediaType::Png => Ok(ImageFormat::Png),
        MediaType::Webp => Ok(ImageFormat::WebP),
    }
}

/// Draws a picture anew, the right way up: what its metadata said of that is the one thing of them that is kept.
fn redraw(bytes: &[u8], format: ImageFormat) -> Result<Vec<u8>, Invalid> {
    let mut out = Cursor::new(Vec::new());
    decoded(bytes, format)?.write_to(&mut out, format).map_err(|_| Invalid::FileDamaged)?;
    Ok(out.into_inner())
}

/// The picture in a file, the right way up.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Invalid> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Invalid::FileDamaged)?;
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(Invalid::FileDamaged);
    }
    let upright = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Invalid::FileDamaged)?;
    picture.apply_orientation(upright);
    Ok(picture)
}

/// The folder documents are kept in. Keys are made here, from random bytes; no name of a person's choosing is used.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
}

impl Files {
    pub fn open(folder: impl Into<PathBuf>) -> std::io::Result<Self> {
        let folder = folder.into();
        std::fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }

    /// Stores bytes under a key and returns when they are on the disk.
    pub async fn put(&self, key: &str, bytes: &[u8]) -> Result<()> {
        let path = self.path(key)?;
        let parent = path.parent().unwrap_or(&self.folder);
        tokio::fs::create_dir_all(parent).await?;
        let mut file = tokio::fs::File::create(&path).await?;
        file.write_all(bytes).await?;
        file.sync_all().await?;
        tokio::fs::File::open(parent).await?.sync_all().await?;
        Ok(())
    }

    pub async fn get(&self, key: &str) -> Result<Vec<u8>> {
        Ok(tokio::fs::read(self.path(key)?).await?)
    }

    /// Removes bytes no row names: the write that should have named them was refused.
    pub async fn forget(&self, key: &str) {
        if let Ok(path) = self.path(key)
            && let Err(error) = tokio::fs::remove_file(&path).await
        {
            tracing::warn!(%error, "a stored file could not be removed");
        }
    }

    fn path(&self, key: &str) -> Result<PathBuf> {
        let plain = key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
        match (plain, key.get(..2)) {
            (true, Some(drawer)) => Ok(Path::new(&self.folder).join(drawer).join(key)),
            _ => Err(Error::Internal("a file key is not one of ours".to_owned())),
        }
    }
}

/// The name a file came with, as far as it may be shown: its last part, without what hides or reverses text.
pub fn shown_name(raw: &str) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let short: String = last.chars().take(120).collect();
    ShortText::<120>::parse(&short).map(|name| name.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(8, 8).write_to(&mut out, format).expect("encodes");
        out.into_inner()
    }

    #[test]
    fn pictures_are_drawn_anew() {
        let mut photo = picture(ImageFormat::Jpeg);
        photo.extend_from_slice(b"<?php system($_GET['c']); ?>");
        let accepted = accept(photo).expect("a picture");
        assert_eq!(accepted.media, MediaType::Jpeg);
        assert!(!accepted.bytes.windows(5).any(|five| five == b"<?php"));
    }

    #[test]
    fn the_bytes_decide_not_the_name() {
        assert_eq!(accept(b"<?php echo 1; ?>".to_vec()).map(|a| a.media), Err(Invalid::FileType));
        assert_eq!(
            accept(b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()).map(|a| a.media),
            Err(Invalid::FileType)
        );
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
        assert_eq!(accept(heic).map(|a| a.media), Err(Invalid::FileHeic));
        assert_eq!(accept(b"%PDF-1.7 broken".to_vec()).map(|a| a.media), Err(Invalid::FileDamaged));
        assert_eq!(accept(Vec::new()).map(|a| a.media), Err(Invalid::FileMissing));
        let large = vec![0; LARGEST_FILE + 1];
        assert_eq!(accept(large).map(|a| a.media), Err(Invalid::FileTooLarge { max_megabytes: 10 }));
    }

    #[test]
    fn a_file_name_is_shown_without_its_folder_and_tricks() {
        assert_eq!(shown_name("C:\\photos\\سجل الأسرة.pdf"), "سجل الأسرة.pdf");
        assert_eq!(shown_name("../../etc/passwd"), "passwd");
        assert_eq!(shown_name("a\u{202E}fdp.exe"), "");
    }

    #[tokio::test]
    async fn keys_stay_inside_the_folder() {
        let folder = tempfile::tempdir().expect("folder");
        let files = Files::open(folder.path()).expect("files");
        assert!(files.put("../../etc/passwd", b"x").await.is_err());
        let key = "0123456789abcdef0123456789abcdef";
        files.put(key, b"bytes").await.expect("stored");
        assert_eq!(files.get(key).await.expect("read"), b"bytes");
    }
}
