use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "practised")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub pupil_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub level: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: String,
    pub answered: i64,
    pub right_at_once: i64,
    pub solved: i64,
}

impl ActiveModelBehavior for ActiveModel {}
