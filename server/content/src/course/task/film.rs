//! The `film` block. A film is shown by its provider, only after a click; its transcript stands first.

use domain::learning::FilmProvider;

use crate::document::Context;
use crate::fields::Fields;
use crate::markdown::{Html, check_pieces, parse_text};
use crate::source::SourceFile;

/// A film as its file describes it.
pub(crate) struct Film {
    pub(crate) title: String,
    pub(crate) provider: FilmProvider,
    /// The provider's id of it.
    pub(crate) id: String,
    pub(crate) minutes: i64,
    pub(crate) captions: Vec<String>,
    pub(crate) transcript: Html,
}

/// Reads a film's keys.
pub(super) fn read(context: &Context, source: &SourceFile, fields: &mut Fields) -> Option<Film> {
    let title = fields.text("title");
    let provider = read_provider(fields);
    let film = read_film(fields);
    let minutes = fields.number("minutes", 1..=30);
    let captions = fields.texts("captions");
    let transcript = fields.located_text("transcript").map(|transcript| {
        let pieces = parse_text(&transcript.value, source.place_of(&transcript));
        check_pieces(context, source.locale, &pieces, fields.faults());
        Html::render(&pieces, context.pictures)
    });
    Some(Film {
        title: title?,
        provider: provider?,
        id: film?,
        minutes: minutes?,
        captions: captions?.into_iter().map(|language| language.value).collect(),
        transcript: transcript?,
    })
}

fn read_provider(fields: &mut Fields) -> Option<FilmProvider> {
    let name = fields.located_text("provider")?;
    let provider = FilmProvider::ALL
        .into_iter()
        .find(|provider| provider.as_str() == name.value);
    if provider.is_none() {
        let problem = format!("`{}` shows no films of ours", name.value);
        fields.faults().error(name.at, problem, "use youtube or vimeo");
    }
    provider
}

/// It becomes a part of an address, so it has the alphabet of the providers' own ids.
fn read_film(fields: &mut Fields) -> Option<String> {
    let film = fields.located_text("film")?;
    let fits = (1..=32).contains(&film.value.len())
        && film
            .value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if !fits {
        fields.faults().error(
            film.at,
            "`film` is not a film's id",
            "write the id alone, without the provider's address",
        );
    }
    fits.then_some(film.value)
}
