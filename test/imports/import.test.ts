import { FakePublication } from './fake-publication';
import { importInto } from './import-run';
import { SmallInput } from './small-input';

let input: SmallInput;
let publication: FakePublication;

beforeEach(() => {
  input = new SmallInput();
  publication = new FakePublication();
});
afterEach(() => input.remove());

describe('an import without faults', () => {
  test('publishes every kind as one revision', async () => {
    const { outcome, issues } = await importInto(publication, input.write());
    expect(issues.filter(({ severity }) => severity === 'FAULT')).toEqual([]);
    expect(outcome).toMatchObject({
      status: 'published',
      revision: 1,
      changes: { units: { added: 6 }, clinics: { added: 3 } },
    });
  });

  test('resolves an ambiguous code to the unit of today, and to that of another day when told', async () => {
    await importInto(publication, input.write());
    expect(publication.row('clinics', '01001')?.unitKey).toBe('COMMUNE:00004:2025-07-01');
    input.entry('clinics')['unitsAsOf'] = '2024-12-31';
    await importInto(publication, input.write());
    expect(publication.row('clinics', '01001')?.unitKey).toBe('COMMUNE:00004:');
  });

  test('places units below the parent of their time', async () => {
    await importInto(publication, input.write());
    expect(publication.row('units', 'COMMUNE:00004:')?.parentKey).toBe('DISTRICT:001:');
    expect(publication.row('units', 'COMMUNE:00004:2025-07-01')?.parentKey).toBe('PROVINCE:01:2025-07-01');
    expect(publication.row('units', 'DISTRICT:001:')?.parentKey).toBe('PROVINCE:01:');
  });

  test('reads quotes, telephone labels, services and constants', async () => {
    await importInto(publication, input.write());
    expect(publication.row('clinics', '01C51')?.name).toBe('Phòng khám "An Bình", cơ sở 2');
    expect(publication.row('offices', '001')?.phoneNumbers).toEqual([
      { label: null, number: '024 3123 4567' },
      { label: 'Văn phòng', number: '024 3123 4568' },
    ]);
    expect(publication.row('agents', 'VNP100000')).toMatchObject({
      kind: 'POST_OFFICE',
      serviceList: ['VOLUNTARY_SOCIAL_INSURANCE'],
    });
  });

  test('takes the tax code from the code of an employer, and a personal tax code for that of a sole trader', async () => {
    await importInto(publication, input.write());
    expect(publication.row('employers', '0123456789DNA03')).toMatchObject({ taxCode: '0123456789', soleTrader: false });
    expect(publication.row('employers', 'TA0003A')).toMatchObject({ taxCode: '001085123456', soleTrader: true });
  });

  test('changes nothing and makes no revision when the same files come again', async () => {
    const path = input.write();
    await importInto(publication, path);
    const { outcome } = await importInto(publication, path);
    expect(outcome.status).toBe('unchanged');
    expect(publication.revision).toBe(1);
  });

  test('leaves kinds alone that the manifest does not name', async () => {
    await importInto(publication, input.write());
    input.manifest = {
      source: { name: 'Made up for tests', verifiedAt: '2026-11-22' },
      files: [input.entry('clinics')],
    };
    input.replace('clinics.csv', 'Bệnh viện Hữu Nghị', 'Bệnh viện Hữu Nghị mới');
    const { outcome } = await importInto(publication, input.write());
    expect(outcome).toMatchObject({ status: 'published', changes: { clinics: { changed: 1 } } });
    expect(publication.rows('offices')).toHaveLength(3);
  });

  test('a dry run tells what would change and changes nothing', async () => {
    const { outcome } = await importInto(publication, input.write(), { dryRun: true });
    expect(outcome).toMatchObject({ status: 'rehearsed', changes: { clinics: { added: 3 } } });
    expect(publication.revision).toBe(0);
  });

  test('several files of one kind add up, by glob and in order', async () => {
    const [header = '', first = '', ...rest] = input.text('clinics.csv').trimEnd().split('\n');
    input.files['parts/1.csv'] = `${header}\n${first}\n`;
    input.files['parts/2.csv'] = `${[header, ...rest].join('\n')}\n`;
    input.entry('clinics')['path'] = 'parts/*.csv';
    const { outcome } = await importInto(publication, input.write());
    expect(outcome).toMatchObject({ changes: { clinics: { added: 3 } } });
  });
});

describe('a manifest', () => {
  test('maps values, and takes the first filled of several columns', async () => {
    input.entry('clinics')['values'] = { type: { HOSPITAL: 'POLYCLINIC' } };
    input.entry('clinics').columns = { ...input.entry('clinics').columns, address: ['positionPrecision', 'name'] };
    await importInto(publication, input.write());
    expect(publication.row('clinics', '01001')).toMatchObject({ type: 'POLYCLINIC', address: 'BUILDING' });
    expect(publication.row('clinics', '01C51')).toMatchObject({ address: 'Phòng khám "An Bình", cơ sở 2' });
  });

  test('gives a file a source of its own', async () => {
    input.entry('clinics')['source'] = { name: 'Another list', url: 'https://example.vn', verifiedAt: '2025-05-05' };
    await importInto(publication, input.write());
    expect(publication.row('clinics', '01001')).toMatchObject({
      verifiedAt: '2025-05-05',
      sourceId: publication.sources.indexOf('Another list https://example.vn') + 1,
    });
  });

  test('pads codes that lost their zeros when it says so', async () => {
    input.replace('clinics.csv', '01001', '1001');
    input.entry('clinics')['pad'] = { code: 5 };
    const { outcome } = await importInto(publication, input.write());
    expect(outcome.status).toBe('published');
    expect(publication.row('clinics', '01001')).toBeDefined();
  });
});

