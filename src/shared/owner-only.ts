import { chmodSync, statSync } from 'node:fs';

const OTHERS = 0o077;

/**
 * Keeps a file that is there to its owner, whoever could read it before; one that is not there is passed over. Where
 * that cannot be done the operator is warned, once for each file, and the service goes on.
 */
export function keepToOwner(path: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || (mode & OTHERS) === 0) return;
  try {
    chmodSync(path, mode & 0o700);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    process.emitWarning(
      `Others can read ${path}, which holds personal data, and its mode cannot be changed (${code}).`,
      {
        code: 'OPEN_FILE_MODE',
      },
    );
  }
}
