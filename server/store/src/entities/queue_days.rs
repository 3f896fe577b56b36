use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "queue_days")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub location: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub date: String,
    pub last_figure: i64,
}

impl ActiveModelBehavior for ActiveModel {}
