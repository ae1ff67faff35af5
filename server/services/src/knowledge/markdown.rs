//! Markdown into the domain's tree of blocks.
//!
//! Raw HTML is text like any other, pictures are their descriptions, and a link leads to `http:`, `https:` or this
//! site, or is no link. What is nested too deep to be read by anybody is flattened, so that no text can exhaust whoever
//! walks the tree.

use std::collections::BTreeSet;

use domain::knowledge::{Block, Span, clause_number, plain_text};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

/// Frames within frames; deeper ones lend their content to the frame around them.
const DEEPEST: usize = 12;

/// Reads a manuscript.
pub(super) fn parse(text: &str) -> Vec<Block> {
    let mut reader = Reader { frames: vec![Frame::new(Holds::Blocks)], clauses: BTreeSet::new() };
    for event in Parser::new_ext(text, Options::empty()) {
        match event {
            Event::Start(tag) => reader.open(tag),
            Event::End(_) => reader.close(),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => reader.text(&text),
            Event::SoftBreak => reader.text(" "),
            Event::HardBreak => reader.span(Span::Break),
            _ => {}
        }
    }
    reader.frames.swap_remove(0).into_blocks()
}

/// What an open frame becomes when it is closed.
enum Holds {
    /// The whole text.
    Blocks,
    Heading(u8),
    Paragraph,
    List(Option<u64>),
    Item,
    Quote,
    Strong,
    Emphasis,
    Link(String),
    /// Nothing of its own: what stands in it goes to the frame around it.
    Through,
}

struct Frame {
    holds: Holds,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
    spans: Vec<Span>,
}

impl Frame {
    fn new(holds: Holds) -> Self {
        Self { holds, blocks: Vec::new(), items: Vec::new(), spans: Vec::new() }
    }

    /// Words that stand in no paragraph of their own (as in a tight list) become one.
    fn settle(&mut self) {
        if !self.spans.is_empty() {
            self.blocks.push(Block::Paragraph { text: std::mem::take(&mut self.spans) });
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }
}

struct Reader {
    /// The whole text first, then what is open in it.
    frames: Vec<Frame>,
    /// Numbers that were given: an anchor leads to one place, the first.
    clauses: BTreeSet<String>,
}

impl Reader {
    fn open(&mut self, tag: Tag<'_>) {
        let holds = match tag {
            _ if self.frames.len() > DEEPEST => Holds::Through,
            Tag::Heading { level, .. } => Holds::Heading(depth(level)),
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => Holds::Paragraph,
            Tag::List(first) => Holds::List(first),
            Tag::Item => Holds::Item,
            Tag::BlockQuote(_) => Holds::Quote,
            Tag::Strong => Holds::Strong,
            Tag::Emphasis => Holds::Emphasis,
            Tag::Link { dest_url, .. } if is_harmless(&dest_url) => Holds::Link(dest_url.into_string()),
            _ => Holds::Through,
        };
        self.frames.push(Frame::new(holds));
    }

    fn close(&mut self) {
        let Some(mut frame) = self.frames.pop() else { return };
        match std::mem::replace(&mut frame.holds, Holds::Through) {
            Holds::Through | Holds::Blocks => {}
            Holds::Heading(level) => {
                let text = frame.spans;
                let words = plain_text(&[Block::Paragraph { text: text.clone() }]);
                let clause = clause_number(&words).filter(|clause| self.clauses.insert(clause.clone()));
                self.block(Block::Heading { level, clause, text });
            }
            Holds::Paragraph => self.block(Block::Paragraph { text: frame.spans }),
            Holds::List(first) => self.block(Block::List { first, items: frame.items }),
            Holds::Item => self.item(frame.into_blocks()),
            Holds::Quote => self.block(Block::Quote { blocks: frame.into_blocks() }),
            Holds::Strong => self.span(Span::Strong(frame.spans)),
            Holds::Emphasis => self.span(Span::Emphasis(frame.spans)),
            Holds::Link(to) => self.span(Span::Link { to, text: frame.spans }),
        }
    }

    /// The innermost frame that holds something.
    fn around(&mut self) -> &mut Frame {
        let at = self.frames.iter().rposition(|frame| !matches!(frame.holds, Holds::Through)).unwrap_or(0);
        &mut self.frames[at]
    }

