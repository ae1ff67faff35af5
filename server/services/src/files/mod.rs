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
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, metadata::Orientation};
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

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
        _ => return Err(Invalid::FileType),
    };
    let sha256 = hex::encode(Sha256::digest(&bytes));
    Ok(Accepted { media, bytes, sha256 })
}

/// Draws a picture anew, the right way up: what its metadata said of that is the one thing of them that is kept.
fn redraw(bytes: &[u8], format: ImageFormat) -> Result<Vec<u8>, Invalid> {
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
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).map_err(|_| Invalid::FileDamaged)?;
    Ok(out.into_inner())
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
pub(crate) fn shown_name(raw: &str) -> String {
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
