/** How many tests run at once; each has a server of its own. */
export const WORKERS = Number(process.env.END2END_WORKERS ?? 2);

/** The first server's port; the others follow. */
export const FIRST_PORT = Number(process.env.END2END_PORT ?? 3200);
