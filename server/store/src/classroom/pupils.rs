//! A pupil as they are kept.

use domain::classroom::{PupilName, SignInCode, SignInKind};
use domain::ids::{ClassId, PupilId, VisitorId};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::codes::sign_in_code;
use crate::StoreError;
use crate::entities::pupils::{COLUMN, Column, Entity, Model};
use crate::handing_over::hand_rows_over;

/// Somebody's seat in a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pupil {
    pub id: PupilId,
    pub class: ClassId,
    pub name: PupilName,
    /// Whose progress it is; nobody's before the pupil has signed in.
    pub visitor: Option<VisitorId>,
    /// How many cards there have been. The latest one is good.
    pub card: i64,
    /// When the latest device signs out.
    pub signed_in_until: Option<Timestamp>,
    /// When they asked for help; `None` once somebody has helped.
    pub asked_at: Option<Timestamp>,
    /// When somebody said that they are coming.
    pub coming_at: Option<Timestamp>,
}

impl Pupil {
    /// What stands on the pupil's card.
    pub fn code(&self, secret: &str, kind: SignInKind) -> SignInCode {
        sign_in_code(secret, kind, self.id, self.card)
    }
}

/// The pupils of a class, as the teacher wrote them down.
pub async fn pupils(connection: &impl ConnectionTrait, class: ClassId) -> Result<Vec<Pupil>, StoreError> {
    let rows = Entity::find()
        .filter(COLUMN.class_id.eq(class.0))
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(Pupil::try_from).collect()
}

/// A visitor was merged into another: whoever was the one in a class is the other from now on.
pub(crate) async fn hand_over(
    connection: &impl ConnectionTrait,
    from: VisitorId,
    to: VisitorId,
) -> Result<(), StoreError> {
    hand_rows_over(connection, (Entity, Column::VisitorId), from, to).await
}

impl TryFrom<Model> for Pupil {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |problem: &str| StoreError::Corrupt {
            table: "pupils",
            row: row.id,
            problem: problem.to_owned(),
        };
        let moment = |seconds: Option<i64>| {
            let moment = seconds.map(Timestamp::from_second).transpose();
            moment.map_err(|_| corrupt("a moment"))
        };
        Ok(Self {
            id: PupilId(row.id),
            class: ClassId(row.class_id),
            name: PupilName::parse(&row.name).map_err(|_| corrupt("name"))?,
            visitor: row.visitor_id.map(VisitorId),
            card: row.card,
            signed_in_until: moment(row.signed_in_until)?,
            asked_at: moment(row.asked_at)?,
            coming_at: moment(row.coming_at)?,
        })
    }
}
