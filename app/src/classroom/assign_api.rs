//! What a teacher gives a class to do.

use domain::classroom::{AssignmentsPage, NewAssignmentPage};
use domain::ids::{AssignmentId, ClassId};
use domain::locale::Locale;
use leptos::prelude::*;
use server_fn::codec::GetUrl;

use crate::error::AppError;
use crate::reply::Reply;
#[cfg(feature = "ssr")]
use {
    super::access::{class_path, class_row, own_class},
    super::given::{audience_name, courses_of, day_text, is_for, progress, work_title},
    crate::drills::drill_title,
    crate::error::AppResult,
    crate::server_side::{ASSIGN_ATTEMPT, context, forget, now, recall, redirect, remember, session, today},
    crate::texts::Texts,
    content::Library,
    domain::classroom::{
        AssignedTo, AssignedWork, AssignmentForm, AssignmentProblem, AssignmentRow, ChosenCourse, GroupRow,
        PupilWork,
    },
    domain::count,
    domain::cpr::hide_cpr,
    domain::drills::DrillKind,
    domain::ids::{CourseId, LessonId},
    serde::{Deserialize, Serialize},
    store::classroom::{
        Assignment, Group, Pupil, WhichCourses, assign, assignments, class_work, groups, pupils, tell,
        withdraw,
    },
};

/// What was chosen and refused, and for which class.
#[cfg(feature = "ssr")]
#[derive(Serialize, Deserialize)]
struct Attempt {
    class: ClassId,
    form: AssignmentForm,
    problems: Vec<AssignmentProblem>,
}

/// What has been given to a class, how many are done with it, and the class's groups. **Permissions**: whoever teaches it.
#[server(prefix = "/api", name = LoadAssignments, endpoint = "classroom/assignments", input = GetUrl)]
pub async fn assignments_page(class: ClassId, locale: Locale) -> Result<Reply<AssignmentsPage>, AppError> {
    let class = own_class(&session().await?, class).await?;
    let context = context();
    let read = context.database.read();
    let given = assignments(read, class.id).await?;
    let groups = groups(read, class.id).await?;
    let work = class_work(read, class.id, WhichCourses::These(&courses_of(&given))).await?;
    let texts = Texts::of(locale);
    let rows = given
        .iter()
        .filter_map(|given| row(&context.library, texts, given, &groups, &work));
    Reply::of(&AssignmentsPage {
        class: class_row(&class, count(&work), locale),
        assignments: rows.collect(),
        groups: groups.iter().map(|group| group_row(group, &work)).collect(),
    })
}

/// The form of a new assignment: of lessons of a course, or with a choice of courses and of exercises. **Permissions**: whoever
/// teaches the class.
#[server(prefix = "/api", name = LoadNewAssignment, endpoint = "classroom/new-assignment", input = GetUrl)]
pub async fn new_assignment(
    class: ClassId,
    #[server(default)] course: String,
    locale: Locale,
) -> Result<Reply<NewAssignmentPage>, AppError> {
    let session = session().await?;
    let class = own_class(&session, class).await?;
    let context = context();
    let (library, read) = (&context.library, context.database.read());
    let (members, groups) = (pupils(read, class.id).await?, groups(read, class.id).await?);
    let attempt: Option<Attempt> = recall(&session, ASSIGN_ATTEMPT).await?;
    let attempt = attempt.filter(|attempt| attempt.class == class.id && attempt.form.course == course);
    let (form, problems) = match attempt {
        Some(attempt) => (attempt.form, attempt.problems),
        None => (AssignmentForm::empty(today(), class.ends_on), Vec::new()),
    };
    let texts = Texts::of(locale);
    Reply::of(&NewAssignmentPage {
        class: class_row(&class, count(&members), locale),
        chosen: chosen_course(library, &course, locale)?,
        courses: library.all_course_titles(locale),
        kinds: DrillKind::ALL
            .map(|kind| (kind, drill_title(texts, kind).to_owned()))
            .into(),
        audience: audience(texts, &groups, &members),
        form,
        problems,
    })
}

/// Gives somebody something to do, or says what is missing and keeps what was chosen. **Permissions**: whoever teaches the class;
/// to its own groups and pupils.
#[server(prefix = "/api", endpoint = "classroom/assign")]
pub async fn give_assignment(
    class: ClassId,
    locale: Locale,
    #[server(default)] course: String,
    #[server(default)] lessons: Vec<String>,
    #[server(default)] kind: String,
    #[server(default)] level: String,
    #[server(default)] count: String,
    #[server(default)] to: String,
    #[server(default)] from: String,
    #[server(default)] due: String,
) -> Result<(), AppError> {
    let session = session().await?;
    let own = own_class(&session, class).await?;
    let form = AssignmentForm {
        course,
        lessons,
        kind,
        level,
        count: hide_cpr(&count),
        to,
        from,
        due: hide_cpr(&due),
    };
    match form.read(today(), own.ends_on) {
        Ok(new) => {
            let context = context();
            check_lessons(&context.library, &new.work)?;
            let given = assign(context.database.write(), class, &new, now()).await?;
            given.ok_or(AppError::NotFound)?;
            tell(&context.database, class).await;
            forget(&session, ASSIGN_ATTEMPT).await?;
            redirect(locale, &assignments_path(class));
        }
        Err(problems) => {
            let path = format!("{}/ny{}", assignments_path(class), course_query(&form.course));
            let attempt = Attempt {
                class,
                form,
                problems,
            };
            remember(&session, ASSIGN_ATTEMPT, &attempt).await?;
            redirect(locale, &path);
        }
    }
    Ok(())
}

