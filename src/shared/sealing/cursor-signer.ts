import { timingSafeEqual } from 'node:crypto';
import type { CursorSigner } from '../relay/page';
import type { KeyRing } from './key-ring';

const PURPOSE = 'cursor';

/** Signs cursors with the keys of the service: one made by any gateway, or before a change of keys, is known to all. */
export class KeyedCursorSigner implements CursorSigner {
  constructor(private readonly keyRing: KeyRing) {}

  sign(text: string): string {
    return this.keyRing.blindIndex(text, PURPOSE);
  }

  isSigned(text: string, signature: string): boolean {
    const expected = Buffer.from(this.keyRing.blindIndexLike(signature, text, PURPOSE) ?? '');
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}
