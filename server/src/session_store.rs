//! Sessions in the database, so that several servers share them.

use std::fmt;

use app::server_side::{SIGNED_IN, SignedIn};
use async_trait::async_trait;
use jiff::Timestamp;
use store::{Database, StoreError, sessions, sign_ins};
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

use crate::typed_about_people::{note_typed, shed_typed};

/// Keeps each session as one row: its id, its record as JSON, and when it ends.
#[derive(Clone)]
pub struct DatabaseSessions(pub Database);

impl fmt::Debug for DatabaseSessions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("DatabaseSessions")
    }
}

#[async_trait]
impl SessionStore for DatabaseSessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        // An id is 128 random bits; a second one that is taken too means that the randomness is broken.
        for _ in 0..2 {
            note_typed(record, Timestamp::now());
            let data = encode(record)?;
            let ends = record.expiry_date.unix_timestamp();
            if sessions::create(self.0.write(), &record.id.to_string(), &data, ends)
                .await
                .map_err(backend)?
            {
                return Ok(());
            }
            record.id = Id::default();
        }
        Err(Error::Backend("no free session id".into()))
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let mut record = record.clone();
        note_typed(&mut record, Timestamp::now());
        let ends = record.expiry_date.unix_timestamp();
        sessions::save(self.0.write(), &record.id.to_string(), &encode(&record)?, ends)
            .await
            .map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row = sessions::load(self.0.read(), &id.to_string(), Timestamp::now())
            .await
            .map_err(backend)?;
        let Some(data) = row else {
            return Ok(None);
        };
        let mut record: Record =
            serde_json::from_str(&data).map_err(|error| Error::Decode(error.to_string()))?;
        shed_typed(&mut record, Timestamp::now());
        self.look_up_sign_in(&mut record).await?;
        Ok(Some(record))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        sessions::delete(self.0.write(), &id.to_string())
            .await
            .map_err(backend)
    }
}

impl DatabaseSessions {
    /// Puts what the account says now in the place of what it said when somebody signed in, or nothing if the sign-in has
    /// ended. It is done here, so no page and no function can forget it.
    async fn look_up_sign_in(&self, record: &mut Record) -> Result<()> {
        let Some(kept) = record.data.remove(SIGNED_IN) else {
            return Ok(());
        };
        let Ok(signed_in) = serde_json::from_value::<SignedIn>(kept) else {
            return Ok(());
        };
        let account = sign_ins::current(self.0.read(), self.0.write(), signed_in.sign_in, Timestamp::now())
            .await
            .map_err(backend)?;
        if let Some(account) = account {
            let now = serde_json::to_value(signed_in.with_account(account))
                .map_err(|error| Error::Encode(error.to_string()))?;
            record.data.insert(SIGNED_IN.to_owned(), now);
        }
        Ok(())
    }
}

fn encode(record: &Record) -> Result<String> {
    serde_json::to_string(record).map_err(|error| Error::Encode(error.to_string()))
}

fn backend(error: StoreError) -> Error {
    Error::Backend(error.to_string())
}
