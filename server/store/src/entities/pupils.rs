use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pupils")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub class_id: i64,
    pub name: String,
    pub visitor_id: Option<i64>,
    pub card: i64,
    pub code_hash: String,
    pub signed_in_until: Option<i64>,
    pub asked_at: Option<i64>,
    pub coming_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
