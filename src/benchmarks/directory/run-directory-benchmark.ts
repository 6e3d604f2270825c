import { withDatabase } from '../../app/operator';
import { type Config } from '../../config';
import { type Database } from '../../database/database';
import { OPEN_REVISION } from '../../database/versioned-row.entity';
import { DirectoryRequest } from '../../features/directory/directory-request';
import { Clinic } from '../../features/directory/clinic/clinic.entity';
import { Employer } from '../../features/directory/employer/employer.entity';
import { ListingListService, type ListRequest } from '../../features/directory/lists/listing-list.service';
import type { Listing } from '../../features/directory/listing/listing.entity';
import { PUBLISHED_TABLES } from '../../features/directory/kinds/published-kinds';
import { LISTING_KINDS } from '../../features/directory/kinds/listing-kinds';
import { PublicationService } from '../../features/directory/publication/publication.service';
import { DatabaseSnapshotBuilder } from '../../features/directory/snapshot/snapshot-parts';
import { SnapshotService } from '../../features/directory/snapshot/snapshot.service';

const ROUNDS = 2_000;
const HANOI = { latitude: 21.03, longitude: 105.85 };
const MEGABYTE = 1_048_576;

type Task = (round: number) => Promise<unknown>;

/**
 * Times lists of the directory in `config.database` beside the same question put to the database in SQL, and prints
 * median and 99th percentile in milliseconds. Each round has other arguments, so that no list is kept from before.
 */
export async function runDirectoryBenchmark(config: Config, print: (line: string) => void): Promise<void> {
  await withDatabase(config, async (database) => {
    const snapshots = new SnapshotService(
      new PublicationService(database, PUBLISHED_TABLES),
      new DatabaseSnapshotBuilder(database, LISTING_KINDS),
      LISTING_KINDS,
    );
    const began = performance.now();
    await snapshots.refresh();
    const { revision } = snapshots.current();
    const { employers = 0, clinics = 0 } = revision.counts;
    print(`revision ${revision.number}: ${clinics} clinics, ${employers} employers on ${database.dialect}`);
    const memory = (process.memoryUsage.rss() / MEGABYTE).toFixed(0);
    print(`indexes built in ${((performance.now() - began) / 1000).toFixed(1)} s; the process takes ${memory} MB\n`);
    print('task'.padEnd(44) + 'p50 ms'.padStart(10) + 'p99 ms'.padStart(10));
    for (const [name, task] of Object.entries(tasks(database, snapshots))) print(await timed(name, task));
  });
}

async function timed(name: string, task: Task): Promise<string> {
  for (let round = 0; round < ROUNDS / 10; round++) await task(round);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await task(round);
    times.push(performance.now() - began);
  }
  times.sort((left, right) => left - right);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(3).padStart(10);
  return name.padEnd(44) + at(0.5) + at(0.99);
}

function tasks(database: Database, snapshots: SnapshotService): Record<string, Task> {
  const lists = new ListingListService();
  const employers = snapshots.current().listingsOf(Employer);
  const codeOf = (round: number): string => employers.codeOf((round * 7_919) % Math.max(1, employers.size));
  const page = <Entity extends Listing>(
    request: Omit<ListRequest<Entity>, 'page'>,
    near?: typeof HANOI,
  ): Promise<unknown> =>
    lists.page(new DirectoryRequest(database, snapshots, new AbortController().signal), {
      ...request,
      page: { first: 20, ...(near ? { near } : {}) },
    });
  const moved = (round: number): typeof HANOI => ({ ...HANOI, latitude: HANOI.latitude + round / 10_000 });
  return {
    'employers by code': (round) =>
      page({
        of: Employer,
        filter: { code: codeOf(round) },
        plan: ({ index }) => ({ tests: [], among: [index.ordinalOf(codeOf(round))] }),
      }),
    '  the same in SQL': (round) =>
      database.read(Employer).findBy({ code: codeOf(round), revisionUntil: OPEN_REVISION }),
    '20 nearest clinics': (round) => page({ of: Clinic, filter: {}, plan: () => ({ tests: [] }) }, moved(round)),
    '  the same in SQL (order by squared degrees)': (round) =>
      database
        .read(Clinic)
        .createQueryBuilder('c')
        .where('c.revisionUntil = :open AND c.latitude IS NOT NULL', { open: OPEN_REVISION })
        .orderBy(
          '(c.latitude - :latitude) * (c.latitude - :latitude) + (c.longitude - :longitude) * (c.longitude - :longitude)',
        )
        .setParameters({ ...moved(round) })
        .limit(20)
        .getMany(),
  };
}
