import { CommanderError } from 'commander';
import { revisionsCommand } from '../../src/commands/revisions';
import type { Database } from '../../src/database/database';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { eachDialect, testDatabase } from '../setup/test-database';
import { contentAt, publish } from './published-state';
import { clinicRow } from './sample-rows';

/** Runs the command as an operator would; gives its lines, or its complaint. */
async function run(database: Database, ...words: string[]): Promise<string[]> {
  const lines: string[] = [];
  const command = revisionsCommand(
    (work) => work(new PublicationService(database, PUBLISHED_TABLES)),
    (line) => lines.push(line),
  );
  for (const part of [command, ...command.commands]) {
    part.exitOverride().configureOutput({ writeErr: (text) => lines.push(text) });
  }
  await command.parseAsync(words, { from: 'user' }).catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error;
    lines.push(`exit ${error.exitCode}`);
  });
  return lines.flatMap((line) => line.trim().split('\n'));
}

eachDialect('the revisions command', (dialect) => {
  it('says that nothing has been published', async () => {
    const { database } = await testDatabase(dialect);
    expect(await run(database, 'list')).toEqual([expect.stringContaining('Nothing has been published yet')]);
  });

  it('lists number, time, origin, counts and changes, the newest first', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { clinics: [clinicRow('01001', 'a'), clinicRow('01002', 'b')] }, 'first.json');
    await publish(database, { clinics: [clinicRow('01001', 'A')] }, 'second.json');
    const lines = await run(database, 'list');
    expect(lines[0]).toMatch(/number +published +origin +counts +changes/);
    expect(lines[1]).toMatch(/^\* +2 +\d{4}-\d\d-\d\d \d\d:\d\d +second\.json +clinics 1 +clinics \+0 ~1 -1$/);
    expect(lines[2]).toMatch(/^ *1 +\S+ \S+ +first\.json +clinics 2 +clinics \+2 ~0 -0$/);
    expect(lines).toHaveLength(3);
  });

  it('rolls back and says to which number', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { clinics: [clinicRow('01001', 'a')] });
    await publish(database, { clinics: [] });
    expect(await run(database, 'rollback', '1')).toEqual([
      expect.stringContaining('Revision 3 shows what revision 1 showed'),
    ]);
    expect(await contentAt(database, 3)).toEqual(await contentAt(database, 1));
    expect(await run(database, 'rollback', '3')).toEqual([expect.stringContaining('nothing was published')]);
  });

  it('refuses a number that is not on record, and what is no number', async () => {
    const { database } = await testDatabase(dialect);
    expect(await run(database, 'rollback', '7')).toEqual([
      expect.stringContaining('Revision 7 is not on record'),
      'exit 1',
    ]);
    for (const word of ['x', '0', '-1', '1.5', '1e3', '99999999999']) {
      expect((await run(database, 'rollback', word)).at(-1)).toBe('exit 1');
    }
  });
});
