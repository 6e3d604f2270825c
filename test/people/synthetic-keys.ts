import { keyMaterial } from '../../src/shared/sealing/key-material';
import { KeyRing } from '../../src/shared/sealing/key-ring';

const FIRST = keyMaterial({ id: 'first', role: 'current', secret: Buffer.alloc(32, 1).toString('base64url') });

/** A ring with one fixed key. */
export function testKeyRing(): KeyRing {
  return new KeyRing(() => [FIRST]);
}

/** A ring that seals with a second key and still knows the first. */
export function rotatedKeyRing(): KeyRing {
  const second = keyMaterial({ id: 'second', role: 'current', secret: Buffer.alloc(32, 2).toString('base64url') });
  return new KeyRing(() => [second, { ...FIRST, role: 'previous' }]);
}
