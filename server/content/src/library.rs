//! Everything people read, in memory.

use std::path::Path;
use std::sync::Arc;

use domain::facts::Facts;
use domain::ids::{GuideId, PageId, RolePageId, ScenarioId};
use domain::learning::start_line::Graph;
use domain::locale::Locale;
use domain::pages::{Picture, SearchKind};
use jiff::civil::Date;

use crate::addresses::Addresses;
use crate::course::{Course, without_circles};
use crate::document::{Context, read_translated};
use crate::facts::read_facts;
use crate::fault::Fault;
use crate::folder::{
    CourseFiles, NamedFiles, TextFile, TranslatedFiles, addressed_files, check_root, course_files,
    glossary_files, named_files, story_question_files, text_files, without_number,
};
use crate::glossary::{Glossary, term_ids};
use crate::guide::Guide;
use crate::markdown::{heading_ids, parse};
use crate::naming::Naming;
use crate::page::Page;
use crate::pictures::{PictureFile, Pictures};
use crate::reading_text::{ReadingText, read_reading_texts};
use crate::reserved::Place;
use crate::search::{SearchIndex, SearchIndexBuilder};
use crate::simulator::Simulator;
use crate::source::SourceFile;
use crate::story_questions::StoryQuestions;
use crate::translated::Translated;

/// Every course, guide and page without faults. Its views are in the modules of what they show.
///
/// Two libraries may share a thing that has not changed between them.
#[derive(Default)]
pub struct Library {
    pub(crate) courses: Vec<Arc<Course>>,
    pub(crate) guides: Vec<Arc<Guide>>,
    pub(crate) roles: Vec<Arc<Page<RolePageId>>>,
    pub(crate) pages: Vec<Arc<Page<PageId>>>,
    /// Which courses build on which.
    pub(crate) graph: Option<Graph>,
    pub(crate) simulators: Vec<Arc<Simulator>>,
    /// By language, and then the easiest first.
    pub(crate) texts: Vec<Arc<ReadingText>>,
    pub(crate) glossary: Option<Arc<Translated<Glossary>>>,
    pub(crate) story_questions: Option<Arc<Translated<StoryQuestions>>>,
    pub(crate) search: SearchIndex,
    pub(crate) pictures: Pictures,
    pub(crate) facts: Facts,
}

/// A library, and what is wrong with what was left out of it.
pub struct Loaded {
    pub library: Library,
    /// By kind of content, then by file.
    pub faults: Vec<Fault>,
}

impl Library {
    /// Reads a content folder. Whatever is wrong with it is a fault, never a panic.
    ///
    /// `today` is the day by which reviews are due.
    pub fn load(dir: &Path, today: Date) -> Loaded {
        let mut faults = Vec::new();
        check_root(dir, &mut faults);
        let pictures = Pictures::load(dir, &mut faults);
        let facts = read_facts(dir, today, &mut faults);
        let files = Files::find(dir, &mut faults);
        let addresses = files.addresses(dir);
        let context = Context {
            root: dir,
            today,
            pictures: &pictures,
            addresses: &addresses,
            facts: &facts,
        };
        let mut library = files.read(&context, &mut faults);
        library.pictures = pictures;
        library.facts = facts;
        library.search = library.search_index();
        Loaded { library, faults }
    }

    /// The figures that the law or the state sets.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// A drawing by its file name, "brev.svg".
    pub fn picture(&self, name: &str) -> Option<&PictureFile> {
        self.pictures.get(name)
    }

    /// The file names of the drawings that begin so, in the order of the alphabet.
    pub fn picture_names<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = &'a str> {
        self.pictures.names(beginning)
    }

    /// A drawing for something that is not content, such as a service.
    pub fn picture_view(&self, name: &str, alt: &str) -> Picture {
        Picture {
            src: self.pictures.address(name),
            alt: alt.to_owned(),
        }
    }

    pub(crate) fn search_index(&self) -> SearchIndex {
        let mut index = SearchIndexBuilder::default();
        for course in &self.courses {
            index.add(
                SearchKind::Course,
                format!("/laer/{}", course.id()),
                course.searchable(),
            );
        }
        for simulator in &self.simulators {
            index.add(
                SearchKind::Exercise,
                format!("/oevelser/{}", simulator.id),
                simulator.searchable(),
            );
        }
        for guide in &self.guides {
            index.add(
                SearchKind::Guide,
                format!("/lektier/{}", guide.id),
                guide.searchable(),
            );
        }
        for role in &self.roles {
            index.add(
                SearchKind::Role,
                format!("/muligheder/{}", role.id),
                role.searchable(),
            );
        }
        for page in &self.pages {
            index.add(SearchKind::Page, format!("/{}", page.id), page.searchable());
        }
        for (path, texts) in self.searchable_words() {
            index.add(SearchKind::Word, path, texts);
        }
        index.build()
    }
}

