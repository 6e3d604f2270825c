import { PUBLISHED_TABLES, UNITS } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { eachDialect, testDatabase } from '../setup/test-database';
import { contentAt, everything, publish } from './published-state';
import { clinicRow, provinceRow } from './sample-rows';

const TWO_CLINICS = [clinicRow('01001', 'Hữu Nghị'), clinicRow('01002', 'Bạch Mai')];

eachDialect('a revision', (dialect) => {
  it('is number 1 when it is the first', async () => {
    const { database } = await testDatabase(dialect);
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    expect(await publication.currentNumber()).toBe(0);
    expect(await publication.current()).toBeNull();
    expect(
      await publish(database, { units: [provinceRow('01', 'Hà Nội')], clinics: TWO_CLINICS }, 'manifest.json'),
    ).toBe(1);
    expect(await publication.current()).toMatchObject({
      number: 1,
      origin: 'manifest.json',
      counts: { units: 1, clinics: 2 },
      kindRevisions: { units: 1, clinics: 1 },
      changes: { units: { added: 1, changed: 0, removed: 0 }, clinics: { added: 2, changed: 0, removed: 0 } },
    });
    expect(Object.keys(await contentAt(database, 1)).sort()).toEqual([
      'clinics 01001',
      'clinics 01002',
      'units PROVINCE:01:2025-07-01',
    ]);
  });

  it('shows what was changed, added and removed, and the one before shows it as it was', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { clinics: TWO_CLINICS });
    const before = await contentAt(database, 1);
    const renamed = [clinicRow('01001', 'Hữu Nghị mới'), clinicRow('01003', 'Việt Đức')];
    expect(await publish(database, { clinics: renamed })).toBe(2);
    const revision = await new PublicationService(database, PUBLISHED_TABLES).current();
    expect(revision?.changes).toEqual({ clinics: { added: 1, changed: 1, removed: 1 } });
    expect(revision?.counts).toEqual({ clinics: 2 });
    expect(await contentAt(database, 1)).toEqual(before);
    expect(await contentAt(database, 2)).toMatchObject({
      'clinics 01001': { name: 'Hữu Nghị mới', latitude: 21.02851, initialRegistration: true },
      'clinics 01003': { name: 'Việt Đức' },
    });
    expect(Object.keys(await contentAt(database, 2))).toHaveLength(2);
  });

  it('is not made when nothing differs', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { clinics: TWO_CLINICS });
    const before = await everything(database);
    expect(await publish(database, { clinics: [...TWO_CLINICS].reverse() })).toBeNull();
    expect(await everything(database)).toEqual(before);
  });

  it('leaves the kinds that an import does not name as they are', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { units: [provinceRow('01', 'Hà Nội')], clinics: TWO_CLINICS });
    await publish(database, { clinics: [] });
    expect(Object.keys(await contentAt(database, 2))).toEqual(['units PROVINCE:01:2025-07-01']);
    expect((await new PublicationService(database, PUBLISHED_TABLES).current())?.kindRevisions).toEqual({
      units: 1,
      clinics: 2,
    });
  });

  it('is refused while a kind that came is not complete, and nothing of it remains', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { units: [provinceRow('01', 'Hà Nội')] });
    const before = await everything(database);
    const staged = await new PublicationService(database, PUBLISHED_TABLES).begin({ origin: 'half', dryRun: false });
    await staged.stage('units', [provinceRow('48', 'Đà Nẵng')]);
    await staged.complete('units');
    await staged.stage('clinics', TWO_CLINICS);
    await expect(staged.publish()).rejects.toThrow('clinics');
    await staged.abandon();
    expect(await everything(database)).toEqual(before);
  });

  it('that is abandoned leaves no trace and gives the right to import back', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { clinics: TWO_CLINICS });
    const before = await everything(database);
    const staged = await new PublicationService(database, PUBLISHED_TABLES).begin({
      origin: 'abandoned',
      dryRun: false,
    });
    await staged.stage('clinics', [clinicRow('01001', 'Changed'), clinicRow('01009', 'Added')]);
    await staged.complete('clinics');
    await staged.abandon();
    expect(await everything(database)).toEqual(before);
    expect(await publish(database, { clinics: [] })).toBe(2);
  });

  it('that was published is not harmed by being abandoned afterwards', async () => {
    const { database } = await testDatabase(dialect);
    const staged = await new PublicationService(database, PUBLISHED_TABLES).begin({ origin: 'test', dryRun: false });
    await staged.stage('clinics', TWO_CLINICS);
    await staged.complete('clinics');
    await staged.publish();
    await staged.abandon();
    expect(Object.keys(await contentAt(database, 1))).toHaveLength(2);
  });
});

eachDialect('a dry run', (dialect) => {
  const imported = [clinicRow('01001', 'Hữu Nghị mới'), clinicRow('01002', 'Bạch Mai'), clinicRow('01005', 'K')];

  it('tells the numbers of the real run and writes nothing', async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, { clinics: [...TWO_CLINICS, clinicRow('01003', 'Việt Đức'), clinicRow('01004', 'Nhi')] });
    const before = await everything(database);
    const run = async (dryRun: boolean): Promise<unknown> => {
      const staged = await new PublicationService(database, PUBLISHED_TABLES).begin({ origin: 'test', dryRun });
      const count = await staged.liveCount('clinics');
      await staged.sourceId({ name: 'A new source' });
      await staged.stage('clinics', imported);
      const change = await staged.complete('clinics');
      return { number: staged.number, count, change, published: await staged.publish() };
    };
    const dry = await run(true);
    expect(dry).toEqual({
      number: 2,
      count: 4,
      change: { added: 1, changed: 1, removed: 2, unchanged: 1 },
      published: null,
    });
    expect(await everything(database)).toEqual(before);
    expect(await run(false)).toEqual({ ...(dry as object), published: { number: 2 } });
  });

  it('may be made while an import is at work, and sees nothing of it', async () => {
    const { database } = await testDatabase(dialect);
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    await publish(database, { units: [provinceRow('01', 'Hà Nội')], clinics: TWO_CLINICS });
    const running = await publication.begin({ origin: 'running', dryRun: false });
    await running.stage('clinics', imported);
    await running.complete('clinics');
    await running.stage('units', [provinceRow('48', 'Đà Nẵng')]);
    await running.complete('units');
    const dry = await publication.begin({ origin: 'dry', dryRun: true });
    await dry.stage('clinics', TWO_CLINICS);
    expect(await dry.complete('clinics')).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 2 });
    expect((await publication.live(UNITS, ['name'])).map((unit) => unit.name)).toEqual(['Hà Nội']);
    await running.publish();
    expect((await publication.live(UNITS, ['name'])).map((unit) => unit.name)).toEqual(['Đà Nẵng']);
  });
});
