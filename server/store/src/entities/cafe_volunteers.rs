use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cafe_volunteers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub staff_id: i64,
    pub subjects: String,
    pub languages: String,
    pub tools: String,
    pub attest_checked_on: Option<String>,
    pub attest_valid_until: Option<String>,
    pub attest_checked_by: Option<i64>,
    pub rooms: i64,
}

impl ActiveModelBehavior for ActiveModel {}
