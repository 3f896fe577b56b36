use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figures")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub location: String,
    pub booked: i64,
    pub cancelled: i64,
    pub days_ahead: i64,
    pub tickets: i64,
    pub called: i64,
    pub waiting_minutes: i64,
    pub helped: i64,
    pub not_finished: i64,
    pub referred: i64,
    pub not_possible: i64,
    pub missed: i64,
}

impl ActiveModelBehavior for ActiveModel {}
