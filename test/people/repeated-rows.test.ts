import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { PersonStore } from '../../src/features/people/person.store';
import { Contribution } from '../../src/features/records/contribution.entity';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { Visit } from '../../src/features/records/visit.entity';
import { type ImportOutcome } from '../../src/imports/import-outcome';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { type ImportIssue } from '../../src/imports/report/issue';
import { runImport } from '../../src/imports/run-import';
import { eachDialect, type TestDatabase, testDatabase } from '../setup/test-database';
import { samplePerson } from './sample-people';
import { testKeyRing } from './synthetic-keys';

const VISITS = 'personId,admittedOn,clinicCode,diagnosis,coveredVnd,ownVnd';
const MORNING = '1,2026-03-02,01Z00,Viêm họng,80000,20000';
const EVENING = '1,2026-03-02,01Z00,Sốt,40000,10000';
const NIGHT = '1,2026-03-02,01Z00,Đau bụng,50000,0';

eachDialect('rows of one key in one import', (dialect) => {
  let opened: TestDatabase;
  let persons: PersonStore;
  let folder: string;
  let issues: ImportIssue[];

  beforeEach(async () => {
    opened = await testDatabase(dialect);
    persons = new PersonStore(opened.database, testKeyRing());
    await persons.replace([samplePerson(1), samplePerson(2)]);
    folder = await mkdtemp(join(tmpdir(), 'bhxh-repeats-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(
    files: readonly (readonly [kind: string, lines: readonly string[], withdraw?: boolean])[],
    flags: { skipInvalid?: boolean } = {},
  ): Promise<ImportOutcome> {
    const entries = [];
    for (const [index, [kind, lines, withdraw = false]] of files.entries()) {
      const path = `${index}.csv`;
      await writeFile(join(folder, path), `${lines.join('\n')}\n`);
      entries.push({
        kind,
        path,
        withdraw,
        columns: Object.fromEntries((lines[0] ?? '').split(',').map((name) => [name, name])),
      });
    }
    const manifestPath = join(folder, 'manifest.json');
    await writeFile(
      manifestPath,
      JSON.stringify({ source: { name: 'thử', verifiedAt: '2026-01-01' }, files: entries }),
    );
    issues = [];
    const switches = { dryRun: false, skipInvalid: false, allowShrink: true, progress: SILENT_PROGRESS, ...flags };
    return runImport(
      { manifestPath, ...switches },
      {
        publication: new PublicationService(opened.database, PUBLISHED_TABLES),
        personal: new PersonalDataStore(opened.database, persons),
        sinks: [{ add: (issue) => issues.push(issue) }],
      },
    );
  }

  async function visits(): Promise<(string | null)[][]> {
    const rows = await opened.database.read(Visit).find({ order: { visitCode: 'ASC' } });
    return rows.map(({ visitCode, diagnosis }) => [visitCode, diagnosis]);
  }

  it('keeps visits of one day without a code that differ, and tells which lines they are', async () => {
    const outcome = await run([['visits', [VISITS, MORNING, EVENING, NIGHT]]]);
    expect(outcome).toMatchObject({ status: 'recorded', rows: { visits: 3 }, warningCount: 2 });
    const kept = [
      ['', 'Viêm họng'],
      ['no-code.2', 'Sốt'],
      ['no-code.3', 'Đau bụng'],
    ];
    expect(await visits()).toEqual(kept);
    expect(issues).toMatchObject([
      { severity: 'WARNING', code: 'VISIT_WITHOUT_CODE', line: 3, value: null },
      { severity: 'WARNING', code: 'VISIT_WITHOUT_CODE', line: 4, value: null },
    ]);
    expect(issues[0]?.message.en).toContain('of line 2, neither with a code; both are kept, this one as no-code.2');
    expect(issues[1]?.message.vi).toContain('với dòng 2 mà không có mã; giữ cả hai, lượt này là no-code.3');
    await run([['visits', [VISITS, MORNING, EVENING, NIGHT]]]);
    expect(await visits()).toEqual(kept);
  });

  it('names the file too when the visits stand in two, and passes a code over that another visit has', async () => {
    const coded = [`${VISITS},visitCode`, `${NIGHT},no-code.2`];
    await run([
      ['visits', [VISITS, MORNING]],
      ['visits', coded],
      ['visits', [VISITS, EVENING]],
    ]);
    expect(await visits()).toEqual([
      ['', 'Viêm họng'],
      ['no-code.2', 'Đau bụng'],
      ['no-code.3', 'Sốt'],
    ]);
    expect(issues.map(({ message }) => message.en)).toEqual([expect.stringContaining('line 2 of 0.csv')]);
  });

  it('withdraws a visit that was kept beside another by the code that it got', async () => {
    await run([['visits', [VISITS, MORNING, EVENING]]]);
    const key = ['personId,admittedOn,clinicCode,visitCode', '1,2026-03-02,01Z00,no-code.2'];
    await run([['visits', key, true]]);
    expect(await visits()).toEqual([['', 'Viêm họng']]);
  });

  it('counts rows that say the same once, and tells it', async () => {
    const outcome = await run([['visits', [VISITS, MORNING, MORNING, EVENING, EVENING]]]);
    expect(outcome).toMatchObject({ status: 'recorded', rows: { visits: 2 } });
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['ROW_REPEATED', 3],
      ['VISIT_WITHOUT_CODE', 4],
      ['ROW_REPEATED', 5],
    ]);
    expect(issues[2]?.message).toEqual({
      en: 'says the same as line 4 and counts once',
      vi: 'trùng hoàn toàn với dòng 4 nên chỉ tính một lần',
    });
    expect(await visits()).toHaveLength(2);
  });

  it.each([
    [
      'contributions',
      [
        'personId,fromMonth,toMonth,kindBits,salaryVnd',
        '1,2024-01,2024-06,SOCIAL,5000000',
        '1,2024-01,2024-09,SOCIAL,1',
      ],
    ],
    [
      'benefits',
      ['personId,kind,fromDay,regime,amountVnd', '1,LUMP_SUM,2024-01-02,Một lần,5', '1,LUMP_SUM,2024-01-02,Một lần,6'],
    ],
    [
      'cards',
      ['personId,validFrom,objectCode,benefitLevel,provinceCode', '1,2024-01-01,DN,4,01', '1,2024-01-01,HT,3,01'],
    ],
    ['visits', [`${VISITS},visitCode`, `${MORNING},A1`, `${EVENING},A1`]],
    [
      'people',
      [
        'personId,fullName,dateOfBirth,sex,bhxhCode',
        '3,Nguyễn Thử,1990-01-01,MALE,9900000003',
        '3,Trần Thử,1991-01-01,FEMALE,9900000004',
      ],
    ],
  ] as const)('refuses %s whose second row would take the place of the first', async (kind, lines) => {
    expect(await run([[kind, lines]])).toMatchObject({ status: 'refused', faultCount: 1 });
    expect(issues).toMatchObject([
      {
        severity: 'FAULT',
        code: 'KEY_REPEATED',
        line: 3,
        message: {
          en: 'has the key of line 2, but says something else',
          vi: 'có cùng khóa với dòng 2 nhưng nội dung khác',
        },
      },
    ]);
    expect(await run([[kind, lines]], { skipInvalid: true })).toMatchObject({
      status: 'recorded',
      rows: { [kind]: 1 },
      quarantinedCount: 1,
    });
  });

  it('says nothing of a row that takes the place of one of an earlier import', async () => {
    const lines = ['personId,fromMonth,toMonth,kindBits', '1,2024-01,2024-06,SOCIAL'];
    await run([['contributions', lines]]);
    const later = await run([['contributions', [lines[0] ?? '', '1,2024-01,2024-09,SOCIAL']]]);
    expect(later).toMatchObject({ status: 'recorded', warningCount: 0 });
    expect(await opened.database.read(Contribution).find()).toMatchObject([{ toMonth: '2024-09' }]);
  });
});
