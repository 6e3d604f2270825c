import { isNumberOf } from '../../src/features/people/document/identity-document.rules';
import { Sex } from '../../src/features/people/person.entity';
import { salaryCap } from '../../src/features/records/salary-cap.rules';
import { StatutoryGap } from '../../src/features/records/statutory.types';
import { fiveYearsFrom } from '../../src/features/records/five-years.rules';
import { InsuranceKind, paysFor } from '../../src/features/records/insurance-kind.types';
import { contributionTime } from '../../src/features/records/contribution-time.rules';
import { keyOf, RECORD_KINDS } from '../../src/features/records/personal-kinds';
import { PersonStore } from '../../src/features/people/person.store';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { Contribution } from '../../src/features/records/contribution.entity';
import { generatePeople, POPULATION_YEAR } from '../../src/seeding/people/generate-people';
import { seedPeople } from '../../src/seeding/people/seed-people';
import { readSeedProvinces } from '../../src/seeding/seed-provinces';
import { testKeyRing } from '../people/synthetic-keys';
import { STATUTORY } from '../setup/statutory';
import { eachDialect, testDatabase } from '../setup/test-database';

const places = readSeedProvinces();
const population = [...generatePeople({ count: 3_000, seed: 1, places })];
const people = population.map(({ person }) => person);

