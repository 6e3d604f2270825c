import { defaultHttpOptions } from '../../src/http/options';
import { LoopMeter } from '../setup/loop-meter';
import { answerOf, type RunningServer, startServer } from './running-server';

let server: RunningServer;
beforeAll(async () => (server = await startServer({ trustProxy: true })));
afterAll(() => server.close());

let asked = 0;
/** Another query each time, so that none is answered from memory. */
const busy = (fields: number, ms: number): { query: string } => {
  asked += 1;
  return {
    query: `{ ${Array.from({ length: fields }, (_, index) => `a${asked}x${index}: busy(ms: ${ms})`).join(' ')} }`,
  };
};
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

test('twenty expensive fields of one operation let others in between', async () => {
  const meter = new LoopMeter();
  const { data } = await answerOf(await server.post(busy(20, 6)));
  expect(Object.keys(data ?? {})).toHaveLength(20);
  expect(meter.stop().workMs).toBeLessThan(50);
});

test('thousands of objects inside objects let others in between', async () => {
  const meter = new LoopMeter();
  const query = '{ offices(first: 100) { children(first: 60) { parent { code } } } }';
  const { data } = await answerOf(await server.post({ query }));
  expect(data?.offices).toHaveLength(100);
  expect(meter.stop().workMs).toBeLessThan(50);
});

test('a caller of one operation does not wait for all those of another caller', async () => {
  const begun = performance.now();
  const ended: string[] = [];
  const many = Array.from({ length: 6 }, async () => {
    await server.post(busy(20, 6), from('198.51.100.1'));
    ended.push('many');
  });
  const one = server.post(busy(5, 6), from('203.0.113.1')).then(() => ended.push('one'));
  await Promise.all([...many, one]);
  expect(ended.indexOf('one')).toBeLessThan(3);
  expect(performance.now() - begun).toBeGreaterThan(100);
});

test('what is left of an operation that was stopped ends at once', async () => {
  const strict = await startServer({ limits: { ...defaultHttpOptions.limits, answerBytes: 10_000 } });
  try {
    const meter = new LoopMeter();
    const { errors } = await answerOf(
      await strict.post({ query: '{ texts(count: 5000, length: 1000) { text copy: text } }' }),
    );
    expect(errors).toHaveLength(1);
    expect(meter.stop().workMs).toBeLessThan(100);
    expect(strict.directory.steps).toBeLessThan(20);
  } finally {
    await strict.close();
  }
});
