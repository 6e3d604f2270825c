import { DomainError } from '../shared/errors';

const RETRY_AFTER_SECONDS = 2;

/** The database has no room for one more write at this moment: nothing was changed, and the same can be asked again. */
export class DatabaseBusyError extends DomainError {
  constructor(cause?: unknown) {
    super(
      'BUSY',
      {
        en: 'The service has too much to write at this moment; nothing was changed, try again shortly.',
        vi: 'Hệ thống đang có quá nhiều dữ liệu cần ghi; chưa có gì thay đổi, hãy thử lại sau ít giây.',
      },
      { retryAfterSeconds: RETRY_AFTER_SECONDS },
    );
    this.name = 'DatabaseBusyError';
    this.cause = cause;
  }
}

/** The database stayed locked by another process for longer than a writer waits. */
export class DatabaseLockedError extends DatabaseBusyError {
  constructor(waitedMs: number) {
    super();
    this.name = 'DatabaseLockedError';
    this.message = `The database was locked by another process for more than ${waitedMs} ms; try again shortly.`;
  }
}

/** Codes by which PostgreSQL says that two transactions were in each other's way: the same work, begun anew, can succeed. */
const IN_THE_WAY = new Set(['40P01', '40001']);
/** Codes of a lock, a statement or a connection that was waited for too long. */
const TOO_LONG = new Set(['55P03', '57014', '25P03', '53300']);

/** Whether a fault means that another process holds SQLite's write lock at this moment. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** Whether PostgreSQL took a transaction back because of another one: it can be tried again. */
export function isInTheWay(error: unknown): boolean {
  return IN_THE_WAY.has(codeOf(error));
}

/** A fault of a write on PostgreSQL as its caller should see it: what is of the moment becomes DatabaseBusyError. */
export function writeFault(error: unknown): unknown {
  return isInTheWay(error) || TOO_LONG.has(codeOf(error)) ? new DatabaseBusyError(error) : error;
}

/** Whether a row was refused because another one has what only one may have. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === '23505' || codeOf(error).startsWith('SQLITE_CONSTRAINT_UNIQUE');
}

function codeOf(error: unknown): string {
  const fault = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = fault?.driverError?.code ?? fault?.code;
  return typeof code === 'string' ? code : '';
}
