//! Who teaches a class.

use domain::ids::{ClassId, StaffId};
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::StoreError;
use crate::entities::class_teachers::{ActiveModel, Column, Entity};
use crate::entities::staff;

/// Lets somebody teach a class too. Doing it twice is the same as doing it once.
pub async fn add_teacher(
    connection: &impl ConnectionTrait,
    class: ClassId,
    teacher: StaffId,
) -> Result<(), StoreError> {
    let row = ActiveModel {
        class_id: Set(class.0),
        staff_id: Set(teacher.0),
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::ClassId, Column::StaffId])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// The names of those who teach a class.
pub async fn teachers(connection: &impl ConnectionTrait, class: ClassId) -> Result<Vec<String>, StoreError> {
    let of_class = Query::select()
        .column(Column::StaffId)
        .from(Entity)
        .and_where(Column::ClassId.eq(class.0))
        .to_owned();
    let names = staff::Entity::find()
        .select_only()
        .column(staff::Column::DisplayName)
        .filter(staff::Column::Id.in_subquery(of_class))
        .order_by_asc(staff::Column::DisplayName)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(names)
}
