//! Groups within a class.

use domain::classroom::GroupName;
use domain::ids::{ClassId, GroupId, PupilId};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
};

use crate::entities::{class_groups, group_pupils, pupils};
use crate::{Database, StoreError};

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub id: GroupId,
    pub name: GroupName,
    pub pupils: Vec<PupilId>,
}

/// The groups of a class by name.
pub async fn groups(connection: &impl ConnectionTrait, class: ClassId) -> Result<Vec<Group>, StoreError> {
    let rows = class_groups::Entity::find()
        .filter(class_groups::COLUMN.class_id.eq(class.0))
        .order_by_asc(class_groups::Column::Name)
        .order_by_asc(class_groups::Column::Id)
        .all(connection)
        .await?;
    let of_class = Query::select()
        .column(class_groups::Column::Id)
        .from(class_groups::Entity)
        .and_where(class_groups::Column::ClassId.eq(class.0))
        .to_owned();
    let members = group_pupils::Entity::find()
        .filter(group_pupils::Column::GroupId.in_subquery(of_class))
        .order_by_asc(group_pupils::Column::PupilId)
        .all(connection)
        .await?;
    rows.into_iter().map(|row| read(row, &members)).collect()
}

/// Makes a group of pupils of the class, and leaves out whoever is not.
pub async fn make_group(
    database: &Database,
    class: ClassId,
    name: &GroupName,
    members: &[PupilId],
) -> Result<GroupId, StoreError> {
    let transaction = database.begin().await?;
    let row = class_groups::ActiveModel {
        class_id: Set(class.0),
        name: Set(name.as_str().to_owned()),
        ..Default::default()
    };
    let inserted = class_groups::Entity::insert(row).exec(&transaction).await?;
    let group = GroupId(inserted.last_insert_id);
    add_members(&transaction, class, group, members).await?;
    transaction.commit().await?;
    Ok(group)
}

/// Changes a group's name and who is in it. `false` when the class has no such group. Of two who do it at once the second one's
/// wish stands, whole.
pub async fn change_group(
    database: &Database,
    (class, group): (ClassId, GroupId),
    name: &GroupName,
    members: &[PupilId],
) -> Result<bool, StoreError> {
    let transaction = database.begin().await?;
    // It also locks the group's row until the end.
    let updated = class_groups::Entity::update_many()
        .col_expr(class_groups::Column::Name, Expr::value(name.as_str()))
        .filter(class_groups::COLUMN.id.eq(group.0))
        .filter(class_groups::COLUMN.class_id.eq(class.0))
        .exec(&transaction)
        .await?;
    if updated.rows_affected == 0 {
        return Ok(false);
    }
    group_pupils::Entity::delete_many()
        .filter(group_pupils::COLUMN.group_id.eq(group.0))
        .exec(&transaction)
        .await?;
    add_members(&transaction, class, group, members).await?;
    transaction.commit().await?;
    Ok(true)
}

/// Takes a group away, with what was given to it alone. `false` when the class has no such group.
pub async fn remove_group(
    connection: &impl ConnectionTrait,
    class: ClassId,
    group: GroupId,
) -> Result<bool, StoreError> {
    let deleted = class_groups::Entity::delete_many()
        .filter(class_groups::COLUMN.id.eq(group.0))
        .filter(class_groups::COLUMN.class_id.eq(class.0))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected == 1)
}

async fn add_members(
    transaction: &DatabaseTransaction,
    class: ClassId,
    group: GroupId,
    members: &[PupilId],
) -> Result<(), StoreError> {
    let asked = members.iter().map(|pupil| pupil.0);
    let of_class = pupils::Entity::find()
        .filter(pupils::COLUMN.class_id.eq(class.0))
        .filter(pupils::Column::Id.is_in(asked))
        .all(transaction)
        .await?;
    let rows: Vec<_> = of_class
        .into_iter()
        .map(|pupil| group_pupils::ActiveModel {
            group_id: Set(group.0),
            pupil_id: Set(pupil.id),
        })
        .collect();
    if !rows.is_empty() {
        group_pupils::Entity::insert_many(rows)
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

fn read(row: class_groups::Model, members: &[group_pupils::Model]) -> Result<Group, StoreError> {
    let name = GroupName::parse(&row.name).ok_or_else(|| StoreError::Corrupt {
        table: "class_groups",
        row: row.id,
        problem: "name".to_owned(),
    })?;
    let of_group = members.iter().filter(|member| member.group_id == row.id);
    Ok(Group {
        id: GroupId(row.id),
        name,
        pupils: of_group.map(|member| PupilId(member.pupil_id)).collect(),
    })
}
