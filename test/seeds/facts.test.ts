import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLINIC_COLUMNS } from '../../src/features/directory/clinic/clinic.columns';
import { OFFICE_COLUMNS } from '../../src/features/directory/office/office.columns';
import { canLieInVietnam } from '../../src/features/geography/territory.rules';
import { UNIT_SUCCESSION_COLUMNS } from '../../src/features/geography/unit/unit-succession.columns';
import { UNIT_COLUMNS } from '../../src/features/geography/unit/unit.columns';
import { holdsOn } from '../../src/shared/calendar';
import { kilometersBetween, manifestIn, misfitsOf, pointOf, rowsOf, SEEDS, type Cells } from './seed-files';

const FACTS = join(SEEDS, 'directory');
const units = rowsOf(FACTS, 'units');
const successions = rowsOf(FACTS, 'unitSuccessions');
const offices = rowsOf(FACTS, 'offices');
const clinics = rowsOf(FACTS, 'clinics');

const orNull = (text: string | undefined): string | null => text || null;
const on = (day: string, level: string): Cells[] =>
  units.filter(
    (unit) => unit['level'] === level && holdsOn(day, orNull(unit['validFrom']), orNull(unit['validUntil'])),
  );
const before = on('2025-06-30', 'PROVINCE');
const since = on('2025-07-01', 'PROVINCE');
const codesOf = (rows: readonly Cells[]): string[] => rows.map((row) => row['code'] ?? '');
const merged = successions.filter((row) => row['level'] === 'PROVINCE' && row['on'] === '2025-07-01');

describe('the files', () => {
  it.each(['units.csv', 'unit_successions.csv', 'offices.csv', 'clinics.csv'])('%s is UTF-8 in NFC with LF', (name) => {
    const text = readFileSync(join(FACTS, name), 'utf8');
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/\r|\ufeff|\ufffd/);
  });

  it('hold what the import reads', () => {
    expect(misfitsOf(units, UNIT_COLUMNS)).toEqual([]);
    expect(misfitsOf(successions, UNIT_SUCCESSION_COLUMNS)).toEqual([]);
    expect(misfitsOf(offices, OFFICE_COLUMNS)).toEqual([]);
    expect(misfitsOf(clinics, CLINIC_COLUMNS)).toEqual([]);
  });

  it('name no employers and no agents: no real list is known', () => {
    expect(manifestIn(FACTS).files.map((file) => file.kind)).toEqual([
      'units',
      'unitSuccessions',
      'offices',
      'clinics',
    ]);
  });
});