/// Which files there are of each kind.
struct Files {
    courses: Vec<CourseFiles>,
    guides: NamedFiles,
    roles: NamedFiles,
    pages: NamedFiles,
    simulators: NamedFiles,
    texts: Vec<TextFile>,
    glossary: TranslatedFiles,
    story_questions: TranslatedFiles,
}

impl Files {
    fn find(root: &Path, faults: &mut Vec<Fault>) -> Self {
        Self {
            courses: course_files(root, faults),
            guides: addressed_files(root, "guides", Place::Guide, faults),
            roles: named_files(root, "roles", Naming::Numbered, faults),
            pages: addressed_files(root, "pages", Place::Page, faults),
            simulators: named_files(root, "simulators", Naming::Toml, faults),
            texts: text_files(root, faults),
            glossary: glossary_files(root, faults),
            story_questions: story_question_files(root, faults),
        }
    }

    fn addresses(&self, root: &Path) -> Addresses {
        let mut addresses = Addresses::fixed();
        for course in &self.courses {
            addresses.add(format!("/laer/{}", course.id));
        }
        for scenario in self.simulators.keys() {
            addresses.add(format!("/oevelser/{scenario}"));
        }
        // Every word of the original is explained in every language, if need be in Danish.
        let original = Locale::default();
        if let Some(file) = self.glossary.get(&original)
            && let Ok(source) = SourceFile::read(root, file, original)
        {
            addresses.add_headings("/ordbog", original, term_ids(&source));
        }
        let guides = self
            .guides
            .iter()
            .map(|(name, files)| (format!("/lektier/{name}"), files));
        let roles = self
            .roles
            .iter()
            .map(|(name, files)| (format!("/muligheder/{}", without_number(name)), files));
        let pages = self.pages.iter().map(|(name, files)| (format!("/{name}"), files));
        for (path, files) in guides.chain(roles).chain(pages) {
            for (locale, file) in files {
                // What cannot be read is a fault later, when the page itself is read.
                if let Ok(source) = SourceFile::read(root, file, *locale) {
                    addresses.add_headings(&path, *locale, heading_ids(&parse(&source)));
                }
            }
            addresses.add(path);
        }
        addresses
    }

    fn read(self, context: &Context, faults: &mut Vec<Fault>) -> Library {
        // They are read first, for a course is not served without what it lets people practise; their faults are told last.
        let mut faults_of_simulators = Vec::new();
        let simulators = read_simulators(context, &self.simulators, &mut faults_of_simulators);
        let courses = self.courses.into_iter();
        let mut courses: Vec<_> = courses
            .filter_map(|files| Course::load(context, files, &simulators, faults).map(Arc::new))
            .collect();
        let graph = without_circles(&mut courses, faults);
        courses.sort_by_key(|course| course.order());
        let guides = self.guides.iter().filter_map(|(name, files)| {
            let id = GuideId::parse(name).ok()?;
            let text = read_translated(context, files, faults)?;
            Some(Arc::new(Guide { id, text }))
        });
        let mut guides: Vec<_> = guides.collect();
        guides.sort_by_key(|guide| guide.order());
        faults.append(&mut faults_of_simulators);
        Library {
            graph: Some(graph),
            simulators,
            texts: read_reading_texts(context, &self.texts, faults),
            glossary: read_translated(context, &self.glossary, faults).map(Arc::new),
            story_questions: read_translated(context, &self.story_questions, faults).map(Arc::new),
            courses,
            guides,
            roles: read_pages(context, &self.roles, faults, |name| {
                RolePageId::parse(without_number(name)).ok()
            }),
            pages: read_pages(context, &self.pages, faults, |name| PageId::parse(name).ok()),
            ..Library::default()
        }
    }
}

fn read_simulators(context: &Context, files: &NamedFiles, faults: &mut Vec<Fault>) -> Vec<Arc<Simulator>> {
    let simulators = files.iter().filter_map(|(name, files)| {
        let id = ScenarioId::parse(name).ok()?;
        let text = read_translated(context, files, faults)?;
        Some(Arc::new(Simulator { id, text }))
    });
    simulators.collect()
}

fn read_pages<Id>(
    context: &Context,
    files: &NamedFiles,
    faults: &mut Vec<Fault>,
    id: impl Fn(&str) -> Option<Id>,
) -> Vec<Arc<Page<Id>>> {
    let pages = files.iter().filter_map(|(name, files)| {
        let text = read_translated(context, files, faults)?;
        Some(Arc::new(Page { id: id(name)?, text }))
    });
    pages.collect()
}
