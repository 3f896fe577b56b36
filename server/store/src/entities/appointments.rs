use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "appointments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub code_hash: String,
    pub sealed_code: Option<String>,
    #[sea_orm(unique)]
    pub idempotency_key: String,
    pub service: String,
    pub location: String,
    pub adviser: String,
    pub starts_at: i64,
    pub ends_at: i64,
    pub chosen_at: Option<i64>,
    pub name: String,
    pub contact_kind: String,
    pub contact: Option<String>,
    pub topic: Option<String>,
    pub locale: String,
    pub status: String,
    pub created_at: i64,
    pub cancelled_at: Option<i64>,
    pub sequence: i64,
    pub way: Option<String>,
    pub needs: Option<String>,
    pub note: Option<String>,
    pub booked_by: Option<i64>,
    pub series: Option<String>,
    pub visit_address: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
