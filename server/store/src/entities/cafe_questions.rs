use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cafe_questions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub code_hash: String,
    pub subject: String,
    pub grade: i64,
    pub language: String,
    pub asked_at: i64,
    pub volunteer_id: Option<i64>,
    pub room_until: Option<i64>,
    pub extended: bool,
    pub ended_at: Option<i64>,
    pub replied_at: Option<i64>,
    pub next_try: Option<String>,
    pub reported_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
