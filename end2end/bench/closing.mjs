// What a bench opens must not outlive it: servers, browsers, folders.

/** How to end what is still open, the newest last. */
const open = [];

for (const [signal, status] of [["SIGINT", 130], ["SIGTERM", 143]]) {
  process.once(signal, () => closeDownTo(0).finally(() => process.exit(status)));
}

/** Does some work, and ends what it has opened, the newest first. The work is given `keep`, to say how a thing is ended. */
export async function closing(work) {
  const before = open.length;
  try {
    return await work((end) => open.push(end));
  } finally {
    await closeDownTo(before);
  }
}

/** Tells on standard error what is going on, so that standard output holds the report alone. */
export function step(name) {
  if (process.stderr.isTTY) console.error(`bench: ${name}`);
}

async function closeDownTo(left) {
  while (open.length > left) await open.pop()();
}
