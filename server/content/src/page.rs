//! Pages of text: the roles' possibilities, help, privacy and the like.

use domain::ids::{PageId, RolePageId};
use domain::locale::Locale;
use domain::municipality::Municipality;
use domain::pages::{Picture, RoleCard, TextPage};

use crate::credits::{Citation, read_citations, source_views, warn_if_overdue};
use crate::document::{Context, Document};
use crate::fault::FileFaults;
use crate::fields::Fields;
use crate::library::Library;
use crate::markdown::{Blocks, Html, check, parse, plain_blocks};
use crate::pictures::read_optional_picture;
use crate::search::{Searchable, text_of};
use crate::source::SourceFile;
use crate::translated::Translated;

/// A page without faults, in all its languages.
pub(crate) struct Page<Id> {
    pub(crate) id: Id,
    pub(crate) text: Translated<PageText>,
}

/// A page in one language.
pub(crate) struct PageText {
    title: String,
    summary: String,
    picture: Option<Picture>,
    sources: Vec<Citation>,
    html: Html,
    prose: String,
}

impl Library {
    /// The roles in the order of their files.
    pub fn role_cards(&self, locale: Locale) -> Vec<RoleCard> {
        let cards = self.roles.iter().map(|role| {
            let (locale, text) = role.text.get(locale);
            RoleCard {
                id: role.id.clone(),
                title: text.title.clone(),
                summary: text.summary.clone(),
                locale,
            }
        });
        cards.collect()
    }

    /// The page of one role.
    pub fn role_page(
        &self,
        id: &RolePageId,
        locale: Locale,
        municipality: &Municipality,
    ) -> Option<TextPage> {
        let role = self.roles.iter().find(|role| role.id == *id)?;
        Some(role.view(locale, municipality))
    }

    /// A page such as help or privacy.
    pub fn page(&self, id: &PageId, locale: Locale, municipality: &Municipality) -> Option<TextPage> {
        let page = self.pages.iter().find(|page| page.id == *id)?;
        Some(page.view(locale, municipality))
    }
}

impl<Id> Page<Id> {
    /// What a search may find it by.
    pub(crate) fn searchable(&self) -> impl Iterator<Item = Searchable> {
        self.text.all().map(|(locale, text)| Searchable {
            locale,
            title: text.title.clone(),
            summary: text.summary.clone(),
            keywords: Vec::new(),
            body: text.prose.clone(),
        })
    }

    fn view(&self, shown: Locale, municipality: &Municipality) -> TextPage {
        let (locale, text) = self.text.get(shown);
        TextPage {
            title: text.title.clone(),
            summary: text.summary.clone(),
            picture: text.picture.clone(),
            html: text.html.show(shown, municipality),
            sources: source_views(&text.sources, locale),
            locale,
        }
    }
}

impl Document for PageText {
    fn read(context: &Context, source: &SourceFile, faults: &FileFaults) -> Option<Self> {
        let pieces = parse(source);
        check(context, source, &pieces, faults, Blocks::None);
        let mut fields = Fields::parse(faults, source.matter(), source.matter.start, "front matter")?;
        let title = fields.text("title");
        let summary = fields.text("summary");
        let picture = read_optional_picture(context, &mut fields);
        let review_due = fields.optional_date("review_due");
        warn_if_overdue(context.today, &fields, review_due.as_ref());
        let sources_at = fields.place_of("sources");
        let sources = read_citations(&mut fields);
        if let (None, Some(at)) = (review_due, sources_at) {
            faults.warning(
                at,
                "The page has sources and no `review_due`",
                "write the day when somebody should check its facts again: review_due = \"2027-05-21\"",
            );
        }
        fields.finish();
        Some(Self {
            title: title?,
            summary: summary?,
            picture,
            sources,
            html: Html::render(&pieces, context.pictures),
            prose: text_of(plain_blocks(&pieces).iter().map(String::as_str)),
        })
    }
}
