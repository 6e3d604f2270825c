import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Employer } from '../../src/features/directory/employer/employer.entity';
import { Source } from '../../src/features/directory/listing/source.entity';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { eachDialect, testDatabase } from '../setup/test-database';
import { startTestProcess } from '../setup/test-process';
import { publish } from './published-state';
import { employerRow } from './sample-rows';

/** `WAITING_ROWS=1000000` watches the full size, which takes minutes. */
const ROWS = Number(process.env['WAITING_ROWS'] ?? 200_000);
const LONGEST_RUN_MS = 120_000 + ROWS;
const LONGEST_WAIT_MS = 250;

eachDialect('while another process imports very many rows', (dialect) => {
  it(
    'no write waits longer than 250 ms, and readers see nothing of it',
    async () => {
      const { database, location } = await testDatabase(dialect);
      await publish(database, { employers: [employerRow(0, 'before')] });
      const publication = new PublicationService(database, PUBLISHED_TABLES);
      const importing = startTestProcess(
        join(__dirname, 'staging.process.ts'),
        [JSON.stringify(location), String(ROWS), 'after'],
        LONGEST_RUN_MS,
      );
      await importing.line((line) => line === 'begun');
      let published = false;
      void importing.line((line) => line === 'published').then(() => (published = true));
      const waitsMs: number[] = [];
      for (let write = 1; !published; write++) {
        const began = performance.now();
        await database.write((manager) => manager.insert(Source, { sourceId: write, name: `write ${write}`, url: '' }));
        waitsMs.push(performance.now() - began);
        const current = await publication.currentNumber();
        const seen = await database
          .read(Employer)
          .createQueryBuilder('e')
          .where('e.code = :code AND e.revisionFrom <= :current AND e.revisionUntil > :current', {
            code: 'TA0000000',
            current,
          })
          .getMany();
        expect(seen.map((row) => row.name)).toEqual([employerRow(0, current === 1 ? 'before' : 'after').name]);
        await sleep(10);
      }
      await importing.ended;
      expect(await publication.current()).toMatchObject({ number: 2, counts: { employers: ROWS } });
      expect(waitsMs.length).toBeGreaterThan(50);
      expect(Math.max(...waitsMs)).toBeLessThan(LONGEST_WAIT_MS);
    },
    LONGEST_RUN_MS + 30_000,
  );
});
