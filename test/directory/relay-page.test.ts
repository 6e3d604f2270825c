import { checkedFirst, connection, ListCursors } from '../../src/shared/relay/page';
import { fixedKeys } from '../../src/shared/sealing/key-file';
import { KeyedCursorSigner } from '../../src/shared/sealing/cursor-signer';
import { KeyRing } from '../../src/shared/sealing/key-ring';
import { fromGlobalId, toGlobalId } from '../../src/shared/global-id';
import { newTrackingCode, readTrackingCode } from '../../src/shared/tracking-code';
import { rotatedKeyRing, testKeyRing } from '../people/synthetic-keys';

const LIST = ['CLINIC', { unitCode: '01' }];
const now = { revision: 15, day: 20260202 };

describe('cursors', () => {
  const signer = new KeyedCursorSigner(testKeyRing());
  const cursors = new ListCursors(signer, ...LIST);
  const began = { revision: 12, day: 20260201 };

  test('lead back to the revision, the day and the entry after', () =>
    expect(cursors.place(cursors.at(began, 99), now)).toEqual({ ...began, offset: 100 }));
  test('begin in the current state when there is none', () =>
    expect(cursors.place(null, now)).toEqual({ ...now, offset: 0 }));
  test('are refused in a list with other arguments', () => {
    const other = new ListCursors(signer, 'CLINIC', { unitCode: '02' });
    expect(() => other.place(cursors.at(now, 1), now)).toThrow(/other arguments/);
  });
  test('are known to other processes with the same keys, also after these were changed', () => {
    for (const ring of [testKeyRing(), rotatedKeyRing()]) {
      const other = new ListCursors(new KeyedCursorSigner(ring), ...LIST);
      expect(other.place(cursors.at(began, 99), now)).toEqual({ ...began, offset: 100 });
    }
  });
  test('are refused when someone else made them, whatever they know of the list', () => {
    const forger = new KeyedCursorSigner(new KeyRing(fixedKeys(`first:${Buffer.alloc(32, 7).toString('base64url')}`)));
    const forged = new ListCursors(forger, ...LIST).at(now, 3_000_000);
    expect(() => cursors.place(forged, now)).toThrow(/not a cursor/);
  });
  test.each([
    ['entry', 2, '1000'],
    ['revision', 0, '1'],
    ['day', 1, '1'],
    ['signature', 5, 'A'.repeat(24)],
    ['name of the key', 4, 'second'],
  ])('are refused when their %s was changed', (_, part, changed) => {
    const parts = Buffer.from(cursors.at(now, 1), 'base64url').toString().split('.');
    parts[part] = changed;
    expect(() => cursors.place(Buffer.from(parts.join('.')).toString('base64url'), now)).toThrow(/not a cursor/);
  });
  test.each(['', 'x', '🙂', 'MTIz', "'; DROP TABLE clinic; --", 'a'.repeat(10_000)])(
    'are refused when they were not made here: %.20s',
    (text) => expect(() => cursors.place(text, now)).toThrow(/not a cursor/),
  );
  test.each([
    { ...now, revision: -1 },
    { ...now, day: -1 },
    { ...now, day: NaN },
  ])('are refused for no state: %j', (state) =>
    expect(() => cursors.place(cursors.at(state, 1), now)).toThrow(/not a cursor/),
  );
});

describe('pages', () => {
  test.each([0, -1, 101, 1_000_000])('refuse a size of %d and name the bounds', (first) =>
    expect(() => checkedFirst(first)).toThrow(/between 1 and 100/),
  );
  test('say whether entries follow', () => {
    const edges = [
      { cursor: 'a', node: 1 },
      { cursor: 'b', node: 2 },
    ];
    expect(connection(edges, { offset: 2 }, 5).pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: 'a',
      endCursor: 'b',
    });
    expect(connection(edges, { offset: 3 }, 5).pageInfo.hasNextPage).toBe(false);
    expect(connection([], { offset: 0 }, 0).pageInfo.endCursor).toBeNull();
  });
});

describe('global identifiers', () => {
  test('lead back to type and key', () =>
    expect(fromGlobalId(toGlobalId('Unit', 'COMMUNE:00004:2025-07-01'))).toEqual({
      type: 'Unit',
      key: 'COMMUNE:00004:2025-07-01',
    }));
  test.each(['', 'Clinic:01001', Buffer.from(':1').toString('base64url'), `${toGlobalId('Clinic', '01001')}=`])(
    'are nothing when they were not made here: %s',
    (id) => expect(fromGlobalId(id)).toBeNull(),
  );
});

describe('tracking codes', () => {
  test('are read back however a person types them', () => {
    const code = newTrackingCode();
    expect(readTrackingCode(code)).toBe(code);
    expect(readTrackingCode(` ${code.toLowerCase().replaceAll('-', '')} `)).toBe(code);
  });
  test('take O for 0 and I or L for 1', () => expect(readTrackingCode('OIL0-1234-5678')).toBe('0110-1234-5678'));
  test.each(['', '123', '7K2M-9QXD-30TU', '7K2M-9QXD-30TB-0'])('are refused when they cannot be one: %s', (typed) =>
    expect(readTrackingCode(typed)).toBeNull(),
  );
});
