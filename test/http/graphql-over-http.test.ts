import { serverAudits } from 'graphql-http';
import { type RunningServer, startServer } from './running-server';

let server: RunningServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.close());

const audits = serverAudits({ url: () => `${server.url}/graphql` });

test('there are 61 audits', () => expect(audits).toHaveLength(61));

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('audit %s: %s', async (_id, _name, audit) => {
  const result = await audit.fn();
  expect(result).toMatchObject({ status: 'ok' });
});
