import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/database/database';
import { DirectoryState } from '../../src/features/directory/publication/directory-state.entity';
import { DirectoryStateStore, IMPORT_LEASE_MS } from '../../src/features/directory/publication/directory-state.store';
import { ImportLease } from '../../src/features/directory/publication/import-lease';
import { ImportLeaseLostError, ImportRunningError } from '../../src/features/directory/publication/publication.errors';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { eachDialect, openDatabase, testDatabase } from '../setup/test-database';
import { contentAt, everything, publish } from './published-state';
import { clinicRow } from './sample-rows';

const begin = (database: Database): ReturnType<PublicationService['begin']> =>
  new PublicationService(database, PUBLISHED_TABLES).begin({ origin: 'test', dryRun: false });

/** Makes the running import look as if its last sign of life were long ago. */
async function fallSilent(database: Database): Promise<void> {
  const importHeartbeat = new Date(Date.now() - IMPORT_LEASE_MS - 1_000).toISOString();
  await database.write((manager) => manager.update(DirectoryState, 1, { importHeartbeat }));
}

eachDialect('two imports at once', (dialect) => {
  it('are refused: the second hears who is at work', async () => {
    const { database, location } = await testDatabase(dialect);
    const first = await begin(database);
    const elsewhere = await openDatabase(location);
    const refusal = await begin(elsewhere).catch((error: unknown) => error);
    await elsewhere.close();
    expect(refusal).toBeInstanceOf(ImportRunningError);
    expect((refusal as ImportRunningError).owner).toContain(`${hostname()}:${process.pid}:`);
    await first.abandon();
    await (await begin(database)).abandon();
  });

  it('are refused also when they begin at the same moment', async () => {
    const { database } = await testDatabase(dialect);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => begin(database)));
    const begun = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(begun).toHaveLength(1);
    await begun[0]?.abandon();
  });
});

eachDialect('an import that died', (dialect) => {
  const stageSome = async (database: Database): Promise<void> => {
    const dead = await begin(database);
    await dead.stage('clinics', [clinicRow('01001', 'Never published'), clinicRow('01007', 'Never published')]);
    await dead.complete('clinics');
  };

  it('is cleaned up by the next one after its lease', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { clinics: [clinicRow('01001', 'Hữu Nghị'), clinicRow('01002', 'Bạch Mai')] });
    const before = await everything(database);
    await stageSome(database);
    await expect(begin(database)).rejects.toThrow(ImportRunningError);
    await fallSilent(database);
    const next = await begin(database);
    await next.abandon();
    expect(await everything(database)).toEqual(before);
  });

  it('is cleaned up at once when its process was on this machine and is gone', async () => {
    const { database } = await testDatabase(dialect);
    await stageSome(database);
    const { pid } = spawnSync(process.execPath, ['--version']);
    await database.write((manager) => manager.update(DirectoryState, 1, { importOwner: `${hostname()}:${pid}:0` }));
    expect(await publish(database, { clinics: [clinicRow('01002', 'Bạch Mai')] })).toBe(1);
    expect(Object.keys(await contentAt(database, 1))).toEqual(['clinics 01002']);
  });

  it('is waited for when its process was on another machine', async () => {
    const { database } = await testDatabase(dialect);
    const { pid } = spawnSync(process.execPath, ['--version']);
    const importHeartbeat = new Date().toISOString();
    await database.write((manager) =>
      manager.update(DirectoryState, 1, { importOwner: `elsewhere:${pid}:0`, importHeartbeat }),
    );
    await expect(begin(database)).rejects.toThrow('elsewhere');
  });
});

eachDialect('an import that stood still until another one began', (dialect) => {
  it('can write, publish and clean up nothing any more', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { clinics: [clinicRow('01001', 'Hữu Nghị')] });
    const stalled = await begin(database);
    await stalled.stage('clinics', [clinicRow('01001', 'Stalled')]);
    await fallSilent(database);
    const next = await begin(database);
    await next.stage('clinics', [clinicRow('01001', 'Next'), clinicRow('01002', 'Next')]);

    await expect(stalled.stage('clinics', [clinicRow('01003', 'Stalled')])).rejects.toThrow(ImportLeaseLostError);
    await expect(stalled.sourceId({ name: 'Stalled' })).rejects.toThrow(ImportLeaseLostError);
    await stalled.complete('clinics');
    await expect(stalled.publish()).rejects.toThrow(ImportLeaseLostError);
    await stalled.abandon();

    await next.complete('clinics');
    expect(await next.publish()).toEqual({ number: 2 });
    expect(await contentAt(database, 2)).toMatchObject({
      'clinics 01001': { name: 'Next' },
      'clinics 01002': { name: 'Next' },
    });
  });

  it('harms a revision that is published meanwhile no more', async () => {
    const { database } = await testDatabase(dialect);
    const stalled = await begin(database);
    await stalled.stage('clinics', [clinicRow('01001', 'Stalled')]);
    await fallSilent(database);
    await publish(database, { clinics: [clinicRow('01001', 'Next')] });
    const published = await everything(database);
    await stalled.abandon();
    expect(await everything(database)).toEqual(published);
  });

  it('ends the batch it is writing before the other one begins', async () => {
    const { database, location } = await testDatabase(dialect);
    const elsewhere = await openDatabase(location);
    const lease = await ImportLease.take(new DirectoryStateStore(database));
    const steps: string[] = [];
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const batch = lease.write(async (manager) => {
      await manager.update(DirectoryState, { id: 2 }, { importOwner: 'nobody' });
      steps.push('batch begins');
      begin();
      // Time in which the other one could begin too early.
      await sleep(300);
      steps.push('batch ends');
    });
    await begun;
    const store = new DirectoryStateStore(elsewhere);
    const takeover = store.acquire('elsewhere:1:0', new Date(Date.now() + IMPORT_LEASE_MS + 1_000), () => false);
    await Promise.all([batch, takeover.then(() => steps.push('other begins'))]);
    await elsewhere.close();
    await lease.release();
    expect(steps).toEqual(['batch begins', 'batch ends', 'other begins']);
  });
});
