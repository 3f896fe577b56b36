use domain::reading::TextSize;
use leptos::prelude::*;

use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::server_side::{keep_text_size, redirect_back};

/// Chooses how large texts are. The size is kept in a cookie of its own and not in the session: so a choice of size makes
/// nobody a visitor. It leads back to the page that it was made on. **Permissions**: anyone.
#[server(prefix = "/api", endpoint = "reading/text-size")]
pub async fn set_text_size(size: TextSize) -> Result<(), AppError> {
    keep_text_size(size);
    redirect_back();
    Ok(())
}
