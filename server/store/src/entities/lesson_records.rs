use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lesson_records")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub visitor_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub course: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub lesson: String,
    pub criterion: String,
    pub steps: String,
    pub started_at: i64,
    pub ready_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
