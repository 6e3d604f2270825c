import { Cron } from 'croner';

const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** The first instant after `from` that a cron pattern names, in the agency's time. Throws on a pattern that names none. */
export function nextDue(schedule: string, from: Date): Date {
  const next = new Cron(schedule, { timezone: TIME_ZONE }).nextRun(from);
  if (!next) throw new Error(`The schedule "${schedule}" names no time to come.`);
  return next;
}

/** When a job that failed so often in a row is tried again: later each time, but never later than it is due anyway. */
export function dueAfterFailure(schedule: string, from: Date, failures: number): Date {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
  return new Date(Math.min(from.getTime() + pause, nextDue(schedule, from).getTime()));
}
