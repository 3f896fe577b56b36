use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "staff_sign_ins")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub staff_id: i64,
    pub ends_at: i64,
    pub seen_at: i64,
    pub assurance: Option<String>,
    pub identity_hash: Option<String>,
    pub session_hash: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
