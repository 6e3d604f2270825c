import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseLocation } from '../../src/database/database';
import { JobRunner } from '../../src/features/jobs/job-runner.service';
import { openDatabase } from '../setup/test-database';

/** working.process.ts LOCATION MS: has a job that is due each second and takes some milliseconds, and tells its steps. */
async function main(location: string, takesMs: string): Promise<void> {
  const database = await openDatabase(JSON.parse(location) as DatabaseLocation);
  const tell = (step: string): void => void process.stdout.write(`${step} ${process.pid}\n`);
  const job = {
    name: 'test.work',
    schedule: '* * * * * *',
    run: async (): Promise<void> => {
      tell('begins');
      await sleep(Number(takesMs));
      tell('ends');
    },
  };
  const watch = { failed: (name: string, error: unknown) => void process.stderr.write(`${name}: ${String(error)}\n`) };
  new JobRunner(database, [job], [], watch).start();
  tell('started');
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
