use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_list")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub code_hash: String,
    pub service: String,
    pub location: String,
    pub suiting: String,
    pub name: String,
    /// Empty for those who have a number.
    pub email: String,
    pub phone: Option<String>,
    pub way: Option<String>,
    pub needs: Option<String>,
    pub locale: String,
    pub created_at: i64,
    pub missed: i64,
    pub offer_hold: Option<String>,
    pub offer_unit: Option<i64>,
    pub offer_until: Option<i64>,
    pub is_called: Option<bool>,
}

impl ActiveModelBehavior for ActiveModel {}
