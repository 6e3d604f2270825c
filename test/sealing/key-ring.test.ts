import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedKeys, KeyFile, NOTICE_MS } from '../../src/shared/sealing/key-file';
import { newStoredKey } from '../../src/shared/sealing/key-material';
import { KeyRing, UnsealableError } from '../../src/shared/sealing/key-ring';

const secret = (): string => newStoredKey('current', new Date()).secret;

describe('sealed values', () => {
  const ring = new KeyRing(fixedKeys(`aaaa:${secret()}`));

  it('open for their purpose', () => {
    const sealed = ring.seal('0912 345 678 – Đỗ', 'person.phone');
    expect(ring.open(sealed, 'person.phone')).toBe('0912 345 678 – Đỗ');
    expect(sealed).not.toContain('0912');
  });

  it('differ although the value is the same', () => {
    expect(ring.seal('0123456789', 'person.bhxhCode')).not.toBe(ring.seal('0123456789', 'person.bhxhCode'));
  });

  it.each([
    ['another purpose', (text: string) => ring.open(text, 'person.email')],
    ['a changed byte', (text: string) => ring.open(`${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`, 'p')],
    ['a cut text', (text: string) => ring.open(text.slice(0, 20), 'p')],
    ['other keys', (text: string) => new KeyRing(fixedKeys(`aaaa:${secret()}`)).open(text, 'p')],
    ['no key of that name', (text: string) => new KeyRing(fixedKeys(`bbbb:${secret()}`)).open(text, 'p')],
  ])('do not open with %s', (_why, open) => {
    const sealed = ring.seal('0123456789', 'p');
    expect(() => open(sealed)).toThrow(UnsealableError);
  });
});

describe('blind indexes', () => {
  it('are the same for the same value, and unrelated under another purpose or key', () => {
    const ring = new KeyRing(fixedKeys(`aaaa:${secret()}`));
    const other = new KeyRing(fixedKeys(`aaaa:${secret()}`));
    const index = ring.blindIndex('0123456789', 'person.bhxhCode');
    expect(ring.blindIndex('0123456789', 'person.bhxhCode')).toBe(index);
    expect(ring.blindIndex('0123456789', 'person.phone')).not.toBe(index);
    expect(other.blindIndex('0123456789', 'person.bhxhCode')).not.toBe(index);
    expect(index.length).toBeLessThanOrEqual(40);
  });

  it('are given for every key that is in use', () => {
    const [older, newer] = [secret(), secret()];
    const before = new KeyRing(fixedKeys(`aaaa:${older}`));
    const during = new KeyRing(fixedKeys(`bbbb:${newer},aaaa:${older}`));
    expect(during.blindIndexes('x', 'p')).toEqual([during.blindIndex('x', 'p'), before.blindIndex('x', 'p')]);
    expect(during.open(before.seal('x', 'p'), 'p')).toBe('x');
  });
});

describe('a file of keys', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'bhxh-keys-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner only', () => {
    const path = join(folder, 'deep', 'keys.json');
    const sealed = new KeyRing(new KeyFile(path).source).seal('x', 'p');
    expect(new KeyRing(new KeyFile(path).source).open(sealed, 'p')).toBe('x');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('turns to a new key step by step while a running process follows', () => {
    const path = join(folder, 'keys.json');
    let time = Date.now();
    const operator = new KeyFile(path);
    const running = new KeyRing(new KeyFile(path, () => time).source);
    const old = running.seal('x', 'p');
    const oldIndex = running.blindIndex('x', 'p');

    operator.announceNext();
    time += NOTICE_MS;
    expect(running.blindIndexes('x', 'p')).toHaveLength(2);
    expect(running.isCurrent(old)).toBe(true);

    operator.promoteNext();
    time += NOTICE_MS;
    expect(running.isCurrent(old)).toBe(false);
    expect(running.open(old, 'p')).toBe('x');
    expect(running.blindIndexes('x', 'p')).toContain(oldIndex);

    operator.retirePrevious();
    time += NOTICE_MS;
    expect(running.blindIndexes('x', 'p')).toHaveLength(1);
    expect(running.open(old, 'p')).toBe('x');
  });
});
