use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "review_cards")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub visitor_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub course: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub step: String,
    pub reviewed_at: i64,
    pub due_at: i64,
    pub stability: f64,
    pub difficulty: f64,
}

impl ActiveModelBehavior for ActiveModel {}
