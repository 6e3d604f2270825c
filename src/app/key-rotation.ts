import { setTimeout as sleep } from 'node:timers/promises';
import { type KeyFile, NOTICE_MS } from '../shared/sealing/key-file';

/** Rows that hold sealed values: seals the next ones after a key again, and tells the last key looked at, or null. */
export interface SealedRows {
  resealAfter(afterKey: number, limit: number): Promise<number | null>;
}

/** The steps of a key, or null where the keys are fixed by the environment: then the first of them is the new one. */
export type TurningKeys = Pick<KeyFile, 'announceNext' | 'promoteNext' | 'retirePrevious'> | null;

const BATCH = 500;
/** Rows before the first. */
const START = -1;

/**
 * Turns to a new key and seals every row again, in small transactions, while gateways go on serving. They all know the
 * new key before one of them uses it, and look values up under old and new until the last row is done. Can be cut off
 * at any moment and run again.
 */
export async function rotateKeys(
  keys: TurningKeys,
  rows: readonly SealedRows[],
  progress: (resealedTo: number) => void,
  noticeMs: number = 2 * NOTICE_MS,
): Promise<void> {
  keys?.announceNext();
  await sleep(noticeMs);
  keys?.promoteNext();
  await sleep(noticeMs);
  // Twice: what a gateway was writing while the key turned may lie behind the first pass.
  for (let pass = 0; pass < 2; pass++) for (const sealed of rows) await resealAll(sealed, progress);
  keys?.retirePrevious();
}

async function resealAll(rows: SealedRows, progress: (resealedTo: number) => void): Promise<void> {
  for (let after: number | null = START; after !== null;) {
    after = await rows.resealAfter(after, BATCH);
    if (after !== null) progress(after);
  }
}
