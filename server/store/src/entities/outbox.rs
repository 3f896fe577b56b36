use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub kind: String,
    pub recipient: String,
    pub subject: String,
    pub body_text: String,
    pub attachment_name: Option<String>,
    pub attachment: Option<String>,
    pub created_at: i64,
    pub attempts: i64,
    pub next_attempt_at: i64,
    pub sent_at: Option<i64>,
    pub last_error: Option<String>,
    pub channel: String,
    pub appointment_id: Option<i64>,
    pub sequence: Option<i64>,
    pub body_html: Option<String>,
    pub expires_at: Option<i64>,
    pub problem: Option<String>,
    pub settled_at: Option<i64>,
    pub batch: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
