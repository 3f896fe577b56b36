use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "schedule_versions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub version: i64,
    pub document: String,
    pub imported_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