    fn block(&mut self, block: Block) {
        let frame = self.around();
        frame.settle();
        frame.blocks.push(block);
    }

    fn item(&mut self, blocks: Vec<Block>) {
        let frame = self.around();
        if matches!(frame.holds, Holds::List(_)) { frame.items.push(blocks) } else { frame.blocks.extend(blocks) }
    }

    fn span(&mut self, span: Span) {
        self.around().spans.push(span);
    }

    /// Neighbouring words become one span.
    fn text(&mut self, words: &str) {
        let spans = &mut self.around().spans;
        if let Some(Span::Text(before)) = spans.last_mut() {
            before.push_str(words);
        } else {
            spans.push(Span::Text(words.to_owned()));
        }
    }
}

/// The title of the page is the only h1.
fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 | HeadingLevel::H5 | HeadingLevel::H6 => 4,
    }
}

/// Leads to a page of the web or of this site; `//host` and `/\host` are other hosts in disguise.
fn is_harmless(to: &str) -> bool {
    let plain = to.chars().all(|c| !c.is_control() && !c.is_whitespace() && c != '\\');
    let scheme = to.split_once("://").map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
    let web = scheme.is_some_and(|(scheme, rest)| matches!(scheme.as_str(), "http" | "https") && !rest.is_empty());
    let ours = to.starts_with('#') || (to.starts_with('/') && !to.starts_with("//"));
    plain && (web || ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Vec<Span> {
        vec![Span::Text(words.to_owned())]
    }

    #[test]
    fn a_guide_becomes_blocks() {
        let blocks = parse(
            "# 1 الاستحقاق\n\nيُنظر إلى **صافي** الدخل.\nلا إلى غيره.\n\n### ١-٢ المدة\n\n- الأول\n- الثاني [هنا](/help)\n\n1) أ\n2) ب\n\n> قالوا",
        );
        insta::assert_json_snapshot!(blocks);
    }

    #[test]
    fn an_anchor_leads_to_the_first_clause_of_its_number() {
        let blocks = parse("## 3 الأول\n\n## 3 الثاني\n\n## بلا رقم");
        let anchors: Vec<_> = blocks.iter().map(Block::anchor).collect();
        assert_eq!(anchors, [Some("c-3".to_owned()), None, None]);
    }

    #[test]
    fn html_is_text() {
        let blocks = parse("<script>alert(1)</script>\n\nقبل <img src=x onerror=alert(1)> بعد");
        let words = plain_text(&blocks);
        assert!(
            words.contains("<script>alert(1)</script>") && words.contains("<img src=x onerror=alert(1)>"),
            "{words}"
        );
        assert!(blocks.iter().all(|block| matches!(block, Block::Paragraph { .. })), "{blocks:?}");
    }

    #[test]
    fn only_harmless_addresses_become_links() {
        for good in ["/help#c-3-2", "#c-1", "https://wisal.example/a?b=c", "HTTP://wisal.example"] {
            let link = Span::Link { to: good.to_owned(), text: text("هنا") };
            assert_eq!(parse(&format!("[هنا]({good})")), [Block::Paragraph { text: vec![link] }], "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt://%0aalert(1)",
            "data:text/html,x",
            "//elsewhere.example",
            "/\\\\elsewhere.example",
            "mailto:a@b.example",
            "help",
            "vbscript:x",
            "https://",
        ] {
            assert_eq!(parse(&format!("[هنا]({bad})")), [Block::Paragraph { text: text("هنا") }], "{bad}");
        }
    }

    #[test]
    fn pictures_are_their_descriptions_and_code_is_text() {
        assert_eq!(parse("![شعار](/x.png) `أ`"), [Block::Paragraph { text: text("شعار أ") }]);
    }

    #[test]
    fn a_text_nested_too_deep_is_flattened() {
        let deep = format!("{}قاع", ">".repeat(5_000));
        let mut blocks = parse(&deep);
        assert_eq!(plain_text(&blocks), "قاع");
        let mut depth = 0;
        while let Some(Block::Quote { blocks: inner }) = blocks.pop() {
            depth += 1;
            blocks = inner;
        }
        assert!(depth <= DEEPEST, "{depth}");
        let lists = (0..60).fold(String::new(), |text, level| format!("{text}{}- م{level}\n", "  ".repeat(level)));
        assert!(plain_text(&parse(&lists)).contains("م59"));
    }
}
