import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { type Database } from '../../src/database/database';
import { type GatewayContext } from '../../src/features/context';
import { DirectoryRequest, RequestScope } from '../../src/features/directory/directory-request';
import { ANONYMOUS } from '../../src/features/protection/principal';
import { defaultHttpOptions } from '../../src/http/options';
import { createHttpServer } from '../../src/http/server';
import { eachDialect, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, SMALL_DIRECTORY } from './small-directory';

const CLINICS =
  '{ clinics(first: 1) { edges { cursor node { id name unit { name } managingOffice { name } } } pageInfo { endCursor } } }';

eachDialect('kept answers over the published directory', (dialect) => {
  let database: Database;
  let gateway: TestGateway;
  let app: FastifyInstance;
  let url: string;
  let executed = 0;

  beforeAll(async () => {
    ({ database } = await testDatabase(dialect));
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
    const { snapshots } = gateway;
    app = await createHttpServer<GatewayContext>({
      options: defaultHttpOptions,
      schema: gateway.schema,
      logger: pino({ level: 'silent' }),
      createContext: ({ signal, cachePolicy, session }) => {
        executed += 1;
        const directory = new DirectoryRequest(gateway.services, new RequestScope(signal, gateway.now));
        return {
          signal,
          caller: 'test',
          cachePolicy,
          session,
          principal: { current: () => Promise.resolve(ANONYMOUS), reset: () => undefined },
          directory,
          revisionsRead: () => directory.revisionsRead,
          kindsRead: () => directory.kindsRead,
        };
      },
      revision: () => snapshots.number,
      kindRevisions: () => snapshots.current().revision.kindRevisions,
      notReady: () => null,
      pageRoot: tmpdir(),
      graphiqlRoot: tmpdir(),
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;
  }, 120_000);
  afterAll(() => app.close());

  async function get(
    query: string,
  ): Promise<{ etag: string; revision: string; data: Record<string, unknown>; isKept: boolean }> {
    const before = executed;
    const response = await fetch(`${url}?${new URLSearchParams({ query }).toString()}`);
    const { data } = (await response.json()) as { data: Record<string, unknown> };
    const header = (name: string): string => response.headers.get(name) ?? '';
    return { etag: header('etag'), revision: header('x-directory-revision'), data, isKept: executed === before };
  }

  async function republish(kinds: Parameters<typeof publish>[1]): Promise<number> {
    await publish(database, kinds);
    await gateway.snapshots.refresh();
    return gateway.snapshots.number;
  }
  const agentsNamed = (name: string): Parameters<typeof publish>[1] => ({
    agents: SMALL_DIRECTORY.agents.map((row) => ({ ...row, name })),
  });

  test('an import of agents leaves pages of clinics as they are, and not those of agents or of everything', async () => {
    const [clinics, agents, found] = [
      CLINICS,
      '{ agents { edges { node { name } } } }',
      '{ search(text: "ba dinh") { totalCount } }',
    ];
    const before = [await get(clinics), await get(agents), await get(found)];
    await republish(agentsNamed('Điểm thu mới'));
    const after = [await get(clinics), await get(agents), await get(found)];
    expect(after.map(({ isKept }) => isKept)).toEqual([true, false, false]);
    expect(after.map(({ etag }, index) => etag === before[index]?.etag)).toEqual([true, false, true]);
    expect(JSON.stringify(after[1]?.data)).toContain('Điểm thu mới');
  });

  test('what leads from one kind to another was read from both', async () => {
    const before = await get(CLINICS);
    await republish({
      offices: SMALL_DIRECTORY.offices.map((row) => ({ ...row, name: `${String(row['name'])} mới` })),
    });
    const after = await get(CLINICS);
    expect([after.isKept, after.etag === before.etag]).toEqual([false, false]);
  });

  test('the number of the revision is read from everything', async () => {
    const query = '{ directoryRevision { number } }';
    await get(query);
    const number = await republish(agentsNamed('Điểm thu khác'));
    expect((await get(query)).data).toEqual({ directoryRevision: { number } });
  });

  test('an answer names the revision that it was read from, a page of an earlier one too', async () => {
    const first = await get(CLINICS);
    const after = JSON.stringify((first.data['clinics'] as { pageInfo: { endCursor: string } }).pageInfo.endCursor);
    const began = gateway.snapshots.number;
    await republish({
      clinics: SMALL_DIRECTORY.clinics.map((row) => ({ ...row, name: `${String(row['name'])} mới` })),
    });
    const page = await get(`{ clinics(first: 1, after: ${after}) { edges { node { name unit { name } } } } }`);
    expect(page.revision).toBe(String(began));
    expect(JSON.stringify(page.data)).not.toContain('mới"');
    expect((await get(CLINICS)).revision).toBe(String(gateway.snapshots.number));
    const both = await get(
      `{ old: clinics(first: 1, after: ${after}) { totalCount } now: clinics(first: 1) { edges { node { name } } } }`,
    );
    expect(both.revision).toBe(`${began}, ${gateway.snapshots.number}`);
  });
});
