use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feeds")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub adviser: String,
    #[sea_orm(unique)]
    pub token_hash: String,
    pub created_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
