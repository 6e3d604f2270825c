import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rotateKeys } from '../../src/app/key-rotation';
import type { Database } from '../../src/database/database';
import { Attempt } from '../../src/features/protection/attempts/attempt.entity';
import { AttemptStore, type TakenTry } from '../../src/features/protection/attempts/attempt.store';
import type { Budget } from '../../src/features/protection/attempts/budgets.rules';
import { fixedKeys, KeyFile, NOTICE_MS } from '../../src/shared/sealing/key-file';
import { newStoredKey } from '../../src/shared/sealing/key-material';
import { KeyRing } from '../../src/shared/sealing/key-ring';
import { KEY_RING } from '../accounts/account-gateway';
import { eachDialect, testDatabase } from '../setup/test-database';

const START = Date.parse('2026-03-02T02:00:00Z');
const FIXED: Budget = { name: 'fixed', attempts: 3, windowMs: 60_000, restarts: false };
const RESTARTING: Budget = { ...FIXED, name: 'restarting', restarts: true };

eachDialect('counted tries', (dialect) => {
  let database: Database;
  let passedMs: number;
  const now = (): Date => new Date(START + passedMs);
  const take = (budget: Budget, keyRing = KEY_RING): Promise<TakenTry> =>
    database.write((manager) => new AttemptStore(keyRing, now).take('someone', budget, manager));

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    passedMs = 0;
  });

  it('are taken as often as the budget says, and the last one is told', async () => {
    const taken = [await take(FIXED), await take(FIXED), await take(FIXED), await take(FIXED)];
    expect(taken.map(({ isTaken }) => isTaken)).toEqual([true, true, true, false]);
    expect(taken.map(({ isLast }) => isLast)).toEqual([false, false, true, false]);
    expect(taken[3]?.retryAfterSeconds).toBe(60);
  });

  it('count from the first try of a stretch, or from the last one where each begins it anew', async () => {
    for (const budget of [FIXED, RESTARTING]) await take(budget);
    passedMs = 40_000;
    for (const budget of [FIXED, RESTARTING]) await take(budget);
    passedMs = 61_000;
    for (const budget of [FIXED, RESTARTING]) await take(budget);
    const left = async (budget: Budget): Promise<boolean[]> => [
      (await take(budget)).isTaken,
      (await take(budget)).isTaken,
      (await take(budget)).isTaken,
    ];
    expect(await left(FIXED)).toEqual([true, true, false]);
    expect(await left(RESTARTING)).toEqual([false, false, false]);
  });

  it('never go beyond the budget, however many are taken at once', async () => {
    const taken = await Promise.all(Array.from({ length: 12 }, () => take(FIXED)));
    expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(3);
    expect(taken.filter(({ isLast }) => isLast)).toHaveLength(1);
    expect(await database.freshReader.find(Attempt)).toMatchObject([{ used: 3 }]);
  });

  it('go on counting when the keys turn, while they turn and after the old one is retired', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bhxh-keys-'));
    try {
      const path = join(folder, 'keys.json');
      const keyRing = new KeyRing(new KeyFile(path).source);
      const seen: boolean[] = [];
      const counting = {
        resealAfter: async (): Promise<null> => {
          seen.push((await take(FIXED, keyRing)).isTaken);
          return null;
        },
      };
      seen.push((await take(FIXED, keyRing)).isTaken);
      const before = keyRing.currentId;
      await rotateKeys(new KeyFile(path), [counting], () => undefined, NOTICE_MS + 50);
      const after = new KeyRing(new KeyFile(path).source);
      expect(after.currentId).not.toBe(before);
      seen.push((await take(FIXED, after)).isTaken);
      expect(seen).toEqual([true, true, true, false]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('go on counting when a new key of the environment is put before the old one', async () => {
    const [older, newer] = ['aaaa', 'bbbb'].map((id) => `${id}:${newStoredKey('current', new Date()).secret}`);
    for (let turn = 0; turn < 3; turn++) await take(FIXED, new KeyRing(fixedKeys(`${older}`)));
    expect((await take(FIXED, new KeyRing(fixedKeys(`${newer},${older}`)))).isTaken).toBe(false);
  });
});
