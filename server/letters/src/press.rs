//! The typesetter: template, fonts and library, made once and kept.

use std::sync::OnceLock;

use chrono::Datelike;
use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::sheet::Sheet;
use crate::{Letter, LetterError};

const MAIN: &str = "#import \"letter.typ\": letter\n#letter(json(\"letter.json\"))\n";
const DESIGN: &str = include_str!("../templates/letter.typ");
const FONTS: [&[u8]; 2] =
    [include_bytes!("../fonts/WisalLetter-Regular.ttf"), include_bytes!("../fonts/WisalLetter-SemiBold.ttf")];

/// Results the typesetter remembers for this many letters; what all letters share is used by each, and stays.
const REMEMBERED_LETTERS: usize = 4;

static PRESS: OnceLock<Result<Press, LetterError>> = OnceLock::new();

/// Everything that is the same for all letters.
pub(crate) struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    design: Source,
    data: FileId,
    standards: PdfStandards,
}

impl Press {
    /// The one press of the process.
    pub(crate) fn get() -> Result<&'static Self, LetterError> {
        PRESS.get_or_init(Self::new).as_ref().map_err(Clone::clone)
    }

    fn new() -> Result<Self, LetterError> {
        let fonts: Vec<Font> = FONTS.into_iter().filter_map(|bytes| Font::new(Bytes::new(bytes), 0)).collect();
        if fonts.len() != FONTS.len() {
            return Err(LetterError::Press("a font cannot be read".to_owned()));
        }
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(file("main.typ")?, MAIN.to_owned()),
            design: Source::new(file("letter.typ")?, DESIGN.to_owned()),
            data: file("letter.json")?,
            standards: PdfStandards::new(&[PdfStandard::Ua_1])
                .map_err(|error| LetterError::Press(error.message().to_string()))?,
        })
    }

    /// Do the letter's fonts have a drawing for this character?
    pub(crate) fn draws(&self, c: char) -> bool {
        self.fonts.iter().all(|font| font.info().coverage.contains(u32::from(c)))
    }

    /// Sets and exports one letter.
    pub(crate) fn print(&self, sheet: &Sheet, letter: &Letter) -> Result<Vec<u8>, LetterError> {
        let data = serde_json::to_vec(sheet).map_err(|error| LetterError::Layout(error.to_string()))?;
        let desk = Desk { press: self, data: Bytes::new(data) };
        let document =
            typst::compile::<PagedDocument>(&desk).output.map_err(|errors| LetterError::Layout(told(&errors)))?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{}/{}/{:?}", letter.number, letter.date.num_days_from_ce(), letter.locale)),
            creator: Smart::Custom(Some("Wisal".to_owned())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| LetterError::Pdf(told(&errors)));
        comemo::evict(REMEMBERED_LETTERS);
        pdf
    }
}

fn file(name: &str) -> Result<FileId, LetterError> {
    let path = VirtualPath::new(name).map_err(|error| LetterError::Press(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// The world one letter sees: the press, and its own data. No disk, no packages, no clock.
struct Desk<'a> {
    press: &'a Press,
    data: Bytes,
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.press.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.press.main, &self.press.design]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
