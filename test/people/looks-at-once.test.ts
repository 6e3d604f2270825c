import { AccessEntry } from '../../src/features/people/access-entry.entity';
import { type Access, AccessLedger } from '../../src/features/people/access-ledger.store';
import { AccessActor, AccessPurpose } from '../../src/features/people/access.types';
import { KeyedCursorSigner } from '../../src/shared/sealing/cursor-signer';
import { eachDialect, openDatabase, testDatabase } from '../setup/test-database';
import { PersonalGateway } from './personal-gateway';
import { samplePerson } from './sample-people';
import { testKeyRing } from './synthetic-keys';

const LOOK: Access = {
  personId: 2,
  actor: AccessActor.GUARDIAN,
  purpose: AccessPurpose.GUARDIAN,
  fields: ['bhxhCode', 'healthCard'],
};

eachDialect('looks of a guardian at the same moment, through two gateways', (dialect) => {
  it('are noted once', async () => {
    const { database, location } = await testDatabase(dialect);
    const other = await openDatabase(location);
    const gateway = new PersonalGateway(database);
    await gateway.data.take('people', [samplePerson(1), samplePerson(2, { guardianId: 1 })]);
    for (let hour = 0; hour < 10; hour++) {
      const now = (): Date => new Date(Date.parse('2026-03-02T02:00:00Z') + hour * 3_600_001);
      await Promise.all(
        [database, other].map((own) => {
          const ledger = new AccessLedger(own, new KeyedCursorSigner(testKeyRing()), now);
          return own.write((manager) => ledger.noteHourly([LOOK], manager));
        }),
      );
    }
    expect(await database.read(AccessEntry).count()).toBe(10);
    await other.close();
  });
});
