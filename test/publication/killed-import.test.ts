import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, DatabaseLocation } from '../../src/database/database';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { eachDialect, testDatabase } from '../setup/test-database';
import { startTestProcess, type TestProcess } from '../setup/test-process';
import { contentAt, everything, publish } from './published-state';
import { clinicRow, employerRow } from './sample-rows';

const STAGING_PROCESS = join(__dirname, 'staging.process.ts');
const ROWS = 6_000;
const KILLS = 8;

const startImport = (location: DatabaseLocation, version: string): TestProcess =>
  startTestProcess(STAGING_PROCESS, [JSON.stringify(location), String(ROWS), version]);

/** The version that readers see; fails when they see a mixture or not all rows. */
async function wholeVersion(database: Database): Promise<string> {
  const number = await new PublicationService(database, PUBLISHED_TABLES).currentNumber();
  const shown = Object.entries(await contentAt(database, number)).filter(([name]) => name.startsWith('employers '));
  const versions = new Set(shown.map(([, row]) => /lần (\S+)$/.exec((row as { name: string }).name)?.[1]));
  expect(shown).toHaveLength(ROWS);
  expect([...versions]).toHaveLength(1);
  return [...versions][0] ?? '';
}

eachDialect('an import that is killed', (dialect) => {
  it('at any moment leaves the old revision whole, or the new one', async () => {
    const { database, location } = await testDatabase(dialect);
    const employers = Array.from({ length: ROWS }, (_, index) => employerRow(index, 'v0'));
    await publish(database, { clinics: [clinicRow('01001', 'Hữu Nghị')], employers });
    let expected = 'v0';
    let killedInTheMiddle = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      const version = `v${kill}`;
      const running = startImport(location, version);
      // Every other kill surely falls into the staging; the others fall anywhere, also into the flip and after it.
      await running.line((line) => line === (kill % 2 === 0 ? 'staged 2000' : 'begun'));
      if (kill % 2 === 1) await sleep(Math.random() * 600);
      running.child.kill('SIGKILL');
      const finished = (await running.ended) === 0;
      const now = await wholeVersion(database);
      if (finished) expect(now).toBe(version);
      else expect([expected, version]).toContain(now);
      if (now === expected) killedInTheMiddle++;
      expected = now;
    }
    expect(killedInTheMiddle).toBeGreaterThan(0);
    const last = startImport(location, 'last');
    expect(await last.ended).toBe(0);
    expect(await wholeVersion(database)).toBe('last');
  });

  it('is gone without trace when the next import has cleaned up', async () => {
    const { database, location } = await testDatabase(dialect);
    await publish(database, { employers: Array.from({ length: ROWS }, (_, index) => employerRow(index, 'v0')) });
    const before = await everything(database);
    const running = startImport(location, 'v1');
    await running.line((line) => line === 'staged 4000');
    running.child.kill('SIGKILL');
    await running.ended;
    expect(await everything(database)).not.toEqual(before);
    await (await new PublicationService(database, PUBLISHED_TABLES).begin({ origin: 'next', dryRun: false })).abandon();
    expect(await everything(database)).toEqual(before);
  });
});
