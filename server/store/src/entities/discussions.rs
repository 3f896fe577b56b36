use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "discussions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub class_id: i64,
    pub question: String,
    pub answers: String,
    pub opened_at: i64,
    pub closed_at: Option<i64>,
    pub counts: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
