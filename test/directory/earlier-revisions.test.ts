import { type Database } from '../../src/database/database';
import { eachDialect, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, type Rows, SMALL_DIRECTORY } from './small-directory';

const PAGE = `query ($after: String) {
  clinics(first: 2, after: $after, filter: { unitCode: "01" }) {
    pageInfo { endCursor }
    edges { node {
      id code
      unit { name parent { name } province { name } office { name } }
      statedUnit { name office { name serves { edges { node { name office { name } } } } } }
      managingOffice { name parent { name } children { edges { node { name unit { name } } } } }
    } }
  }
  directoryRevision { number }
}`;

interface Page {
  readonly clinics: {
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly id: string; readonly code: string } }[];
  };
  readonly directoryRevision: { readonly number: number };
}

const renamed = (rows: Rows): Rows => rows.map((row) => ({ ...row, name: `${row['name'] ?? ''} mới` }));

/** The same directory with every name changed, and without most of the clinics. */
const LATER = {
  ...SMALL_DIRECTORY,
  units: renamed(SMALL_DIRECTORY.units),
  offices: renamed(SMALL_DIRECTORY.offices),
  clinics: renamed(SMALL_DIRECTORY.clinics.slice(0, 2)),
};

eachDialect('a page of an earlier revision', (dialect) => {
  let database: Database;
  let gateway: TestGateway;
  let before: Page;
  let first: Page;
  beforeAll(async () => {
    ({ database } = await testDatabase(dialect));
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
    first = await gateway.ask<Page>(PAGE);
    before = await gateway.ask<Page>(PAGE, { after: first.clinics.pageInfo.endCursor });
    await publish(database, LATER);
    await gateway.snapshots.refresh();
  }, 120_000);

  test('is the page that was, with everything that it leads to', async () => {
    expect(JSON.stringify(before)).toContain('BHXH thành phố Hà Nội');
    expect(await gateway.ask<Page>(PAGE, { after: first.clinics.pageInfo.endCursor })).toEqual(before);
    expect(gateway.revisionsRead).toEqual([before.directoryRevision.number]);
    expect(JSON.stringify(await gateway.ask<Page>(PAGE))).toContain('BHXH thành phố Hà Nội mới');
  });

  test('says from which revision it was read, and its entries are found there again', async () => {
    const { directoryRevision, clinics } = before;
    expect(gateway.snapshots.number).toBe(directoryRevision.number + 1);
    const ids = clinics.edges.map(({ node }) => node.id);
    const nodes = 'query ($ids: [ID!]!, $revision: Int) { nodes(ids: $ids, revision: $revision) { id } }';
    expect(await gateway.ask(nodes, { ids })).toEqual({ nodes: [null, null] });
    expect(await gateway.ask(nodes, { ids, revision: directoryRevision.number })).toEqual({
      nodes: ids.map((id) => ({ id })),
    });
  });

  test('is read beside the published one when an operation asks for both', async () => {
    const both = `query ($after: String) {
      directoryRevision { number }
      old: clinics(first: 1, after: $after, filter: { unitCode: "01" }) { edges { node { unit { name } } } }
      new: clinics(first: 1) { edges { node { unit { name } } } }
    }`;
    expect(await gateway.ask(both, { after: first.clinics.pageInfo.endCursor })).toEqual({
      directoryRevision: { number: gateway.snapshots.number },
      old: { edges: [{ node: { unit: { name: 'Phường Ba Đình' } } }] },
      new: { edges: [{ node: { unit: { name: 'Phường Ba Đình mới' } } }] },
    });
    expect(gateway.revisionsRead).toEqual([before.directoryRevision.number, gateway.snapshots.number]);
  });

  test('goes on as it is when only other kinds were published since, however often', async () => {
    const page = await gateway.ask<Page>(PAGE.replaceAll('2, after', '1, after'));
    const after = page.clinics.pageInfo.endCursor;
    for (const name of ['Một', 'Hai', 'Ba', 'Bốn']) {
      await publish(database, { agents: SMALL_DIRECTORY.agents.map((row) => ({ ...row, name })) });
      await gateway.snapshots.refresh();
    }
    const next = await gateway.ask<Page>(PAGE.replaceAll('2, after', '1, after'), { after });
    expect(next.clinics.edges.map(({ node }) => node.code)).toEqual(['01A01']);
    expect(next.directoryRevision.number).toBe(gateway.snapshots.number);
    expect((await gateway.refusal(PAGE, { after: first.clinics.pageInfo.endCursor })).code).toBe('REVISION_GONE');
  });
});
