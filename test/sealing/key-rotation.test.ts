import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rotateKeys } from '../../src/app/key-rotation';
import { PersonIdentifier } from '../../src/features/people/person-identifier.entity';
import { Person } from '../../src/features/people/person.entity';
import { PersonStore } from '../../src/features/people/person.store';
import { KeyFile, NOTICE_MS } from '../../src/shared/sealing/key-file';
import { KeyRing } from '../../src/shared/sealing/key-ring';
import { LAN } from '../accounts/account-gateway';
import { eachDialect, testDatabase } from '../setup/test-database';

const PERSONS = 1_200;
const codeOf = (index: number): string => String(1_000_000_000 + index);

eachDialect('turning the keys', (dialect) => {
  it('seals every row again while persons are found, read and written all along', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bhxh-keys-'));
    try {
      const { database } = await testDatabase(dialect);
      const path = join(folder, 'keys.json');
      const serving = new PersonStore(database, new KeyRing(new KeyFile(path).source));
      const operators = new KeyRing(new KeyFile(path).source);
      const persons = Array.from({ length: PERSONS }, (_, index) => ({
        ...LAN,
        personId: index + 1,
        bhxhCode: codeOf(index),
        personalIdNumber: null,
      }));
      await serving.replace(persons);
      const oldId = operators.currentId;

      let isOver = false;
      let found = 0;
      const reading = (async () => {
        for (let turn = 0; !isOver; turn = (turn + 37) % PERSONS) {
          const person = await serving.byCode(codeOf(turn));
          expect(person).toMatchObject({ personId: turn + 1, phone: LAN.phone });
          if (turn % 5 === 0 && person) await serving.replace([{ ...person, address: 'mới' }]);
          found++;
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      })();
      await rotateKeys(new KeyFile(path), [new PersonStore(database, operators)], () => undefined, NOTICE_MS + 100);
      isOver = true;
      await reading;

      expect(found).toBeGreaterThan(50);
      const rows = await database.freshReader.find(Person);
      const indexes = await database.freshReader.find(PersonIdentifier);
      expect(rows).toHaveLength(PERSONS);
      expect(
        rows.filter(({ bhxhCodeSealed, phoneSealed }) => `${bhxhCodeSealed} ${phoneSealed}`.includes(oldId)),
      ).toEqual([]);
      expect(indexes.filter(({ blindIndex }) => blindIndex.startsWith(oldId))).toEqual([]);
      expect(await serving.byCode(codeOf(7))).toMatchObject({ personId: 8 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
