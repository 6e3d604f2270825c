import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync, linkSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomBytes } from 'node:crypto';
import { keepToOwner } from '../owner-only';
import { type KeyMaterial, keyMaterial, type KeyRole, newStoredKey, type StoredKey } from './key-material';
import type { KeySource } from './key-ring';

/** How soon a running service notices that the file changed. A rotation waits longer than this between its steps. */
export const NOTICE_MS = 1_000;
const ROLES: readonly string[] = ['current', 'next', 'previous', 'retired'] satisfies KeyRole[];

/** The keys of the service in a file that only its owner can read; made with a random key when it is missing. */
export class KeyFile {
  private seen = { version: '', checkedAt: -Infinity, keys: [] as readonly KeyMaterial[] };

  constructor(
    private readonly path: string,
    private readonly now: () => number = Date.now,
  ) {
    createIfMissing(path);
    keepToOwner(path);
  }

  /** The keys as they are in the file now; looks at most once a second whether it changed. */
  readonly source: KeySource = () => {
    const at = this.now();
    if (at - this.seen.checkedAt < NOTICE_MS && at >= this.seen.checkedAt) return this.seen.keys;
    // Two changes can fall into one millisecond; the file is a new one each time.
    const { mtimeNs, ino } = statSync(this.path, { bigint: true });
    const version = `${mtimeNs}.${ino}`;
    const keys = version === this.seen.version ? this.seen.keys : readKeys(this.path).map(keyMaterial);
    this.seen = { version, checkedAt: at, keys };
    return keys;
  };

  /** Adds a key that opens and looks up but does not seal yet, so that every process knows it before it is used. */
  announceNext(): void {
    const keys = readKeys(this.path);
    if (!keys.some(({ role }) => role === 'next')) this.replace([...keys, newStoredKey('next', new Date(this.now()))]);
  }

  /** From now on the announced key seals; the one before still opens and looks up. */
  promoteNext(): void {
    const turn: Readonly<Record<KeyRole, KeyRole>> = {
      next: 'current',
      current: 'previous',
      previous: 'previous',
      retired: 'retired',
    };
    const keys = readKeys(this.path);
    if (keys.some(({ role }) => role === 'next')) this.replace(keys.map((key) => ({ ...key, role: turn[key.role] })));
  }

  /** Nothing is sealed with the keys before any more: they are left for old backups, and look-ups forget them. */
  retirePrevious(): void {
    const keys = readKeys(this.path);
    this.replace(keys.map((key) => (key.role === 'previous' ? { ...key, role: 'retired' as const } : key)));
  }

  private replace(keys: readonly StoredKey[]): void {
    const draft = writeDraft(this.path, keys);
    renameSync(draft, this.path);
    this.seen = { version: '', checkedAt: -Infinity, keys: [] };
  }
}

/** Fixed keys from the environment, newest first: `id:secret,id:secret`. The first seals, all of them open. */
export function fixedKeys(text: string): KeySource {
  const newestFirst = text.split(',').map((part, index) => {
    const [id = '', secret = ''] = part.trim().split(':');
    return keyMaterial({ id, secret, role: index === 0 ? 'current' : 'previous' });
  });
  const keys = newestFirst.reverse();
  return () => keys;
}

/** Links the file into place, which fails when another process that starts at the same time was first. */
function createIfMissing(path: string): void {
  try {
    statSync(path);
    return;
  } catch {
    mkdirSync(dirname(path), { recursive: true });
  }
  const draft = writeDraft(path, [newStoredKey('current', new Date())]);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function writeDraft(path: string, keys: readonly StoredKey[]): string {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return draft;
}

function readKeys(path: string): StoredKey[] {
  const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys?: StoredKey[] };
  if (!Array.isArray(keys) || !keys.every(({ role }) => ROLES.includes(role))) {
    throw new Error(`${path} is not a file of keys.`);
  }
  return keys;
}