describe('units', () => {
  it('are 63 provinces until 2025-06-30 and 34 since', () => {
    expect(new Set(codesOf(before)).size).toBe(63);
    expect(before).toHaveLength(63);
    expect(new Set(codesOf(since)).size).toBe(34);
    expect(since).toHaveLength(34);
  });

  it('call 46 Thừa Thiên Huế until 2024-12-31', () => {
    const nameOf46 = (day: string): string | undefined =>
      on(day, 'PROVINCE').find((unit) => unit['code'] === '46')?.['name'];
    expect(nameOf46('2024-12-31')).toBe('Tỉnh Thừa Thiên Huế');
    expect(nameOf46('2025-01-01')).toBe('Thành phố Huế');
  });

  it('have no two of one level, code and first day', () => {
    const keys = units.map((unit) => [unit['level'], unit['code'], unit['validFrom']].join(':'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tell two units of one code apart by date', () => {
    const names = ['2025-06-30', '2025-07-01'].map(
      (day) => on(day, 'COMMUNE').find((unit) => unit['code'] === '00004')?.['name'],
    );
    expect(names).toEqual(['Phường Trúc Bạch', 'Phường Ba Đình']);
  });

  it('know no district since 2025-07-01', () => {
    expect(on('2025-06-30', 'DISTRICT').length).toBeGreaterThan(60);
    expect(on('2025-07-01', 'DISTRICT')).toEqual([]);
  });

  it('sit in a unit of their own time', () => {
    const orphans = units.filter((unit) => {
      const day = unit['validUntil'] || '2025-07-01';
      const above = [...on(day, 'PROVINCE'), ...on(day, 'DISTRICT')];
      return unit['level'] !== 'PROVINCE' && !codesOf(above).includes(unit['parentCode'] ?? '');
    });
    expect(orphans).toEqual([]);
  });

  it('lie in Vietnam, communes and districts near their province', () => {
    for (const unit of units) {
      const point = pointOf(unit);
      expect([unit['name'], canLieInVietnam(point.latitude, point.longitude)]).toEqual([unit['name'], true]);
      if (unit['level'] !== 'DISTRICT' || unit['name'] === 'Huyện Hoàng Sa') continue;
      const province = before.find((candidate) => candidate['code'] === unit['parentCode']);
      expect([unit['name'], kilometersBetween(point, pointOf(province ?? {})) < 60]).toEqual([unit['name'], true]);
    }
  });
});

describe('successions', () => {
  it('lead every province of before into one of today, and every one of today comes from some', () => {
    expect(merged.map((row) => row['predecessorCode']).sort()).toEqual(codesOf(before).sort());
    expect([...new Set(merged.map((row) => row['successorCode']))].sort()).toEqual(codesOf(since).sort());
  });

  it('keep 11 provinces alone and merge 52 into 23', () => {
    const sizes = since.map((unit) => merged.filter((row) => row['successorCode'] === unit['code']).length);
    expect(sizes.filter((size) => size === 1)).toHaveLength(11);
    expect(sizes.filter((size) => size > 1)).toHaveLength(23);
    expect(Math.max(...sizes)).toBe(3);
  });

  it.each([
    ['02', '08'],
    ['10', '15'],
    ['17', '25'],
    ['45', '44'],
    ['49', '48'],
    ['62', '51'],
    ['64', '52'],
    ['54', '66'],
    ['60', '68'],
    ['74', '79'],
    ['77', '79'],
    ['72', '80'],
    ['87', '82'],
    ['89', '91'],
    ['95', '96'],
  ])('lead %s into %s', (predecessor, successor) => {
    expect(merged.find((row) => row['predecessorCode'] === predecessor)?.['successorCode']).toBe(successor);
  });
});

describe('offices', () => {
  it('are a tree under the central agency', () => {
    const parents = new Map(offices.map((office) => [office['code'], office['parentCode']]));
    expect(parents.size).toBe(offices.length);
    for (const code of parents.keys()) {
      let at = code;
      let steps = 0;
      while (parents.get(at) && steps < offices.length) {
        at = parents.get(at);
        steps++;
      }
      expect([code, at, steps <= 2]).toEqual([code, 'VN', true]);
    }
  });

  it('hold the fifteen district offices of Hà Nội, which ended with the districts', () => {
    const children = offices.filter((office) => office['parentCode'] === '001');
    expect(codesOf(children)).toEqual(Array.from({ length: 15 }, (_, i) => `001${String(i + 1).padStart(2, '0')}`));
    expect(new Set(children.map((office) => office['validUntil']))).toEqual(new Set(['2025-06-30']));
    expect(children[0]?.['name']).toBe('BHXH Quận Ba Đình');
  });

  it('have one provincial office for each province, and say whose code is made here', () => {
    const provincial = offices.filter((office) => office['level'] === 'PROVINCE');
    expect(provincial.map((office) => office['unitCode']).sort()).toEqual(codesOf(since).sort());
    for (const office of offices) {
      const official = /^001(\d\d)?$/.test(office['code'] ?? '');
      expect([office['code'], office['codeIsOfficial']]).toEqual([office['code'], String(official)]);
    }
  });

  it('have known units', () => {
    const known = new Set([...codesOf(since), ...codesOf(on('2025-06-30', 'DISTRICT'))]);
    expect(offices.filter((office) => !known.has(office['unitCode'] ?? ''))).toEqual([]);
  });
});

describe('clinics', () => {
  it('are at least 150 hospitals of all 34 provinces, each with its own code and name', () => {
    expect(clinics.length).toBeGreaterThanOrEqual(150);
    expect(new Set(codesOf(clinics)).size).toBe(clinics.length);
    expect(new Set(clinics.map((clinic) => clinic['name'])).size).toBe(clinics.length);
    expect([...new Set(clinics.map((clinic) => clinic['unitCode']))].sort()).toEqual(codesOf(since).sort());
  });

  it('show by an S which codes are made here', () => {
    const real = codesOf(clinics).filter((code) => !/^\d{2}S\d{2}$/.test(code));
    expect(real).toEqual(['01001', '01929']);
    expect(clinics.find((clinic) => clinic['code'] === '01001')?.['name']).toBe('Bệnh viện Hữu Nghị');
  });

  it('lie near a capital of their province, then or now', () => {
    for (const clinic of clinics) {
      const predecessors = merged.filter((row) => row['successorCode'] === clinic['unitCode']);
      const capitals = before.filter((unit) => predecessors.some((row) => row['predecessorCode'] === unit['code']));
      const distance = Math.min(...capitals.map((unit) => kilometersBetween(pointOf(clinic), pointOf(unit))));
      // Phú Quốc lies 136 km off Rạch Giá, every other place much nearer to its capital.
      const limit = clinic['name']?.endsWith('Phú Quốc') ? 140 : 90;
      expect([clinic['name'], distance < limit]).toEqual([clinic['name'], true]);
    }
  });

  it('share a point only where the point claims to be a town', () => {
    const exact = clinics.filter((clinic) => ['BUILDING', 'STREET'].includes(clinic['positionPrecision'] ?? ''));
    const points = exact.map((clinic) => `${clinic['latitude'] ?? ''},${clinic['longitude'] ?? ''}`);
    expect(new Set(points).size).toBe(points.length);
  });

  it('claim no contract and no sick-leave authority', () => {
    expect(Object.keys(clinics[0] ?? {})).not.toEqual(expect.arrayContaining(['contractFrom']));
    expect(Object.keys(clinics[0] ?? {})).not.toEqual(expect.arrayContaining(['sickLeaveFrom']));
  });
});
