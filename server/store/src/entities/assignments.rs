use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assignments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub class_id: i64,
    pub group_id: Option<i64>,
    pub pupil_id: Option<i64>,
    pub course: Option<String>,
    pub lessons: Option<String>,
    pub drill_kind: Option<String>,
    pub drill_level: Option<i64>,
    pub exercises: Option<i64>,
    pub from_day: String,
    pub due_day: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
