import type { Database } from '../../src/database/database';
import { NoSuchRevisionError } from '../../src/features/directory/publication/publication.errors';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { eachDialect, testDatabase } from '../setup/test-database';
import { type Content, contentAt, everything, publish } from './published-state';
import { clinicRow, employerRow, provinceRow } from './sample-rows';

/** A small generator, so that a history looks random and is the same in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Some of thirty clinics and employers, some of them with other names than in other revisions. */
function someContent(random: (below: number) => number): Content {
  const codes = Array.from({ length: 30 }, (_, index) => index).filter(() => random(3) > 0);
  const clinics = codes.map((code) => clinicRow(String(code).padStart(5, '0'), `Clinic ${code} named ${random(3)}`));
  const employers = codes.map((code) => employerRow(code, String(random(2))));
  return [{ clinics }, { employers }, { clinics, employers }][random(3)] ?? {};
}

async function history(database: Database, length: number): Promise<Map<number, object>> {
  const random = numbersFrom(7);
  const shown = new Map<number, object>();
  while (shown.size < length) {
    const number = await publish(database, someContent(random));
    if (number !== null) shown.set(number, await contentAt(database, number));
  }
  return shown;
}

eachDialect('the history of revisions', (dialect) => {
  it('shows in every kept revision exactly what was published, and keeps ten', async () => {
    const { database } = await testDatabase(dialect);
    const shown = await history(database, 14);
    const kept = (await new PublicationService(database, PUBLISHED_TABLES).revisions()).map(
      (revision) => revision.number,
    );
    expect(kept).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5]);
    for (const number of kept) expect(await contentAt(database, number)).toEqual(shown.get(number));
  });

  it('counts what it shows', async () => {
    const { database } = await testDatabase(dialect);
    const shown = await history(database, 5);
    for (const revision of await new PublicationService(database, PUBLISHED_TABLES).revisions()) {
      const names = Object.keys(shown.get(revision.number) ?? {});
      for (const { name: kind } of PUBLISHED_TABLES) {
        expect(revision.counts[kind] ?? 0).toBe(names.filter((name) => name.startsWith(`${kind} `)).length);
      }
    }
  });

  it('keeps no row that no kept revision shows', async () => {
    const { database } = await testDatabase(dialect);
    await history(database, 13);
    for (const { entity } of PUBLISHED_TABLES) {
      const rows = (await database.read<object>(entity).find()) as { revisionUntil: number }[];
      expect(rows.filter((row) => row.revisionUntil <= 4)).toEqual([]);
    }
  });
});

eachDialect('a rollback', (dialect) => {
  it('is a new revision that shows what the old one showed', async () => {
    const { database } = await testDatabase(dialect);
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    const shown = await history(database, 6);
    expect(await publication.rollback(2)).toEqual({ number: 7 });
    expect(await contentAt(database, 7)).toEqual(shown.get(2));
    expect(await contentAt(database, 6)).toEqual(shown.get(6));
    expect(await publication.current()).toMatchObject({ number: 7, origin: 'rollback to 2' });
    expect(await publication.rollback(6)).toEqual({ number: 8 });
    expect(await contentAt(database, 8)).toEqual(shown.get(6));
  });

  it('empties a kind that the old revision did not have', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { units: [provinceRow('01', 'Hà Nội')] });
    await publish(database, { clinics: [clinicRow('01001', 'Hữu Nghị')] });
    expect(await new PublicationService(database, PUBLISHED_TABLES).rollback(1)).toEqual({ number: 3 });
    expect(Object.keys(await contentAt(database, 3))).toEqual(['units PROVINCE:01:2025-07-01']);
  });

  it('makes nothing when the old revision shows what is current', async () => {
    const { database } = await testDatabase(dialect);
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    await publish(database, { clinics: [clinicRow('01001', 'Hữu Nghị')] });
    await publish(database, { clinics: [] });
    await publication.rollback(1);
    const before = await everything(database);
    expect(await publication.rollback(1)).toBeNull();
    expect(await publication.rollback(3)).toBeNull();
    expect(await everything(database)).toEqual(before);
  });

  it('to a revision that never was, or is no longer kept, is refused and leaves the right to import free', async () => {
    const { database } = await testDatabase(dialect);
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    await history(database, 12);
    for (const number of [0, -1, 1, 99])
      await expect(publication.rollback(number)).rejects.toThrow(NoSuchRevisionError);
    expect(await publish(database, { clinics: [] })).toBe(13);
  });

  it('works for the oldest revision that is kept', async () => {
    const { database } = await testDatabase(dialect);
    const shown = await history(database, 12);
    expect(await new PublicationService(database, PUBLISHED_TABLES).rollback(3)).toEqual({ number: 13 });
    expect(await contentAt(database, 13)).toEqual(shown.get(3));
  });
});
