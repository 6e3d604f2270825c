import { randomBytes } from 'node:crypto';
import { withDatabase } from '../../app/operator';
import { type Config } from '../../config';
import { type Database } from '../../database/database';
import { OPEN_REVISION } from '../../database/versioned-row.entity';
import { ListingStore } from '../../features/directory/listing/listing.store';
import { DirectoryRequest, type DirectoryServices, RequestScope } from '../../features/directory/directory-request';
import { Clinic } from '../../features/directory/clinic/clinic.entity';
import { Employer } from '../../features/directory/employer/employer.entity';
import { ListingListService, type ListRequest } from '../../features/directory/lists/listing-list.service';
import type { Listing } from '../../features/directory/listing/listing.entity';
import { PUBLISHED_TABLES } from '../../features/directory/kinds/published-kinds';
import { LISTING_KINDS } from '../../features/directory/kinds/listing-kinds';
import { PublicationService } from '../../features/directory/publication/publication.service';
import { DatabaseSnapshotBuilder } from '../../features/directory/snapshot/snapshot-builder.store';
import { SnapshotService } from '../../features/directory/snapshot/snapshot.service';
import { KeyedCursorSigner } from '../../shared/sealing/cursor-signer';
import { fixedKeys } from '../../shared/sealing/key-file';
import { KeyRing } from '../../shared/sealing/key-ring';

const ROUNDS = 2_000;
const HANOI = { latitude: 21.03, longitude: 105.85 };
const MEGABYTE = 1_048_576;

type Task = (round: number) => Promise<unknown>;

/**
 * Times lists of the directory in `config.database` beside the same question put to the database in SQL, and prints
 * median and 99th percentile in milliseconds. Each round has other arguments, so that no list is kept from before.
 */
export async function runDirectoryBenchmark(
  config: Config,
  { positions }: { readonly positions: number },
  print: (line: string) => void,
): Promise<void> {
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
    if (positions > 0) return soak(database, snapshots, positions, print);
    print('task'.padEnd(44) + 'p50 ms'.padStart(10) + 'p99 ms'.padStart(10));
    for (const [name, task] of Object.entries(tasks(database, snapshots))) print(await timed(name, task));
  });
}

/** Lists of employers from very many positions: what the process takes must not grow with them. */
async function soak(
  database: Database,
  snapshots: SnapshotService,
  positions: number,
  print: (line: string) => void,
): Promise<void> {
  const lists = new ListingListService();
  const services = servicesOn(database, snapshots);
  const began = performance.now();
  for (let at = 0; at <= positions; at++) {
    if (at % Math.ceil(positions / 10) === 0) {
      const { rss, arrayBuffers } = process.memoryUsage();
      const [whole, buffers, kept] = [rss, arrayBuffers, lists.keptBytes].map((bytes) => (bytes / MEGABYTE).toFixed(0));
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      print(`${at} positions, ${seconds} s: ${whole} MB, of it ${buffers} MB buffers and ${kept} MB kept lists`);
    }
    const near = { latitude: 8.5 + ((at * 7_919) % 14_000) / 1_000, longitude: 103 + ((at * 104_729) % 6_000) / 1_000 };
    await lists.page(new DirectoryRequest(services, new RequestScope(new AbortController().signal)), {
      of: Employer,
      filter: {},
      plan: () => ({ tests: [] }),
      page: { first: 20, near, within: { south: 8, west: 102, north: 24, east: 110 } },
    });
  }
}

function servicesOn(database: Database, snapshots: SnapshotService): DirectoryServices {
  const keyRing = new KeyRing(fixedKeys(`bench:${randomBytes(32).toString('base64url')}`));
  return { database, snapshots, listings: new ListingStore(database), cursors: new KeyedCursorSigner(keyRing) };
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
  const services = servicesOn(database, snapshots);
  const employers = snapshots.current().listingsOf(Employer);
  const codeOf = (round: number): string => employers.codeOf((round * 7_919) % Math.max(1, employers.size));
  const page = <Entity extends Listing>(
    request: Omit<ListRequest<Entity>, 'page'>,
    near?: typeof HANOI,
  ): Promise<unknown> =>
    lists.page(new DirectoryRequest(services, new RequestScope(new AbortController().signal)), {
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
