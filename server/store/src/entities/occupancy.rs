use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "occupancy")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub resource: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seat: i64,
    pub appointment_id: Option<i64>,
    pub hold: Option<String>,
    pub expires_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
