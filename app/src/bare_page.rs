//! Documents that stand for themselves: what other sites frame, and what engineers read.

use domain::locale::Locale;
use leptos::prelude::*;
use leptos_meta::HashedStylesheet;

/// A whole document in the site's style, with nothing around `content`: no menus, no scripts.
pub fn bare_page(options: &LeptosOptions, locale: Locale, title: &str, content: AnyView) -> String {
    let (options, title) = (options.clone(), title.to_owned());
    Owner::new().with(|| {
        view! {
            <!DOCTYPE html>
            <html lang=locale.tag() dir=locale.direction()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <title>{title}</title>
                    <link rel="icon" type="image/svg+xml" href="/pictures/favicon.svg" />
                    <HashedStylesheet options=options />
                </head>
                <body>{content}</body>
            </html>
        }
        .to_html()
    })
}
