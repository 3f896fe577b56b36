use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "helped")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub pairing_id: i64,
    pub visitor_id: i64,
    pub steps: i64,
}

impl ActiveModelBehavior for ActiveModel {}
