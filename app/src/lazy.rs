//! Pages whose code and texts are fetched when somebody opens them, so that the first visit carries the front page's only.
//!
//! Pages are fetched in *bundles*: those of a feature, or of several that the same people use. A chunk for each page would be
//! smaller, but what bundles share is cut into a chunk for every set of bundles that shares it. Thirteen bundles were 279
//! chunks, 155 of them for the times alone; seven are 79 and 35. So a new feature joins a bundle where it can, as whatever
//! staff alone use joins `staff`.
//!
//! The router's own `Lazy` is a type for each page, and the router is compiled for each type: 250 bytes of the first visit
//! for each of some ninety pages. So here all pages are of one type.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use leptos::prelude::*;
use leptos_router::ChooseView;

#[cfg(not(feature = "ssr"))]
use crate::error::AppError;
#[cfg(not(feature = "ssr"))]
use crate::loading::ErrorPage;
use crate::texts::Part;

/// A page that is on its way.
pub type Coming = Pin<Box<dyn Future<Output = AnyView>>>;

/// A page of a feature, which `lazy_pages!` declares.
pub trait LazyPage {
    fn view() -> LazyView;
}

/// What stands in a route: `view={Lazy::<CoursePage>::new()}`.
pub struct Lazy<P>(PhantomData<P>);

impl<P: LazyPage> Lazy<P> {
    #[allow(clippy::new_ret_no_self, reason = "one type for all pages is what it is for")]
    pub fn new() -> LazyView {
        P::view()
    }
}

/// How a page is opened: by its feature, and its number there.
#[derive(Clone, Copy)]
pub struct LazyView {
    pub open: fn(u8) -> Coming,
    pub page: u8,
}

impl ChooseView for LazyView {
    fn choose(self) -> impl Future<Output = AnyView> {
        (self.open)(self.page)
    }

    async fn preload(&self) {}
}

/// Fetches a bundle's texts beside its code, and then opens the page.
#[cfg(not(feature = "ssr"))]
pub fn open(part: Part, code: Pin<Box<dyn Future<Output = ()>>>, page: Coming) -> Coming {
    Box::pin(async move {
        let (texts, ()) = futures_util::future::join(crate::texts::fetch_part(part), code).await;
        match texts {
            Ok(()) => page.await,
            // The browser says more in its console.
            Err(_) => view! { <ErrorPage error=AppError::Offline /> }.into_any(),
        }
    })
}

/// Has the page name its bundle's texts, and opens it.
#[cfg(feature = "ssr")]
pub fn open(part: Part, page: Coming) -> Coming {
    Box::pin(async move {
        crate::texts::preload_part(part);
        page.await
    })
}

/// Declares the pages of a feature, under the name of their bundle:
///
/// ```text
/// lazy_pages! {
///     learning:
///     /// What it is.
///     CoursePage => course_page::course_page,
/// }
/// ```
macro_rules! lazy_pages {
    ($bundle:ident: $($(#[$doc:meta])* $name:ident => $page:path),+ $(,)?) => {
        #[allow(clippy::enum_variant_names, reason = "they are the names of pages")]
        enum PageNumber {
            $($name),+
        }

        /// The page of a number. One that nobody has declared is empty; there is none.
        #[leptos::lazy($bundle)]
        fn pages(number: u8) -> leptos::prelude::AnyView {
            $(
                if number == PageNumber::$name as u8 {
                    return leptos::prelude::IntoAny::into_any($page());
                }
            )+
            leptos::prelude::IntoAny::into_any(())
        }

        fn open(number: u8) -> crate::lazy::Coming {
            crate::lazy::open(
                crate::texts::Part::$bundle(),
                #[cfg(not(feature = "ssr"))]
                Box::pin(__preload_pages()),
                Box::pin(pages(number)),
            )
        }

        $(
            $(#[$doc])*
            pub struct $name;

            impl crate::lazy::LazyPage for $name {
                fn view() -> crate::lazy::LazyView {
                    crate::lazy::LazyView { open, page: PageNumber::$name as u8 }
                }
            }
        )+
    };
}

pub(crate) use lazy_pages;
