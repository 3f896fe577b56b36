// Accounts of the staff that the tests sign in with.

/** The password of every demonstration sign-in, and of the accounts below. */
export const PASSWORD = "fjordby-demo";

/** The projects of playwright.config.ts: with and without JavaScript, phone and desktop. */
export const PROJECTS = ["js-phone", "js-desktop", "nojs-phone", "nojs-desktop"];

/** An account for each project to lock, as a locked one rests for a quarter of an hour. */
export const ACCOUNTS_TO_LOCK = PROJECTS.map(accountToLock);

export function accountToLock(project) {
  return `lock-${project}`;
}
