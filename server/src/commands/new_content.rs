//! `startlinje content new`

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::content::new::{self, BLANK, Skeleton, WhereTaken};
use anyhow::Context as _;
use domain::ids::{CourseId, LessonId};
use domain::time::date_in_denmark;
use jiff::Timestamp;

use crate::cli::NewContent;

/// Writes what one begins with into the content folder, and says what to do next.
#[allow(clippy::print_stdout, reason = "it tells an author what to do next")]
pub fn write(folder: &Path, new: &NewContent) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(
        folder.is_dir(),
        "there is no content folder {}: start in the checkout, or set --content",
        folder.display()
    );
    let skeletons = skeletons(folder, new)?;
    refuse_taken(folder, &skeletons)?;
    for file in write_all(folder, &skeletons)? {
        println!("{}", file.display());
    }
    println!("{}", what_next(folder, new));
    Ok(ExitCode::SUCCESS)
}

fn skeletons(folder: &Path, new: &NewContent) -> anyhow::Result<Vec<Skeleton>> {
    let today = date_in_denmark(Timestamp::now());
    Ok(match new {
        NewContent::Course { id } => new::course(id, today),
        NewContent::Lesson { course, name } => vec![lesson(folder, course, name)?],
        NewContent::Guide { id } => new::guide(id, today),
        NewContent::Scenario { id } => new::scenario(id),
    })
}

fn lesson(folder: &Path, course: &CourseId, name: &LessonId) -> anyhow::Result<Skeleton> {
    let files = fs::read_dir(folder.join("courses").join(course.as_str())).with_context(|| {
        format!("there is no course {course}: begin it with `startlinje content new course {course}`")
    })?;
    let mut names: Vec<_> = files
        .map(|file| Ok(file?.file_name().to_string_lossy().into_owned()))
        .collect::<anyhow::Result<_>>()?;
    // The disk's own order would make what is said differ from one machine to the next.
    names.sort_unstable();
    Ok(new::lesson(course, name, names.iter().map(String::as_str))?)
}

/// Refuses before anything has been written, so that no half is left behind.
fn refuse_taken(folder: &Path, skeletons: &[Skeleton]) -> anyhow::Result<()> {
    for skeleton in skeletons
        .iter()
        .filter(|skeleton| skeleton.where_taken == WhereTaken::Refuse)
    {
        let path = folder.join(&skeleton.path);
        anyhow::ensure!(
            !path.exists(),
            "{} is there already, and nothing is written over it: choose another id",
            path.display()
        );
    }
    Ok(())
}

/// Writes the files and says which. One that has come since it was looked is not overwritten either.
fn write_all(folder: &Path, skeletons: &[Skeleton]) -> anyhow::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for skeleton in skeletons {
        let path = folder.join(&skeleton.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .with_context(|| format!("the folder {} cannot be made", parent.display()))?;
        }
        match fs::File::create_new(&path).and_then(|mut file| file.write_all(skeleton.text.as_bytes())) {
            Ok(()) => written.push(path),
            Err(error)
                if error.kind() == ErrorKind::AlreadyExists && skeleton.where_taken == WhereTaken::Keep => {}
            Err(error) => {
                return Err(error).with_context(|| format!("{} cannot be written", path.display()));
            }
        }
    }
    Ok(written)
}

fn what_next(folder: &Path, new: &NewContent) -> String {
    let folder = folder.display();
    let (address, more) = match new {
        NewContent::Course { id } | NewContent::Lesson { course: id, .. } => (
            format!("/laer/{id}"),
            format!("startlinje content new lesson {id} NAME\n      adds another lesson"),
        ),
        NewContent::Guide { id } => (
            format!("/lektier/{id}"),
            format!("guides/{id}.en.md\n      is where its translation goes"),
        ),
        NewContent::Scenario { id } => (
            format!("/oevelser/{id}"),
            format!("scenario = \"{id}\"\n      in a ```simulator block puts it into a lesson"),
        ),
    };
    format!(
        "
Next, write where the files say {BLANK} content/README.md tells what each key means.
  startlinje serve --watch-content
      shows it at {address}, and anew whenever you save
  startlinje content check {folder}
      names what is still to be written
  {more}"
    )
}
