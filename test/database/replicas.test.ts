import type { Database, DatabaseLocation } from '../../src/database/database';
import { PUBLISHED_TABLES, UNITS } from '../../src/features/directory/kinds/published-kinds';
import { DirectoryState } from '../../src/features/directory/publication/directory-state.entity';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { DatabaseSnapshotBuilder } from '../../src/features/directory/snapshot/snapshot-builder.store';
import { Unit } from '../../src/features/geography/unit/unit.entity';
import { PersonStore } from '../../src/features/people/person.store';
import { AccountGateway, CONFIRM_SIGN_IN, KEY_RING, LAN, NEW_PASSWORD } from '../accounts/account-gateway';
import { publish as publishRows } from '../publication/published-state';
import { provinceRow } from '../publication/sample-rows';
import { eventually } from '../setup/eventually';
import { openDatabase, testDatabase, testDialects, testLocation } from '../setup/test-database';

const ofPostgres = testDialects().includes('postgres') ? describe : describe.skip;

/** A primary with a stand-in for a replica that stays behind: a database of its own, as far as the test brings it. */
async function withReplica(replicaUrl?: string): Promise<{ database: Database; replica: Database }> {
  const replica = await testDatabase('postgres');
  const location = await testLocation('postgres');
  if (location.dialect !== 'postgres' || replica.location.dialect !== 'postgres') throw new Error('no PostgreSQL');
  const behind: DatabaseLocation = { ...location, replicaUrls: [replicaUrl ?? replica.location.primaryUrl] };
  return { database: await openDatabase(behind), replica: replica.database };
}

const publish = (database: Database, name: string): Promise<unknown> =>
  publishRows(database, { units: [provinceRow('01', name)] });

const unitNames = async (database: Database, revision: number): Promise<string[]> => {
  const request = { revision, geography: true, kinds: [], today: 20260101 };
  const { geography } = await new DatabaseSnapshotBuilder(database, []).build(request);
  return geography?.units.map(({ name }) => name) ?? [];
};

ofPostgres('a replica that is behind', () => {
  it('never decides whether something was published', async () => {
    const { database } = await withReplica();
    await publish(database, 'from the primary');
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    expect(await publication.currentNumber()).toBe(1);
    expect((await publication.revisions()).map(({ number }) => number)).toEqual([1]);
    expect((await publication.live(UNITS, ['name'])).map(({ name }) => name)).toEqual(['from the primary']);
    await database.close();
  });

  it('never gives the telephone that a code goes to', async () => {
    const { database, replica } = await withReplica();
    await new PersonStore(replica, KEY_RING).replace([{ ...LAN, phone: '0900000001' }]);
    const gateway = new AccountGateway(database);
    await gateway.register();
    await gateway.settled('phone');
    const { otpId } = await gateway.signIn(NEW_PASSWORD, 'tablet');
    await gateway.deliver();
    expect(gateway.carrier.taken.map(({ to }) => to)).not.toContain('0900000001');
    const code = gateway.carrier.lastCode();
    expect(await gateway.ask(CONFIRM_SIGN_IN, { otpId, code })).toMatchObject({ __typename: 'SignedIn' });
    await database.close();
  });

  it('gives no rows of a revision that it does not show yet, and is asked once it shows it', async () => {
    const { database, replica } = await withReplica();
    await publish(replica, 'old');
    await publish(database, 'first');
    await publish(database, 'second');
    for (let turn = 0; turn < 5; turn++) expect(await unitNames(database, 2)).toEqual(['second']);
    // From now on it shows the revision; its row is named otherwise, so that one sees who answered.
    await replica.write(async (manager) => {
      await manager.update(Unit, { name: 'old' }, { name: 'from the replica' });
      await manager.update(DirectoryState, { id: 1 }, { currentRevision: 2 });
    });
    await eventually(async () => expect(await unitNames(database, 2)).toEqual(['from the replica']));
    await database.close();
  });
});

ofPostgres('a replica that is away', () => {
  it('keeps nobody from starting, reading or closing', async () => {
    const { database } = await withReplica('postgres://nobody@127.0.0.1:1/nothing');
    await publish(database, 'from the primary');
    for (let turn = 0; turn < 3; turn++) expect(await unitNames(database, 1)).toEqual(['from the primary']);
    await database.close();
  });

  it('leaves a read that it broke off to the primary', async () => {
    const { database, replica } = await withReplica();
    await publish(replica, 'from the replica');
    await publish(database, 'from the primary');
    await eventually(async () => expect(await unitNames(database, 1)).toEqual(['from the replica']));
    await replica.write((manager) => manager.query('ALTER TABLE "unit" RENAME TO "unit_away"'));
    expect(await unitNames(database, 1)).toEqual(['from the primary']);
    await database.close();
  });
});
