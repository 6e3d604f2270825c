import { Clinic } from '../../src/features/directory/clinic/clinic.entity';
import { ListingCache } from '../../src/features/directory/listing/listing-cache';
import { Office } from '../../src/features/directory/office/office.entity';

function clinic(rowId: number, name = `Phòng khám ${rowId}`): Clinic {
  return Object.assign(new Clinic(), { rowId, name, code: '01001', phoneNumbers: [{ number: '02439990000' }] });
}

describe('kept listings', () => {
  it('are told apart by kind and by number', () => {
    const cache = new ListingCache();
    const kept = clinic(7);
    cache.set(Clinic, kept);
    expect(cache.get(Clinic, 7)).toBe(kept);
    expect(cache.get(Clinic, 8)).toBeUndefined();
    expect(cache.get(Office, 7)).toBeUndefined();
  });

  it('cannot be changed by one request for another', () => {
    const cache = new ListingCache();
    cache.set(Clinic, clinic(1));
    const kept = cache.get(Clinic, 1) as { name: string };
    expect(() => (kept.name = 'khác')).toThrow(TypeError);
  });

  it('take no more room than they are given, the latest read staying longest', () => {
    const cache = new ListingCache(20_000);
    for (let rowId = 0; rowId < 100; rowId += 1) {
      cache.set(Clinic, clinic(rowId));
      cache.get(Clinic, 0);
    }
    expect(cache.bytes).toBeLessThanOrEqual(20_000);
    expect(cache.get(Clinic, 0)).toBeDefined();
    expect(cache.get(Clinic, 1)).toBeUndefined();
    expect(cache.get(Clinic, 99)).toBeDefined();
  });

  it('are reckoned with all their text', () => {
    const [short, long] = [new ListingCache(), new ListingCache()];
    short.set(Clinic, clinic(1, 'a'));
    long.set(Clinic, clinic(1, 'ă'.repeat(1_001)));
    expect(long.bytes - short.bytes).toBe(2_000);
  });
});
