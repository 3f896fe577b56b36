use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "practised_drills")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub visitor_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub level: i64,
    pub done: i64,
    pub right_at_once: i64,
}

impl ActiveModelBehavior for ActiveModel {}
