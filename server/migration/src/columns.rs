//! The few kinds of column that tables are made of.

use sea_orm_migration::prelude::*;

/// A row's number, given by the database and never used twice.
pub(crate) fn row_number(name: impl IntoIden) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.big_integer().not_null().auto_increment().primary_key();
    column
}

/// A text that is always there.
pub(crate) fn text(name: impl IntoIden) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.text().not_null();
    column
}

/// A text that may be missing.
pub(crate) fn optional_text(name: impl IntoIden) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.text().null();
    column
}

/// A whole number; for instants, seconds since 1970 in UTC.
pub(crate) fn number(name: impl IntoIden) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.big_integer().not_null();
    column
}

/// A whole number or instant that may be missing.
pub(crate) fn optional_number(name: impl IntoIden) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.big_integer().null();
    column
}

/// A number with a fraction.
pub(crate) fn real(name: impl IntoIden) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.double().not_null();
    column
}

/// Yes, no or not known yet.
pub(crate) fn optional_boolean(name: impl IntoIden) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.boolean().null();
    column
}

/// Yes or no.
pub(crate) fn boolean(name: impl IntoIden) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.boolean().not_null();
    column
}
