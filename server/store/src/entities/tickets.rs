use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tickets")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub key: String,
    pub location: String,
    pub date: String,
    pub figure: i64,
    pub kind: String,
    pub service: String,
    pub minutes: i64,
    pub appointment_id: Option<i64>,
    pub booked_at: Option<i64>,
    pub state: String,
    pub turn_at: i64,
    pub came_at: i64,
    pub adviser: Option<String>,
    pub counter: Option<String>,
    pub calls: i64,
    pub called_at: Option<i64>,
    pub started_at: Option<i64>,
    pub ended_at: Option<i64>,
    pub outcome: Option<String>,
    pub missed_reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
