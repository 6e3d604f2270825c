import { publish, SMALL_DIRECTORY } from '../directory/small-directory';
import { TestGateway } from '../directory/gateway';
import { eachDialect, testDatabase } from '../setup/test-database';

interface Hit {
  readonly reasons: readonly string[];
  readonly former: { readonly code: string; readonly name: string; readonly until: string | null } | null;
  readonly node: { readonly code: string };
}

const SEARCH = `query ($text: String!, $includeEnded: Boolean) {
  search(text: $text, first: 5, includeEnded: $includeEnded) {
    edges { reasons former { code name until } node { code } }
  }
}`;

eachDialect('what has ended', (dialect) => {
  let gateway: TestGateway;

  beforeAll(async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, {
      ...SMALL_DIRECTORY,
      units: [
        ...SMALL_DIRECTORY.units,
        { code: '002', level: 'DISTRICT', name: 'Quận Hoàn Kiếm', parentCode: '01', validUntil: '2025-06-30' },
        { code: '00073', level: 'COMMUNE', name: 'Phường Hàng Bạc', parentCode: '002', validUntil: '2025-06-30' },
      ],
      unitSuccessions: [
        ...SMALL_DIRECTORY.unitSuccessions,
        { predecessorCode: '00073', successorCode: '00070', level: 'COMMUNE', on: '2025-07-01' },
      ],
      offices: [
        ...SMALL_DIRECTORY.offices,
        {
          code: 'cs-9',
          name: 'BHXH cơ sở Cửa Nam',
          level: 'LOCAL',
          parentCode: '001',
          unitCode: '00070',
          validFrom: '2025-07-01',
        },
        {
          code: '00102',
          name: 'BHXH Quận Hoàn Kiếm',
          level: 'DISTRICT',
          parentCode: '001',
          unitCode: '002',
          validUntil: '2025-06-30',
        },
      ],
      officeJurisdictions: [...SMALL_DIRECTORY.officeJurisdictions, { unitCode: '00070', officeCode: 'cs-9' }],
    });
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
  });

  const hits = async (text: string, includeEnded = false): Promise<readonly Hit[]> =>
    (await gateway.ask<{ search: { edges: readonly Hit[] } }>(SEARCH, { text, includeEnded })).search.edges;

  it('is found by its old name: its successor comes, and says whose place it took', async () => {
    const [first] = await hits('bhxh quận ba đình');
    expect(first?.node.code).toBe('cs-1');
    expect(first?.former).toEqual({ code: '00101', name: 'BHXH Quận Ba Đình', until: '2025-06-30' });
    expect(first?.reasons).toContain('FORMER');
  });

  it('without a successor by name gives the office responsible for the place today', async () => {
    const [first] = await hits('cho hỏi bảo hiểm xã hội quận Hoàn Kiếm ở đâu');
    expect(first?.node.code).toBe('cs-9');
    expect(first?.former?.code).toBe('00102');
  });

  it('is found by its old code', async () => {
    const [first] = await hits('00102');
    expect(first?.node.code).toBe('cs-9');
    expect(first?.reasons).toEqual(expect.arrayContaining(['CODE', 'FORMER']));
  });

  it('is itself the hit where ended entries are asked for', async () => {
    const [first] = await hits('bhxh quận ba đình', true);
    expect(first?.node.code).toBe('00101');
    expect(first?.former).toBeNull();
  });

  it('and has nothing in its place is told of as ended', async () => {
    const [first] = await hits('Phòng khám Minh họa số 21');
    expect(first?.node.code).toBe('01A21');
    expect(first?.former).toEqual({ code: '01A21', name: 'Phòng khám Minh họa số 21', until: '2025-12-31' });
  });

  it('leads suggestions to what serves now', async () => {
    const { suggest } = await gateway.ask<{ suggest: readonly { code: string }[] }>(
      '{ suggest(text: "bhxh quan hoan k", first: 3) { code } }',
    );
    expect(suggest[0]?.code).toBe('cs-9');
    expect(suggest.map(({ code }) => code)).not.toContain('00102');
  });

  it('has an office for each of its units: the one that serves there today', async () => {
    const ask = async (unit: string, asOf: string | null): Promise<unknown> =>
      (
        await gateway.ask<{ officeFor: unknown }>(
          'query ($unit: String!, $asOf: Date) { officeFor(unit: $unit, asOf: $asOf) { commune { name } office { code } officeMatch } }',
          { unit, asOf },
        )
      ).officeFor;
    expect(await ask('00073', '2025-01-01')).toEqual({
      commune: { name: 'Phường Hàng Bạc' },
      office: { code: 'cs-9' },
      officeMatch: 'JURISDICTION',
    });
    expect(await ask('00004', null)).toMatchObject({ commune: { name: 'Phường Ba Đình' }, office: { code: 'cs-1' } });
    expect(await gateway.refusal('{ officeFor(unit: "99999") { noteVi } }')).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
