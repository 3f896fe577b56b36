use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_log")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub staff_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub appointment_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seen_in: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seen_at: i64,
    /// The Danish date, "2026-11-25"; of rows from before it was kept, none.
    pub day: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
