//! What has been given to a class, to a group of it, or to one pupil.

use domain::classroom::{AssignedTo, AssignedWork, AssignmentDays, ExerciseCount, NewAssignment};
use domain::drills::{Drill, DrillKind, Level};
use domain::ids::{AssignmentId, ClassId, CourseId, GroupId, LessonId, PupilId};
use jiff::Timestamp;
use sea_orm::sea_query::{Condition, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    Select,
};

use crate::StoreError;
use crate::entities::assignments::{ActiveModel, COLUMN, Column, Entity, Model};
use crate::entities::{class_groups, group_pupils, pupils};

/// Something that is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    pub id: AssignmentId,
    pub to: AssignedTo,
    pub work: AssignedWork,
    pub days: AssignmentDays,
}

/// What has been given to a class and to those in it, what is due first before the others.
pub async fn assignments(
    connection: &impl ConnectionTrait,
    class: ClassId,
) -> Result<Vec<Assignment>, StoreError> {
    read_all(connection, Entity::find().filter(COLUMN.class_id.eq(class.0))).await
}

/// What a pupil of a class is to do, what is due first before the others.
pub async fn assignments_of_pupil(
    connection: &impl ConnectionTrait,
    (class, pupil): (ClassId, PupilId),
) -> Result<Vec<Assignment>, StoreError> {
    let own_groups = Query::select()
        .column(group_pupils::Column::GroupId)
        .from(group_pupils::Entity)
        .and_where(group_pupils::Column::PupilId.eq(pupil.0))
        .to_owned();
    let to_everybody = Condition::all()
        .add(Column::GroupId.is_null())
        .add(Column::PupilId.is_null());
    let own = Condition::any()
        .add(to_everybody)
        .add(Column::PupilId.eq(pupil.0))
        .add(Column::GroupId.in_subquery(own_groups));
    let given = Entity::find().filter(COLUMN.class_id.eq(class.0)).filter(own);
    read_all(connection, given).await
}

/// Gives somebody something to do. `None`, and nothing is given, when the class has no such group or pupil.
pub async fn assign(
    connection: &impl ConnectionTrait,
    class: ClassId,
    new: &NewAssignment,
    now: Timestamp,
) -> Result<Option<AssignmentId>, StoreError> {
    if !is_of_class(connection, class, new.to).await? {
        return Ok(None);
    }
    let inserted = Entity::insert(row(class, new, now)).exec(connection).await?;
    Ok(Some(AssignmentId(inserted.last_insert_id)))
}

/// Takes an assignment back; what has been done stays done. `false` when the class has no such assignment.
pub async fn withdraw(
    connection: &impl ConnectionTrait,
    class: ClassId,
    assignment: AssignmentId,
) -> Result<bool, StoreError> {
    let deleted = Entity::delete_many()
        .filter(COLUMN.id.eq(assignment.0))
        .filter(COLUMN.class_id.eq(class.0))
        .exec(connection)
        .await?;
    Ok(deleted.rows_affected == 1)
}

async fn read_all(
    connection: &impl ConnectionTrait,
    rows: Select<Entity>,
) -> Result<Vec<Assignment>, StoreError> {
    let rows = rows
        .order_by_asc(Column::DueDay)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(Assignment::try_from).collect()
}

async fn is_of_class(
    connection: &impl ConnectionTrait,
    class: ClassId,
    to: AssignedTo,
) -> Result<bool, StoreError> {
    let found = match to {
        AssignedTo::Class => return Ok(true),
        AssignedTo::Group(group) => {
            class_groups::Entity::find_by_id(group.0)
                .filter(class_groups::COLUMN.class_id.eq(class.0))
                .count(connection)
                .await?
        }
        AssignedTo::Pupil(pupil) => {
            pupils::Entity::find_by_id(pupil.0)
                .filter(pupils::COLUMN.class_id.eq(class.0))
                .count(connection)
                .await?
        }
    };
    Ok(found == 1)
}

fn row(class: ClassId, new: &NewAssignment, now: Timestamp) -> ActiveModel {
    let (group, pupil) = match new.to {
        AssignedTo::Class => (None, None),
        AssignedTo::Group(group) => (Some(group.0), None),
        AssignedTo::Pupil(pupil) => (None, Some(pupil.0)),
    };
    let given = ActiveModel {
        class_id: Set(class.0),
        group_id: Set(group),
        pupil_id: Set(pupil),
        from_day: Set(new.days.from().to_string()),
        due_day: Set(new.days.due().to_string()),
        created_at: Set(now.as_second()),
        ..Default::default()
    };
    match &new.work {
        AssignedWork::Lessons { course, lessons } => {
            let lessons: Vec<_> = lessons.iter().map(LessonId::as_str).collect();
            ActiveModel {
                course: Set(Some(course.as_str().to_owned())),
                lessons: Set(Some(lessons.join(" "))),
                ..given
            }
        }
        AssignedWork::Exercises { drill, count } => ActiveModel {
            drill_kind: Set(Some(drill.kind.as_str().to_owned())),
            drill_level: Set(Some(drill.level.number())),
            exercises: Set(Some(count.number())),
            ..given
        },
    }
}

impl TryFrom<Model> for Assignment {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |problem: &str| StoreError::Corrupt {
            table: "assignments",
            row: row.id,
            problem: problem.to_owned(),
        };
        let day = |text: &str| text.parse().map_err(|_| corrupt("a day"));
        let days = AssignmentDays::new(day(&row.from_day)?, day(&row.due_day)?);
        Ok(Self {
            id: AssignmentId(row.id),
            to: match (row.group_id, row.pupil_id) {
                (Some(group), _) => AssignedTo::Group(GroupId(group)),
                (None, Some(pupil)) => AssignedTo::Pupil(PupilId(pupil)),
                (None, None) => AssignedTo::Class,
            },
            work: work(&row).ok_or_else(|| corrupt("what is to be done"))?,
            days: days.ok_or_else(|| corrupt("days"))?,
        })
    }
}

fn work(row: &Model) -> Option<AssignedWork> {
    if let Some((course, lessons)) = row.course.as_deref().zip(row.lessons.as_deref()) {
        let lessons = lessons.split(' ').map(|lesson| LessonId::parse(lesson).ok());
        return Some(AssignedWork::Lessons {
            course: CourseId::parse(course).ok()?,
            lessons: lessons.collect::<Option<_>>()?,
        });
    }
    Some(AssignedWork::Exercises {
        drill: Drill {
            kind: DrillKind::parse(row.drill_kind.as_deref()?)?,
            level: Level::new(row.drill_level?)?,
        },
        count: ExerciseCount::new(row.exercises?)?,
    })
}
