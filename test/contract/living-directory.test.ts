import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type GatewayProcess, runCommand, startGateway } from '../setup/gateway-process';
import { databaseEnvironment, eachDialect, testLocation } from '../setup/test-database';

const LIMIT_MS = 180_000;
const EMPLOYERS = 10_000;
/** On a busy machine of two processors a fair share alone can take some hundred milliseconds. */
const NOTICEABLE_MS = 1_000;

interface Seen {
  readonly revision: number;
  readonly employers: number;
  readonly elapsedMs: number;
}

/** Answers go on, each from one whole revision, while another process imports and the indexes are built again. */
eachDialect('a directory that is published anew', (dialect) => {
  let gateway: GatewayProcess;
  let environment: Record<string, string>;
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-living-'));
  const look = async (): Promise<Seen> => {
    const began = performance.now();
    // The variable keeps the answer out of the cache of finished answers.
    const query =
      'query ($limit: Int!) { directoryRevision { number } employers(filter: {}, first: $limit) { totalCount } }';
    const answer = await gateway.query<{ directoryRevision: { number: number }; employers: { totalCount: number } }>(
      query,
      {
        limit: 1 + (Math.floor(began) % 100),
      },
    );
    return {
      revision: answer.directoryRevision.number,
      employers: answer.employers.totalCount,
      elapsedMs: performance.now() - began,
    };
  };

  beforeAll(async () => {
    const location = await testLocation(dialect);
    environment = { DATA_DIR: folder, ...databaseEnvironment(location) };
    gateway = await startGateway(environment);
  }, LIMIT_MS);
  afterAll(async () => {
    await gateway?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'never answers late or from half a revision',
    async () => {
      const before = await look();
      const importing = runCommand(['seed', '--employers', String(EMPLOYERS)], environment, LIMIT_MS);
      let over = false;
      void importing.finally(() => (over = true));
      const seen: Seen[] = [];
      const deadline = Date.now() + LIMIT_MS;
      while ((!over || seen.at(-1)?.employers !== EMPLOYERS) && Date.now() < deadline) {
        seen.push(await look());
        await sleep(20);
      }
      expect(await importing).toMatchObject({ code: 0 });
      expect(new Set(seen.map(({ revision, employers }) => `${revision}:${employers}`))).toEqual(
        new Set([`${before.revision}:${before.employers}`, `${before.revision + 1}:${EMPLOYERS}`]),
      );
      expect(Math.max(...seen.map(({ elapsedMs }) => elapsedMs))).toBeLessThan(NOTICEABLE_MS);
    },
    LIMIT_MS,
  );
});
