import { join } from 'node:path';
import { STATUTORY_COLUMNS } from '../../src/features/statutory/statutory.columns';
import { StatutoryFact } from '../../src/features/statutory/statutory-value.entity';
import { holdsOn } from '../../src/shared/calendar';
import { readSeedStatutory } from '../../src/seeding/seed-statutory';
import { misfitsOf, rowsOf, SEEDS } from './seed-files';

const values = readSeedStatutory();
const units = rowsOf(join(SEEDS, 'directory'), 'units');
const orNull = (text: string | undefined): string | null => text || null;

describe('the shipped values of laws and decrees', () => {
  it('are what the import reads, each with its law, and each once', () => {
    const cells = values.map(({ value, ...row }) => ({ ...row, value: value === null ? '' : String(value) }));
    expect(misfitsOf(cells, STATUTORY_COLUMNS)).toEqual([]);
    const keys = values.map(({ fact, subject, validFrom }) => [fact, subject, validFrom].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { source } of values) expect(source).toMatch(/^(Luật|Nghị định|Thông tư liên tịch) \d+\/(20)?\d\d/);
  });

  it('hold something of every fact', () => {
    expect(new Set(values.map(({ fact }) => fact))).toEqual(new Set(Object.values(StatutoryFact)));
  });

  it('only ever rise, the base salary and the minimum wage of each region, and fall from region to region', () => {
    const of = (fact: string, subject: string): number[] =>
      values.filter((row) => row.fact === fact && row.subject === subject).map(({ value }) => value ?? 0);
    const wages = ['1', '2', '3', '4'].map((region) => of(StatutoryFact.REGIONAL_MINIMUM_WAGE, region));
    for (const history of [of(StatutoryFact.BASE_SALARY, ''), ...wages]) {
      expect(history.length).toBeGreaterThan(10);
      expect(history).toEqual([...history].sort((one, other) => one - other));
    }
    for (const [year] of (wages[0] ?? []).entries()) {
      const inYear = wages.map((history) => history[year] ?? 0);
      expect(inYear).toEqual([...inYear].sort((one, other) => other - one));
    }
  });

  it('name the region of units that had the code on the first day, and of each district that the seeds know', () => {
    const regions = values.filter(({ fact }) => fact === String(StatutoryFact.WAGE_REGION));
    for (const { subject, validFrom } of regions) {
      const named = units.filter(
        (unit) => unit['code'] === subject && holdsOn(validFrom, orNull(unit['validFrom']), orNull(unit['validUntil'])),
      );
      expect([subject, validFrom, named.length]).toEqual([subject, validFrom, 1]);
    }
    const known = new Set(regions.map(({ subject }) => subject));
    const districts = units.filter((unit) => unit['level'] === 'DISTRICT');
    expect(districts.filter((unit) => !known.has(unit['code'] ?? ''))).toEqual([]);
  });
});
