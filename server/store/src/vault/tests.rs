//! Nothing opens anywhere but where it was sealed.

use proptest::prelude::*;

use super::*;

fn vault() -> Vault {
    Vault::from_key([7; KEY])
}

proptest! {
    #[test]
    fn what_was_sealed_opens(column in ".{0,20}", row in ".{0,20}", plain in any::<Vec<u8>>()) {
        let sealed = vault().seal(&column, &row, &plain)?;
        let opened = vault().open(&column, &row, &sealed)?;
        prop_assert_eq!(opened.as_slice(), plain.as_slice());
        prop_assert!(plain.len() < 4 || !sealed.windows(plain.len()).any(|part| part == plain));
    }

    #[test]
    fn another_cell_does_not_open_it(
        column in "[a-z.]{1,8}", row in "[a-z.]{1,8}", other_column in "[a-z.]{1,8}", other_row in "[a-z.]{1,8}",
    ) {
        prop_assume!((&column, &row) != (&other_column, &other_row));
        let sealed = vault().seal(&column, &row, b"plain")?;
        prop_assert!(matches!(vault().open(&other_column, &other_row, &sealed), Err(VaultError::Broken)));
    }

    #[test]
    fn a_changed_bit_is_found(plain in any::<Vec<u8>>(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut sealed = vault().seal("t.c", "1", &plain)?;
        let at = at.index(sealed.len());
        sealed[at] ^= 1 << bit;
        prop_assert!(vault().open("t.c", "1", &sealed).is_err());
    }

    #[test]
    fn what_is_cut_short_is_refused(length in 0_usize..38) {
        let sealed = vault().seal("t.c", "1", b"twenty-two characters!")?;
        prop_assert!(vault().open("t.c", "1", &sealed[..length]).is_err());
    }

    #[test]
    fn an_index_tells_fields_and_values_apart(field in ".{0,9}", value in ".{0,9}", other in ".{0,9}") {
        let vault = vault();
        let same = vault.blind_index(&field, &value) == vault.blind_index(&field, &other);
        prop_assert_eq!(same, value == other);
        prop_assert_ne!(vault.blind_index(&field, &value), vault.code_hash(&field, &value));
        prop_assert_ne!(vault.token_hash(&value), vault.blind_index("token", &value));
    }
}

#[test]
fn another_key_opens_nothing_and_finds_nothing() -> Result<(), VaultError> {
    let other = Vault::from_key([8; KEY]);
    let sealed = vault().seal("t.c", "1", b"plain")?;
    assert!(matches!(other.open("t.c", "1", &sealed), Err(VaultError::OtherKey)));
    assert_ne!(other.blind_index("f", "v"), vault().blind_index("f", "v"));
    Ok(())
}

#[test]
fn sealing_twice_looks_different() -> Result<(), VaultError> {
    assert_ne!(vault().seal("t.c", "1", b"plain")?, vault().seal("t.c", "1", b"plain")?);
    Ok(())
}

#[test]
fn a_value_of_another_shape_is_refused() -> Result<(), VaultError> {
    let sealed = vault().seal_json("t.c", "1", &"text")?;
    assert_eq!(vault().open_json::<String>("t.c", "1", &sealed)?, "text");
    assert!(matches!(vault().open_json::<u8>("t.c", "1", &sealed), Err(VaultError::Value(_))));
    Ok(())
}

#[test]
fn the_key_file_is_made_once_and_private() -> Result<(), VaultError> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("vault.key");
    let sealed = Vault::open_or_create(&path)?.seal("t.c", "1", b"plain")?;
    assert_eq!(Vault::open_or_create(&path)?.open("t.c", "1", &sealed)?.as_slice(), b"plain");
    assert_eq!(fs::read(&path)?.len(), KEY);
    assert_eq!(fs::read_dir(folder.path())?.count(), 1);
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path)?.permissions()) & 0o777, 0o600);
    Ok(())
}

#[test]
fn a_key_file_of_another_length_is_refused() -> Result<(), VaultError> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("vault.key");
    for bytes in [0, 31, 33] {
        fs::write(&path, vec![1; bytes])?;
        assert!(matches!(Vault::open_or_create(&path), Err(VaultError::KeyLength)));
    }
    Ok(())
}

#[test]
fn debug_shows_no_key() {
    let shown = format!("{:?}", vault());
    assert!(shown.starts_with("Vault { kid: ") && shown.len() < 40, "{shown}");
}
