//! The schedule in force, read again only when there is a new version.

use std::sync::{Arc, Mutex, PoisonError};

use domain::appointments::Schedule;
use store::{Database, StoreError, schedules};

/// Holds the newest schedule seen. Asking for it costs one small query, so it is never stale.
#[derive(Default)]
pub struct ScheduleCache(Mutex<Option<(i64, Arc<Schedule>)>>);

impl ScheduleCache {
    /// The schedule in force, or `None` before the first has been imported.
    pub async fn current(&self, database: &Database) -> Result<Option<Arc<Schedule>>, StoreError> {
        let version = schedules::current_version(database.read()).await?;
        if let Some(schedule) = self.cached(version) {
            return Ok(Some(schedule));
        }
        let Some((version, schedule)) = schedules::load_current(database.read()).await? else {
            return Ok(None);
        };
        let schedule = Arc::new(schedule);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, Arc::clone(&schedule)));
        Ok(Some(schedule))
    }

    fn cached(&self, version: Option<i64>) -> Option<Arc<Schedule>> {
        let cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cached
            .as_ref()
            .filter(|(cached, _)| Some(*cached) == version)
            .map(|(_, schedule)| Arc::clone(schedule))
    }
}
