import { AGENT_COLUMNS } from '../../src/features/directory/agent/agent.columns';
import { CLINIC_COLUMNS } from '../../src/features/directory/clinic/clinic.columns';
import { EMPLOYER_COLUMNS } from '../../src/features/directory/employer/employer.columns';
import { generateAgents } from '../../src/seeding/agents';
import { generateClinics } from '../../src/seeding/clinics';
import { generateEmployers } from '../../src/seeding/employers';
import { type Generation } from '../../src/seeding/generated-rows';
import { type Place } from '../../src/seeding/place';
import { randomSource } from '../../src/seeding/random';
import { FACTS_DIRECTORY, readSeedProvinces } from '../../src/seeding/seed-provinces';
import { CLINIC_CODES_PER_PROVINCE, syntheticClinicCode, taxCheckDigit } from '../../src/seeding/synthetic-codes';
import { kilometersBetween, misfitsOf, type Cells } from './seed-files';

const places = readSeedProvinces(FACTS_DIRECTORY);
const generation = (count: number, seed = 7): Generation => ({ count, seed, places });
const baDinh: Place = {
  code: '00004',
  provinceCode: '01',
  name: 'Ba Đình',
  latitude: 21.037,
  longitude: 105.837,
  spreadMeters: 1_000,
  landward: null,
  precision: 'COMMUNE',
  weight: 1,
};

/** A generated row as the cells of its CSV line. */
function cellsOf(row: object): Cells {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, String(value)]));
}

const employers = [...generateEmployers(generation(20_000))];
const clinics = [...generateClinics(generation(5_000))];
const agents = [...generateAgents(generation(5_000))];

