use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cafe_shifts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub staff_id: i64,
    pub weekday: i64,
    pub from_minute: i64,
    pub to_minute: i64,
}

impl ActiveModelBehavior for ActiveModel {}
