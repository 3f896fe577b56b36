use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "step_results")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub visitor_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub course: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub step: String,
    pub done: bool,
    pub attempts: i64,
    pub failures: i64,
    pub hints: i64,
    pub first_at: Option<i64>,
    pub first_correct: Option<bool>,
    pub first_hinted: Option<bool>,
    pub latest_at: Option<i64>,
    pub correct: Option<bool>,
    pub last_answer: Option<String>,
    pub solved: bool,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