describe('doubts', () => {
  test('warn of positions far from their province and of shared points, and publish', async () => {
    input.append('clinics.csv', '01009,Trạm xa,01,10.5,106.5,COMMUNE,HEALTH_STATION,,,');
    input.append('clinics.csv', '01010,Trạm cùng chỗ,01,21.0154,105.8617,COMMUNE,HEALTH_STATION,,,');
    const { outcome, issues } = await importInto(publication, input.write());
    expect(outcome.status).toBe('published');
    const found = issues.filter(({ kind, severity }) => kind === 'clinics' && severity === 'WARNING');
    expect(found.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'UNIT_ENDED 4',
      'POSITION_OUTSIDE_PROVINCE 5',
      'POINT_SHARED 6',
      'POINT_SHARED 2',
    ]);
  });

  test('an old unit lies in the province that followed its own', async () => {
    input.append('clinics.csv', '01009,Trạm cũ,00006,20.5,105.5,COMMUNE,HEALTH_STATION,,,');
    const { issues } = await importInto(publication, input.write());
    expect(issues.filter(({ code }) => code === 'POSITION_OUTSIDE_PROVINCE')).toEqual([]);
  });
});

describe('--skip-invalid', () => {
  test('sets faulty rows aside with all their cells and publishes the others', async () => {
    input.append('clinics.csv', '1009,Trạm,00004,,,,HEALTH_STATION,2025-02-30,,');
    const { outcome, issues } = await importInto(publication, input.write(), { skipInvalid: true });
    expect(outcome).toMatchObject({ status: 'published', quarantinedCount: 2 });
    const aside = issues.filter(({ severity }) => severity === 'QUARANTINED');
    expect(aside.map(({ code }) => code)).toEqual(['BAD_CODE', 'BAD_DATE']);
    expect(aside[0]?.record).toMatchObject({ code: '1009', name: 'Trạm', contractFrom: '2025-02-30' });
    expect(publication.rows('clinics')).toHaveLength(3);
  });

  test('sets aside what refers to a row that was set aside', async () => {
    input.replace('units.csv', '00006,COMMUNE,Phường Vĩnh Phúc,001', '00006,COMMUNE,Phường Vĩnh Phúc,999');
    const { outcome, issues } = await importInto(publication, input.write(), { skipInvalid: true });
    expect(outcome.status).toBe('published');
    expect(
      issues.filter(({ severity }) => severity === 'QUARANTINED').map(({ kind, code }) => `${kind} ${code}`),
    ).toEqual(['units PARENT_UNKNOWN', 'clinics UNKNOWN_UNIT']);
  });

  test('does not pass over the fault of a whole file', async () => {
    input.files['clinics.csv'] = '';
    const { outcome } = await importInto(publication, input.write(), { skipInvalid: true });
    expect(outcome.status).toBe('refused');
  });
});

describe('a refusal', () => {
  test('tells the faults of all files at once, and not what only follows from them', async () => {
    input.replace('units.csv', '00006,COMMUNE,Phường Vĩnh Phúc,001', '00006,COMMUNE,Phường Vĩnh Phúc,999');
    input.append('clinics.csv', '1009,Trạm,00004,,,,HEALTH_STATION,,,');
    input.append('employers.csv', 'TA0009A,Công ty,,GONE,');
    const { outcome, issues } = await importInto(publication, input.write());
    expect(outcome).toMatchObject({ status: 'refused', faultCount: 3 });
    expect(issues.filter(({ severity }) => severity === 'FAULT').map(({ code }) => code)).toEqual([
      'PARENT_UNKNOWN',
      'BAD_CODE',
      'UNKNOWN_VALUE',
    ]);
  });

  test('an abort throws and leaves nothing open', async () => {
    const stop = AbortSignal.abort();
    await expect(importInto(publication, input.write(), { signal: stop })).rejects.toThrow('aborted');
    expect(publication.open).toBeNull();
    expect(publication.abandoned).toBe(1);
  });
});

test('a code that is a number in a boundary file is taken when the manifest pads it, as the fault advises', async () => {
  input.replace('areas.geojson', '"code":"01"', '"code":1');
  const refused = await importInto(publication, input.write());
  const fault = refused.issues.find(({ code }) => code === 'NUMBER_IN_CODE');
  expect(fault?.mend.en).toContain('"pad": { field: length }');
  input.entry('unitBoundaries')['pad'] = { code: 2 };
  expect((await importInto(publication, input.write())).outcome.status).toBe('published');
});

test('a revision says whose list it comes from, and by which manifest', async () => {
  await importInto(publication, input.write());
  input.manifest = {
    ...(input.manifest as object),
    source: { name: 'BHXH thành phố Hà Nội', verifiedAt: '2026-11-22' },
  };
  await importInto(publication, input.write());
  expect(publication.origins).toEqual(['Made up for tests (manifest.json)', 'BHXH thành phố Hà Nội (manifest.json)']);
});
