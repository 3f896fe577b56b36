use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "support_workers")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub name: String,
    pub organisation: String,
    #[sea_orm(unique)]
    pub code_hash: String,
    pub last_seen_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