describe('a made-up population', () => {
  it('is the same for the same seed, and the first of more people are the same people', () => {
    expect([...generatePeople({ count: 300, seed: 1, places })]).toEqual(population.slice(0, 300));
    const [other] = generatePeople({ count: 1, seed: 2, places });
    expect(other).not.toEqual(population[0]);
  });

  it('has codes that nobody can have: 99 is no province, 999 no place of birth, 0200 no area, .invalid no domain', () => {
    for (const { bhxhCode, personalIdNumber, phone, email } of people) {
      expect(bhxhCode).toMatch(/^99\d{8}$/);
      if (personalIdNumber !== null) expect(personalIdNumber).toMatch(/^999\d{9}$/);
      if (phone !== null) expect(phone).toMatch(/^0200\d{7}$/);
      if (email !== null) expect(email).toMatch(/@example\.invalid$/);
    }
    expect(new Set(people.map(({ bhxhCode }) => bhxhCode)).size).toBe(people.length);
    expect(new Set(people.map(({ personalIdNumber }) => personalIdNumber ?? Math.random())).size).toBe(people.length);
  });

  it('has the papers of whom it belongs to, with numbers that nobody can have', () => {
    const papers = population.flatMap(({ documents }) => documents);
    const of = (kind: string): string[] =>
      papers.filter((document) => kind === String(document.kind)).map(({ number }) => number);
    for (const { kind, number, personId, issuedOn } of papers) {
      expect([kind, isNumberOf(kind, number)]).toEqual([kind, true]);
      const owner = people.find((person) => person.personId === personId);
      expect((issuedOn ?? '').slice(0, 4) > (owner?.dateOfBirth ?? '').slice(0, 4)).toBe(true);
    }
    expect(of('CCCD')).toEqual(people.map(({ personalIdNumber }) => personalIdNumber).filter((one) => one !== null));
    for (const number of of('CMND')) expect(number).toMatch(/^99\d{7}$/);
    for (const number of of('PASSPORT')) expect(number).toMatch(/^ZZ\d{7}$/);
    expect(Math.min(of('CMND').length, of('PASSPORT').length)).toBeGreaterThan(100);
    expect(new Set(papers.map(({ number }) => number)).size).toBe(papers.length);
  });

  it('has names by frequency and sex', () => {
    const share = (pattern: RegExp, among = people): number =>
      among.filter(({ fullName }) => pattern.test(fullName)).length / among.length;
    expect(share(/^Nguyễn /)).toBeGreaterThan(0.3);
    expect(share(/^Nguyễn /)).toBeLessThan(0.45);
    expect(
      share(
        / Thị /,
        people.filter(({ sex }) => sex === Sex.MALE),
      ),
    ).toBe(0);
    expect(
      share(
        / Thị /,
        people.filter(({ sex }) => sex === Sex.FEMALE),
      ),
    ).toBeGreaterThan(0.4);
  });

  it('has children under age in the household of a parent who is their guardian', () => {
    const byId = new Map(people.map((person) => [person.personId, person]));
    const children = people.filter(({ guardianId }) => guardianId !== null);
    expect(children.length).toBeGreaterThan(100);
    for (const child of children) {
      const guardian = byId.get(child.guardianId ?? 0);
      expect(guardian?.address).toBe(child.address);
      expect(guardian?.guardianId).toBeNull();
      expect(POPULATION_YEAR - Number(child.dateOfBirth.slice(0, 4))).toBeLessThan(18);
    }
  });

  it('never pays for more than the cap of the month, which the best paid of several years reach', () => {
    const years = new Set<string>();
    for (const { fromMonth, salaryVnd } of population.flatMap(({ contributions }) => contributions)) {
      const social = { kind: InsuranceKind.SOCIAL, month: fromMonth, isStatePay: false };
      const found = salaryCap(STATUTORY, { ...social, region: StatutoryGap.REGION_UNKNOWN });
      const cap = typeof found === 'string' ? Infinity : found.amountVnd;
      expect(salaryVnd ?? 0).toBeLessThanOrEqual(cap);
      if (salaryVnd === cap) years.add(fromMonth.slice(0, 4));
    }
    expect(years.size).toBeGreaterThan(3);
  });

  it('has cards whose five-year date follows from the months that were paid for', () => {
    for (const { cards, contributions } of population) {
      const health = contributions.filter(({ kindBits }) => paysFor(kindBits, InsuranceKind.HEALTH));
      expect(health.length).toBeGreaterThan(0);
      for (const card of cards)
        expect(card.fiveYearsFrom).toBe(fiveYearsFrom(STATUTORY, health, `${POPULATION_YEAR}-01-01`));
    }
    const dates = population.map(({ cards }) => cards[0]?.fiveYearsFrom ?? '');
    expect(dates.some((day) => day > '2026-12-31')).toBe(true);
    expect(dates.some((day) => day !== '' && day < '2020-01-01')).toBe(true);
  });

  it('has careers with gaps, with overlaps, and with changes of the job', () => {
    const careers = population.map(({ contributions }) =>
      contributions.filter(({ employerCode }) => employerCode !== ''),
    );
    const lengthOf = (rows: readonly Contribution[]): number =>
      rows.reduce((sum, row) => sum + contributionTime([row]).months, 0);
    expect(careers.some((rows) => contributionTime(rows).gaps.length > 0)).toBe(true);
    expect(careers.some((rows) => lengthOf(rows) > contributionTime(rows).months)).toBe(true);
    expect(careers.some((rows) => new Set(rows.map(({ employerCode }) => employerCode)).size > 2)).toBe(true);
    for (const row of population.flatMap(({ contributions }) => contributions)) {
      expect(row.fromMonth <= row.toMonth).toBe(true);
    }
  });

  it('has every kind of benefit, visits in several years, and a card for everyone', () => {
    const kinds = new Set(population.flatMap(({ benefits }) => benefits.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['HEALTH', 'LUMP_SUM', 'MONTHLY', 'SICKNESS_MATERNITY']);
    const years = new Set(population.flatMap(({ visits }) => visits.map(({ admittedOn }) => admittedOn.slice(0, 4))));
    expect(years.size).toBeGreaterThan(3);
    expect(population.every(({ cards }) => cards.some(({ validFrom }) => validFrom === '2026-01-01'))).toBe(true);
  });
});

eachDialect('seeding people', (dialect) => {
  it('writes the population once, however often it runs', async () => {
    const { database } = await testDatabase(dialect);
    const keeper = new PersonalDataStore(database, new PersonStore(database, testKeyRing()));
    const options = { count: 120, seed: 1, places, batchSize: 50, skipKnown: false };
    expect(await seedPeople(options, keeper)).toBe(120);
    const before = await database.read(Contribution).count();
    const generated = population.slice(0, 120).flatMap(({ contributions }) => contributions);
    expect(before).toBe(new Set(generated.map((row) => keyOf('contributions', row))).size);
    await seedPeople(options, keeper);
    expect(await database.read(Contribution).count()).toBe(before);
    expect(await seedPeople({ ...options, skipKnown: true }, keeper)).toBe(0);
    expect(RECORD_KINDS).toHaveLength(5);
  });
});
