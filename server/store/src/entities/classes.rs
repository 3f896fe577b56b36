use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "classes")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub name: String,
    pub grade: i64,
    pub code_number: i64,
    #[sea_orm(unique)]
    pub code_hash: String,
    pub lesson_minutes: i64,
    pub ends_on: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
