import { randomBytes } from 'node:crypto';
import { type Composition, compose, type Parts } from '../../src/app/composition';
import type { Database } from '../../src/database/database';
import { fixedKeys } from '../../src/shared/sealing/key-file';
import { KeyRing } from '../../src/shared/sealing/key-ring';

const NOBODY = { send: (): Promise<void> => Promise.resolve(), close: (): void => undefined };
const RING = new KeyRing(fixedKeys(`test:${randomBytes(32).toString('base64url')}`));

/** The whole service over a database, as the app puts it together: without waiting, and without messages unless given. */
export function testComposition(database: Database, parts: Partial<Parts> = {}): Composition {
  return compose({
    database,
    keyRing: RING,
    carriers: { SMS: NOBODY, EMAIL: NOBODY },
    integrators: [],
    logger: { warn: () => undefined, error: () => undefined },
    print: () => Promise.reject(new Error('Nothing is printed here.')),
    answerMs: 0,
    challengeNumbers: 50,
    ...parts,
  });
}
