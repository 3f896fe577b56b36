//! Pages whose code is fetched when somebody opens them, so that the first visit carries the front page's only.

/// Declares a page that is fetched when it is opened: `lazy_page!(/// What it is. CoursePage => course_page);`
macro_rules! lazy_page {
    ($(#[$doc:meta])* $name:ident => $page:path) => {
        $(#[$doc])*
        pub struct $name;

        #[leptos_router::lazy_route]
        impl leptos_router::LazyRoute for $name {
            fn data() -> Self {
                Self
            }

            fn view(_this: Self) -> leptos::prelude::AnyView {
                leptos::prelude::IntoAny::into_any($page())
            }
        }
    };
}

pub(crate) use lazy_page;
