import { eachDialect, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, SMALL_DIRECTORY } from './small-directory';

interface Facet {
  readonly field: string;
  readonly knownCount: number;
  readonly isSet: boolean;
  readonly countWithout: number;
  readonly choices: readonly { readonly value: string; readonly count: number }[];
}
interface Counted {
  readonly kind: string;
  readonly listedCount: number;
  readonly totalCount: number;
  readonly fields: readonly Facet[];
}

const QUERY = `query ($kinds: [ListingKind!], $filter: MapFilter) { facets(kinds: $kinds, filter: $filter) {
  kind listedCount totalCount fields { field knownCount isSet countWithout choices { value count } } } }`;

eachDialect('facets', (dialect) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
  });

  const ask = async (kind: string, filter: object = {}): Promise<Counted> => {
    const name = `${kind.toLowerCase()}s`;
    const { facets } = await gateway.ask<{ facets: Counted[] }>(QUERY, { kinds: [kind], filter: { [name]: filter } });
    return facets[0] as Counted;
  };
  const field = (counted: Counted, name: string): Facet =>
    counted.fields.find((facet) => facet.field === name) as Facet;
  const counts = (facet: Facet): Record<string, number> =>
    Object.fromEntries(facet.choices.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));

  it('count the entries beside each choice, those without an entry too', async () => {
    const clinics = await ask('CLINIC');
    expect(clinics).toMatchObject({ kind: 'CLINIC', listedCount: 30, totalCount: 30 });
    expect(counts(field(clinics, 'type'))).toEqual({ CLINIC: 30 });
    expect(field(clinics, 'type').choices).toHaveLength(10);
    expect(counts(field(clinics, 'initialRegistration'))).toEqual({ true: 10, false: 20 });
    expect(counts(field(await ask('AGENT'), 'services'))).toEqual({
      VOLUNTARY_SOCIAL_INSURANCE: 2,
      HOUSEHOLD_HEALTH_INSURANCE: 1,
    });
    expect(counts(field(await ask('EMPLOYER'), 'status'))).toEqual({ PARTICIPATING: 2, STOPPED: 1 });
    expect(counts(field(await ask('OFFICE'), 'level'))).toEqual({ PROVINCE: 1, LOCAL: 1 });
  });

  it('tell what is not on record: unknown is not no', async () => {
    const clinics = await ask('CLINIC');
    expect(field(clinics, 'level')).toMatchObject({ knownCount: 0, isSet: false });
    expect(field(clinics, 'issuesSickLeave')).toMatchObject({
      knownCount: 5,
      choices: [
        { value: 'true', count: 5 },
        { value: 'false', count: 0 },
      ],
    });
    expect(field(clinics, 'contractedOn')).toMatchObject({ knownCount: 30, choices: [] });
  });

  it('count a choice beside the other conditions, and what taking a condition off would find', async () => {
    const clinics = await ask('CLINIC', { initialRegistration: true, contractedOn: '2026-01-15', unitCode: '00070' });
    expect(clinics.totalCount).toBe(3);
    expect(counts(field(clinics, 'initialRegistration'))).toEqual({ true: 3, false: 7 });
    expect(field(clinics, 'initialRegistration')).toMatchObject({ isSet: true, countWithout: 10 });
    expect(field(clinics, 'contractedOn')).toMatchObject({ isSet: true, countWithout: 5 });
    expect(field(clinics, 'unitCode')).toMatchObject({ isSet: true, countWithout: 7, choices: [] });
    expect(counts(field(clinics, 'type'))).toEqual({ CLINIC: 3 });
  });

  it('say of an empty list which condition empties it', async () => {
    const filter = { text: 'minh họa', level: 'BASIC', unitCode: '00004', unitAsOf: '2025-06-30' };
    const clinics = await ask('CLINIC', filter);
    expect(clinics.totalCount).toBe(0);
    const without = Object.fromEntries(
      clinics.fields.filter(({ isSet }) => isSet).map((facet) => [facet.field, facet.countWithout]),
    );
    expect(without).toEqual({ level: 15, text: 0, unitCode: 0 });
  });

  it('are those of the lists: the total, and each choice when it is taken', async () => {
    const base = { includeEnded: false, types: ['CLINIC', 'HOSPITAL'] };
    const { choices } = field(await ask('CLINIC', base), 'initialRegistration');
    for (const { value, count } of choices) {
      const taken = { ...base, initialRegistration: value === 'true' };
      const listed = await gateway.ask<{ clinics: { totalCount: number } }>(
        'query ($filter: ClinicFilter) { clinics(filter: $filter) { totalCount } }',
        { filter: taken },
      );
      expect({ value, count }).toEqual({ value, count: listed.clinics.totalCount });
      expect((await ask('CLINIC', taken)).totalCount).toBe(count);
    }
  });

  it('of all kinds come in one answer, and refuse a filter of a kind that is left out', async () => {
    const { facets } = await gateway.ask<{ facets: Counted[] }>(QUERY);
    expect(facets.map(({ kind, listedCount }) => [kind, listedCount])).toEqual([
      ['OFFICE', 3],
      ['CLINIC', 30],
      ['EMPLOYER', 3],
      ['AGENT', 2],
    ]);
    const refused = await gateway.refusal(QUERY, { kinds: ['OFFICE'], filter: { clinics: {} } });
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT' });
    const emptied = await gateway.refusal(QUERY, { kinds: ['CLINIC'], filter: { clinics: { types: [] } } });
    expect(emptied).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