/// Takes an assignment back; what has been done stays done. **Permissions**: whoever teaches the class.
#[server(prefix = "/api", endpoint = "classroom/withdraw")]
pub async fn withdraw_assignment(
    class: ClassId,
    assignment: AssignmentId,
    locale: Locale,
) -> Result<(), AppError> {
    own_class(&session().await?, class).await?;
    // A colleague may have taken it back already; then it is what was wanted.
    let database = context().database;
    withdraw(database.write(), class, assignment).await?;
    tell(&database, class).await;
    redirect(locale, &assignments_path(class));
    Ok(())
}

/// The page of what a class has to do.
#[cfg(feature = "ssr")]
pub(super) fn assignments_path(class: ClassId) -> String {
    format!("{}/opgaver", class_path(class))
}

#[cfg(feature = "ssr")]
fn course_query(course: &str) -> String {
    match CourseId::parse(course) {
        Ok(course) => format!("?kursus={course}"),
        Err(_) => String::new(),
    }
}

#[cfg(feature = "ssr")]
fn row(
    library: &Library,
    texts: Texts,
    given: &Assignment,
    groups: &[Group],
    work: &[(Pupil, PupilWork)],
) -> Option<AssignmentRow> {
    let their = work.iter().filter(|(pupil, _)| is_for(given.to, pupil, groups));
    let progress: Vec<_> = their
        .filter_map(|(_, work)| progress(library, given, work))
        .collect();
    let done: Vec<_> = progress.iter().filter(|progress| progress.is_done()).collect();
    let members: Vec<_> = work.iter().map(|(pupil, _)| pupil.clone()).collect();
    Some(AssignmentRow {
        id: given.id,
        title: work_title(library, texts, &given.work)?,
        to: audience_name(texts, given.to, groups, &members),
        from: day_text(given.days.from(), texts.locale()),
        due: day_text(given.days.due(), texts.locale()),
        phase: given.days.phase(today()),
        done: count(&done),
        pupils: count(&progress),
    })
}

#[cfg(feature = "ssr")]
fn group_row(group: &Group, work: &[(Pupil, PupilWork)]) -> GroupRow {
    let members = work.iter().filter(|(pupil, _)| group.pupils.contains(&pupil.id));
    GroupRow {
        id: group.id,
        name: group.name.as_str().to_owned(),
        pupils: members.map(|(pupil, _)| pupil.name.as_str().to_owned()).collect(),
    }
}

/// The course of the address; 404 for one that is not there.
#[cfg(feature = "ssr")]
fn chosen_course(library: &Library, course: &str, locale: Locale) -> AppResult<Option<ChosenCourse>> {
    if course.is_empty() {
        return Ok(None);
    }
    let id = CourseId::parse(course).map_err(|_| AppError::NotFound)?;
    let titles = library.course_titles(&id, locale).ok_or(AppError::NotFound)?;
    Ok(Some(ChosenCourse {
        id,
        title: titles.title,
        lessons: titles.lessons,
    }))
}

/// Everybody, the groups, and each pupil.
#[cfg(feature = "ssr")]
fn audience(texts: Texts, groups: &[Group], members: &[Pupil]) -> Vec<(String, String)> {
    let groups_to = groups.iter().map(|group| AssignedTo::Group(group.id));
    let pupils_to = members.iter().map(|pupil| AssignedTo::Pupil(pupil.id));
    std::iter::once(AssignedTo::Class)
        .chain(groups_to)
        .chain(pupils_to)
        .map(|to| (to.word(), audience_name(texts, to, groups, members)))
        .collect()
}

/// Lessons that the course does not have were forged.
#[cfg(feature = "ssr")]
fn check_lessons(library: &Library, work: &AssignedWork) -> AppResult<()> {
    let AssignedWork::Lessons { course, lessons } = work else {
        return Ok(());
    };
    let outline = library.outline(course).ok_or(AppError::Invalid)?;
    let is_there = |lesson: &LessonId| outline.lessons.iter().any(|other| other.id == *lesson);
    lessons
        .iter()
        .all(is_there)
        .then_some(())
        .ok_or(AppError::Invalid)
}
