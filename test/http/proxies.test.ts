import { startServer } from './running-server';

const CALLER = '198.51.100.7';
const MADE_UP = '203.0.113.1';

describe('the address that tries are counted by', () => {
  it.each([
    ['of whoever is connected, without a proxy', false, '127.0.0.1'],
    ['what the one proxy in front adds, never what the caller wrote before', true, CALLER],
    ['what the named proxies add', ['127.0.0.1'], CALLER],
    ['of whoever is connected, where that is no named proxy', ['192.0.2.1'], '127.0.0.1'],
  ])('is %s', async (_what, trustProxy, address) => {
    const server = await startServer({ trustProxy });
    try {
      await server.post({ query: '{ __typename }' }, { 'x-forwarded-for': `${MADE_UP}, ${CALLER}` });
      expect(server.addresses).toEqual([address]);
    } finally {
      await server.close();
    }
  });
});

describe('a proxy that nobody named', () => {
  it.each([
    ['is told of once', false, 1],
    ['is not told of where one is named', true, 0],
  ])('%s', async (_what, trustProxy, times) => {
    const server = await startServer({ trustProxy });
    try {
      for (let turn = 0; turn < 3; turn++)
        await server.post({ query: '{ __typename }' }, { 'x-forwarded-proto': 'https' });
      expect(server.log.filter(({ variable }) => variable === 'TRUST_PROXY')).toHaveLength(times);
    } finally {
      await server.close();
    }
  });
});
