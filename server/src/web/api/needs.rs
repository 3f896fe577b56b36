//! What somebody needs of the adviser and the place, as programs say it.

use domain::appointments::{ExtraTime, Language as Spoken, Needs, Service};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a citizen needs. Nothing is needed unless it is said, and why is never asked.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is needed or not, whatever the others are"
)]
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedsOfCitizen {
    /// The language that the adviser is to speak, as a tag of BCP 47. Danish where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", nullable = false, example = "ar")]
    pub spoken_language: Option<Spoken>,
    /// The language that an interpreter is ordered for; any adviser can be helped by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", nullable = false, example = "ti")]
    pub interpreter: Option<Spoken>,
    /// Danish Sign Language.
    #[serde(default)]
    #[schema(example = false)]
    pub sign_language: bool,
    /// A way in without steps.
    #[serde(default)]
    #[schema(example = true)]
    pub step_free: bool,
    /// Half as long again. What several come to at once lasts as long for all of them.
    #[serde(default)]
    #[schema(example = false)]
    pub extra_time: bool,
    /// Somebody comes along.
    #[serde(default)]
    #[schema(example = false)]
    pub companion: bool,
    /// The citizen acts for somebody else, and brings a power of attorney.
    #[serde(default)]
    #[schema(example = false)]
    pub acts_for_another: bool,
}

impl NeedsOfCitizen {
    /// What is needed with a service.
    pub fn with(&self, service: &Service) -> Needs {
        let is_longer = self.extra_time && service.seats == 1;
        Needs {
            language: self.spoken_language.clone(),
            interpreter: self.interpreter.clone(),
            sign_language: self.sign_language,
            step_free: self.step_free,
            extra_time: if is_longer {
                ExtraTime::offered(service)
            } else {
                ExtraTime::default()
            },
            companion: self.companion,
            acts_for_another: self.acts_for_another,
        }
    }
}

impl From<&Needs> for NeedsOfCitizen {
    fn from(needs: &Needs) -> Self {
        Self {
            spoken_language: needs.language.clone(),
            interpreter: needs.interpreter.clone(),
            sign_language: needs.sign_language,
            step_free: needs.step_free,
            extra_time: !needs.extra_time.is_none(),
            companion: needs.companion,
            acts_for_another: needs.acts_for_another,
        }
    }
}
