//! Pages whose code is fetched when somebody opens them, so that the first visit carries the front page's only.
//!
//! The pages of a feature are fetched together. A chunk for each page would be smaller, but what pages share is cut into a
//! chunk for every set of pages that shares it: dozens of requests on a slow line.

/// Declares the pages of a feature:
///
/// ```text
/// lazy_pages! {
///     learning:
///     /// What it is.
///     CoursePage => course_page::course_page,
/// }
/// ```
macro_rules! lazy_pages {
    ($feature:ident: $($(#[$doc:meta])* $name:ident => $page:path),+ $(,)?) => {
        #[allow(clippy::enum_variant_names, reason = "they are the names of pages")]
        enum LazyPage {
            $($name),+
        }

        #[leptos::lazy($feature)]
        fn pages(page: LazyPage) -> leptos::prelude::AnyView {
            match page {
                $(LazyPage::$name => leptos::prelude::IntoAny::into_any($page())),+
            }
        }

        $(
            $(#[$doc])*
            pub struct $name;

            impl leptos_router::LazyRoute for $name {
                fn data() -> Self {
                    Self
                }

                async fn view(_this: Self) -> leptos::prelude::AnyView {
                    pages(LazyPage::$name).await
                }

                async fn preload() {
                    #[cfg(target_arch = "wasm32")]
                    __preload_pages().await;
                }
            }
        )+
    };
}

pub(crate) use lazy_pages;