describe('the random source', () => {
  it('depends on seed and name alone', () => {
    const draw = (seed: number, name: string): number[] => Array.from({ length: 5 }, randomSource(seed, name));
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
  });

  it('spreads evenly over [0, 1)', () => {
    const random = randomSource(1, 'even');
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});

describe('every generator', () => {
  it('gives the same rows for the same seed and others for another', () => {
    for (const generate of [generateEmployers, generateClinics, generateAgents]) {
      expect([...generate(generation(50))]).toEqual([...generate(generation(50))]);
      expect([...generate(generation(50))]).not.toEqual([...generate(generation(50, 8))]);
    }
  });

  it('begins a longer list with the shorter one', () => {
    expect([...generateEmployers(generation(500))].slice(0, 100)).toEqual([...generateEmployers(generation(100))]);
  });

  it('yields what the import reads', () => {
    expect(misfitsOf(employers.map(cellsOf), EMPLOYER_COLUMNS)).toEqual([]);
    expect(misfitsOf(clinics.map(cellsOf), CLINIC_COLUMNS)).toEqual([]);
    expect(misfitsOf(agents.map(cellsOf), AGENT_COLUMNS)).toEqual([]);
  });

  it('marks every row as demonstration and gives nobody a telephone that can ring', () => {
    const rows = [...employers, ...clinics, ...agents];
    expect(rows.filter((row) => !row.demonstration)).toEqual([]);
    expect(rows.filter((row) => !/^(0200 \d{3} \d{4})?$/.test(row.phones))).toEqual([]);
    expect(rows.filter((row) => row.name !== row.name.normalize('NFC'))).toEqual([]);
  });

  it('never gives a code twice', () => {
    for (const rows of [employers, clinics, agents])
      expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  });

  it('places rows near the point of their unit', () => {
    const placeOf = new Map(places.map((place) => [place.code, place]));
    const strays = [...employers, ...clinics, ...agents].filter((row) => {
      const place = placeOf.get(row.unitCode);
      return !place || kilometersBetween(row, place) > 26;
    });
    expect(strays).toEqual([]);
  });

  it('takes the units it is given', () => {
    const [row] = [...generateAgents({ count: 1, seed: 1, places: [baDinh] })];
    expect(row?.unitCode).toBe('00004');
    expect(row?.positionPrecision).toBe('COMMUNE');
    expect(row?.code).toMatch(/^01\d{8}TH0100004001$/);
  });

  it('refuses more than the codes can tell apart before it writes anything', () => {
    expect(() => generateEmployers(generation(10_000_001)).next()).toThrow(/At most 10000000/);
  });

  it('refuses to work without places', () => {
    expect(() => [...generateEmployers({ count: 1, seed: 1, places: [] })]).toThrow(RangeError);
  });
});

describe('employers', () => {
  it('have codes in the forms that circulate', () => {
    const forms = [/^\d{10}(DN|HK)[A-Z]\d{2}$/, /^\d{7}HC$/, /^[A-Z]{2}\d{4}[AZ]$/];
    for (const form of forms) expect(employers.some((row) => form.test(row.code))).toBe(true);
    expect(employers.filter((row) => !forms.some((form) => form.test(row.code)))).toEqual([]);
  });

  it('bear tax codes that no check passes', () => {
    const valid = employers.filter(
      ({ taxCode }) => taxCode !== '' && Number(taxCode.at(-1)) === taxCheckDigit(taxCode.slice(0, 9)),
    );
    expect(valid).toEqual([]);
    expect(employers.filter((row) => row.taxCode !== '').length).toBeGreaterThan(15_000);
  });

  it('own two codes now and then', () => {
    const codesOfTaxCode = new Map<string, Set<string>>();
    for (const row of employers) {
      if (row.taxCode === '') continue;
      codesOfTaxCode.set(row.taxCode, (codesOfTaxCode.get(row.taxCode) ?? new Set()).add(row.code));
    }
    const several = [...codesOfTaxCode.values()].filter((codes) => codes.size > 1);
    expect(several.length).toBeGreaterThan(100);
    expect(several.length).toBeLessThan(1_000);
  });

  it('are mostly participating, with sole traders and public bodies among them', () => {
    const shareOf = (test: (row: (typeof employers)[number]) => boolean): number =>
      employers.filter(test).length / employers.length;
    expect(shareOf((row) => row.status === 'PARTICIPATING')).toBeCloseTo(0.9, 1);
    expect(shareOf((row) => row.soleTrader)).toBeCloseTo(0.11, 1);
    expect(shareOf((row) => row.code.endsWith('HC'))).toBeCloseTo(0.08, 1);
    expect(employers.filter((row) => row.soleTrader && row.phones !== '')).toEqual([]);
  });

  it('have hundreds of thousands of different names', () => {
    const names = new Set<string>();
    const codes = new Set<string>();
    for (const row of generateEmployers(generation(300_000))) {
      names.add(row.name);
      codes.add(row.code);
    }
    expect(codes.size).toBe(300_000);
    expect(names.size).toBeGreaterThan(270_000);
  });
});

describe('clinics', () => {
  it('never get a code of the shipped facts, whose third character is S or a digit', () => {
    expect(clinics.filter((row) => !/^\d{2}[A-RT-Z][0-9A-Z]{2}$/.test(row.code))).toEqual([]);
  });

  it('run out of codes with a clear error, not with a code twice', () => {
    expect(
      new Set(Array.from({ length: CLINIC_CODES_PER_PROVINCE }, (_, i) => syntheticClinicCode('01', i))).size,
    ).toBe(CLINIC_CODES_PER_PROVINCE);
    expect(() => syntheticClinicCode('01', CLINIC_CODES_PER_PROVINCE)).toThrow(/At most/);
  });

  it('hold contracts and authorities that run and some that ended, never backwards', () => {
    expect(clinics.some((row) => row.contractUntil === '')).toBe(true);
    expect(clinics.some((row) => row.contractUntil === '2025-12-31')).toBe(true);
    expect(clinics.some((row) => row.sickLeaveFrom === '')).toBe(true);
    expect(clinics.some((row) => row.initialRegistration) && clinics.some((row) => !row.initialRegistration)).toBe(
      true,
    );
  });
});

describe('agents', () => {
  it('have codes of organisation, TH, commune and number', () => {
    expect(agents.filter((row) => !/^\d{10}TH\d{7}\d{3}$/.test(row.code))).toEqual([]);
  });

  it('offer one service or both', () => {
    expect(new Set(agents.map((row) => row.services)).size).toBe(3);
  });
});
