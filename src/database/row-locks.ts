import type { EntityManager, FindOneOptions } from 'typeorm';

/** Reads rows for change inside a transaction: another one that wants them waits. SQLite has one writer anyway. */
export function lockedRows(manager: EntityManager): Pick<FindOneOptions, 'lock'> {
  return manager.dataSource.options.type === 'postgres' ? { lock: { mode: 'pessimistic_write' } } : {};
}

/**
 * Reads rows for change inside a transaction and leaves out those that another transaction is changing. SQLite has one
 * writer at a time, so there it has nothing to leave out.
 */
export function unlockedRows(manager: EntityManager): Pick<FindOneOptions, 'lock'> {
  if (manager.dataSource.options.type !== 'postgres') return {};
  return { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } };
}
