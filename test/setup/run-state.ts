import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** What the set-up of a run leaves for its end. */
export interface RunState {
  guard?: ChildProcessByStdio<Writable, Readable, null>;
}

const holder = globalThis as { bhxhTestRun?: RunState };

/** Kept on the global object: jest loads the files of set-up and end separately. */
export const runState: RunState = (holder.bhxhTestRun ??= {});
