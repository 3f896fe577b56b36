use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "pairings")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub course: String,
    pub lesson: String,
    pub step: String,
    pub proposed: bool,
    pub citizen_key: Option<i64>,
    pub helper_key: Option<i64>,
    pub code_hash: Option<String>,
    pub code_made_at: Option<i64>,
    pub active_at: i64,
    pub version: i64,
    pub ended_at: Option<i64>,
    pub handed_out_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
