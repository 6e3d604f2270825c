import { checkedFirst, connection, cursorAt, listDigest, pagePlace, revisionOf } from '../../src/shared/relay/page';
import { fromGlobalId, toGlobalId } from '../../src/shared/global-id';
import { newTrackingCode, readTrackingCode } from '../../src/shared/tracking-code';

const digest = listDigest('CLINIC', { unitCode: '01' });
const now = { revision: 15, day: 20260202 };

describe('cursors', () => {
  test('lead back to the revision, the day and the entry after', () =>
    expect(pagePlace(cursorAt({ revision: 12, day: 20260201 }, 99, digest), digest, now)).toEqual({
      revision: 12,
      day: 20260201,
      offset: 100,
    }));
  test('begin in the current state when there is none', () =>
    expect(pagePlace(null, digest, now)).toEqual({ ...now, offset: 0 }));
  test('are refused in a list with other arguments', () =>
    expect(() => pagePlace(cursorAt(now, 1, digest), listDigest('CLINIC', { unitCode: '02' }), now)).toThrow(
      /other arguments/,
    ));
  test.each([
    '',
    'x',
    '🙂',
    'MTIz',
    "'; DROP TABLE clinic; --",
    'a'.repeat(10_000),
    cursorAt({ ...now, revision: -1 }, 1, digest),
    cursorAt(now, NaN, digest),
    cursorAt({ ...now, day: -1 }, 1, digest),
  ])('are refused when they were not made here: %.20s', (text) =>
    expect(() => revisionOf(text)).toThrow(/not a cursor/),
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
      hasPreviousPage: true,
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
