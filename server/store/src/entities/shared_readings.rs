use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shared_readings")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub visitor_id: i64,
    pub read_at: i64,
    pub minutes: i64,
    pub book: Option<String>,
    pub first_page: Option<i64>,
    pub last_page: Option<i64>,
    pub what: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
