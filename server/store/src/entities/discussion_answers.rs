use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "discussion_answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub discussion_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub pupil_id: i64,
    pub choice: i64,
}

impl ActiveModelBehavior for ActiveModel {}
