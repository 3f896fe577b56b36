use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_entries")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub visitor_id: i64,
    pub day: i64,
    pub subject: Option<String>,
    pub task: String,
    pub done: bool,
}

impl ActiveModelBehavior for ActiveModel {}
