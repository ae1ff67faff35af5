//! A file that came with a matter is opened by those who answer it.

use domain::{MatterFileId, Reference, document::MediaType, voice::Act};
use sha2::{Digest, Sha256};

use super::{find, staff};
use crate::{Ctx, Error, Result};

/// The file, whole and as it was given.
pub async fn open_file(ctx: &Ctx, reference: &Reference, id: MatterFileId) -> Result<(MediaType, Vec<u8>)> {
    staff(ctx)?;
    let row = find(ctx, ctx.db(), reference, Act::View).await?;
    let file = store::voice::file(ctx.db(), row.id, id).await?.ok_or(Error::NotFound)?;
    let bytes = ctx.house().files.get(&file.file_key).await?;
    if hex::encode(Sha256::digest(&bytes)) != file.sha256 {
        return Err(Error::Internal(format!("file {id} of matter {reference} is not the one that was given")));
    }
    Ok((file.media, bytes))
}
