import { eachDialect, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, SMALL_DIRECTORY } from './small-directory';

const PLACE = `unit { name } until today { name } responsible { officeMatch office { code } noteVi noteEn }`;
interface Place {
  readonly unit: { readonly name: string };
  readonly until: string | null;
  readonly today: readonly { readonly name: string }[];
  readonly responsible: { readonly officeMatch: string; readonly office: { readonly code: string } | null };
}

eachDialect('places', (dialect) => {
  let gateway: TestGateway;
  const suggested = async (text: string): Promise<Place[]> =>
    (
      await gateway.ask<{ suggestPlaces: Place[] }>(
        `query ($text: String!) { suggestPlaces(text: $text) { ${PLACE} } }`,
        { text },
      )
    ).suggestPlaces;

  beforeAll(async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
  });

  it.each(['phường Trúc Bạch, Ba Đình, Hà Nội', 'p. truc bach, q. ba dinh, hn', 'phường trúc b'])(
    'are offered for %s with both names, the last day of the old one and the responsible office',
    async (text) => {
      expect(await suggested(text)).toEqual([
        {
          unit: { name: 'Phường Trúc Bạch' },
          until: '2025-06-30',
          today: [{ name: 'Phường Ba Đình' }],
          responsible: { officeMatch: 'JURISDICTION', office: { code: 'cs-1' }, noteVi: null, noteEn: null },
        },
      ]);
    },
  );

  it('of today come before former ones of the same name', async () => {
    const found = await suggested('ba đình');
    expect(found.map(({ unit, until }) => [unit.name, until])).toEqual([
      ['Phường Ba Đình', null],
      ['Quận Ba Đình', '2025-06-30'],
    ]);
    expect(found[0]?.today).toEqual([{ name: 'Phường Ba Đình' }]);
  });

  it('without a local office on record name that of the province, and say so', async () => {
    const [place] = await suggested('phường Hoàn Kiếm');
    expect(place?.responsible).toMatchObject({ officeMatch: 'PROVINCE', office: { code: '001' } });
    expect(Object.values(place?.responsible ?? {})).not.toContain(null);
  });

  it('stand beside the entries that a search finds, and are none for a text that names anything else', async () => {
    const query = 'query ($text: String!) { search(text: $text) { places { unit { name } until } nodes { code } } }';
    const ask = (text: string): Promise<{ search: { places: object[]; nodes: object[] } }> =>
      gateway.ask(query, { text });
    const address = (await ask('phường Trúc Bạch, Ba Đình')).search;
    expect(address.places).toEqual([{ unit: { name: 'Phường Trúc Bạch' }, until: '2025-06-30' }]);
    expect(address.nodes.length).toBeGreaterThan(0);
    expect((await ask('phòng khám Minh họa')).search.places).toEqual([]);
  });

  it('are 1 to 20', async () => {
    expect(await gateway.refusal('{ suggestPlaces(text: "hà nội", first: 21) { until } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await gateway.ask('{ suggestPlaces(text: "ba đình", first: 1) { until } }')).toEqual({
      suggestPlaces: [{ until: null }],
    });
  });

  it('need no statement of the database for their names', async () => {
    expect(await gateway.statements('{ suggestPlaces(text: "trúc bạch") { unit { name } today { name } } }')).toBe(0);
  });
});

eachDialect('the office of a former district', (dialect) => {
  const withSecondWard = (officeCode: string | null): typeof SMALL_DIRECTORY => ({
    ...SMALL_DIRECTORY,
    units: [
      ...SMALL_DIRECTORY.units,
      { code: '00013', level: 'COMMUNE', name: 'Phường Quán Thánh', parentCode: '001', validUntil: '2025-06-30' },
      { code: '00008', level: 'COMMUNE', name: 'Phường Ngọc Hà', parentCode: '01', validFrom: '2025-07-01' },
    ],
    unitSuccessions: [
      ...SMALL_DIRECTORY.unitSuccessions,
      { predecessorCode: '00013', successorCode: '00008', level: 'COMMUNE', on: '2025-07-01' },
    ],
    officeJurisdictions: [
      ...SMALL_DIRECTORY.officeJurisdictions,
      ...(officeCode ? [{ unitCode: '00008', officeCode }] : []),
    ],
  });

  it.each([
    ['cs-1', 'JURISDICTION', 'cs-1'],
    ['001', 'PROVINCE', '001'],
    [null, 'PROVINCE', '001'],
  ])(
    'is the one that serves all that followed it (the second ward: %s), else that of the province',
    async (officeCode, officeMatch, code) => {
      const { database } = await testDatabase(dialect);
      await publish(database, withSecondWard(officeCode));
      const gateway = new TestGateway(database);
      await gateway.snapshots.refresh();
      const query = `{ officeFor(unit: "001", asOf: "2025-06-30") { officeMatch office { code } }
      unit(code: "001", asOf: "2025-06-30") { today { name } } }`;
      expect(await gateway.ask(query)).toEqual({
        officeFor: { officeMatch, office: { code } },
        unit: { today: [{ name: 'Phường Ba Đình' }, { name: 'Phường Ngọc Hà' }] },
      });
    },
  );
});
