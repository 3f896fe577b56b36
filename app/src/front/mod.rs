//! The front page: the three doors, search, and "Dine muligheder".

mod page;

pub use page::FrontPage;
