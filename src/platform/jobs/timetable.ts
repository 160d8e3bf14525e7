import { createHash } from 'node:crypto';
import { parseCronItems } from 'graphile-worker';
import { sql, type Kysely } from 'kysely';

interface Note { readonly warn: (event: string, fields?: Record<string, string | number>) => void }

const MINUTE_MS = 60_000;
/** After a pause (machine asleep, database away) the missed minutes are made up for, but not those of a whole night. */
const MOST_MINUTES = 60;

/**
 * Adds the jobs of the timetable (task → crontab time in UTC). Of several processes exactly one adds each: the mark and the job are one transaction. The library has a timetable
 * of its own; a database that is away in the wrong minute makes it end with a rejection that nobody can catch, and the process with it.
 * Throws when a time cannot be read.
 */
export function startTimetable(db: Kysely<unknown>, times: Readonly<Record<string, string>>, now: () => Date, note: Note): { stop(): Promise<void> } {
  const items = parseCronItems(Object.entries(times).map(([task, match]) => ({ task, match, identifier: task })));
  let done = Math.floor(now().getTime() / MINUTE_MS);
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;

  async function catchUp(): Promise<void> {
    const current = Math.floor(now().getTime() / MINUTE_MS);
    for (let minute = Math.max(done + 1, current - MOST_MINUTES); minute <= current; minute += 1) {
      const at = new Date(minute * MINUTE_MS);
      const digest = { min: at.getUTCMinutes(), hour: at.getUTCHours(), date: at.getUTCDate(), month: at.getUTCMonth() + 1, dow: at.getUTCDay() };
      for (const item of items) if (item.match(digest)) await addOnce(db, item.task, at);
      done = minute;
    }
  }
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = catchUp().catch((error: unknown) => note.warn('timetable.late', { code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' })).finally(() => { isBusy = false; });
  }, 1000);
  timer.unref();
  return { stop: async () => { clearInterval(timer); await running; } };
}

/** Attempts of a task of the timetable: it comes again at its next time anyway. */
const ATTEMPTS = 3;

export async function addOnce(db: Kysely<unknown>, task: string, at: Date): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql`insert into handled_event (event_id, handler) values (${eventIdOf(task, at)}, 'platform.timetable') on conflict do nothing returning 1`.execute(tx);
    if (rows.length === 0) return false;
    await sql`select graphile_worker.add_job(${task}, payload => '{}'::json, max_attempts => ${ATTEMPTS}::int)`.execute(tx);
    return true;
  });
}

/** The same for every process: a UUID of version 8 (RFC 9562 §5.8) from task and minute. */
function eventIdOf(task: string, at: Date): string {
  const bytes = createHash('sha256').update(`${task} ${at.toISOString()}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
