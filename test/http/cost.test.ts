import { defaultHttpOptions } from '../../src/http/options';
import { answerOf, codeOf, type RunningServer, startServer } from './running-server';

let server: RunningServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.close());

const cost = (response: Response): number => Number(response.headers.get('x-query-cost'));
const HEAVY = 'offices(first: 100) { children(first: 100) { children(first: 100) { code } } }';

test.each([
  ['a null for a page size', 'query ($n: Int = 5) { lure: office { children(first: $n) { code } }', { n: null }],
  ['a null beside a default', 'query ($n: Int) { lure: office { sized(first: $n) { code } }', {}],
  ['a null in the place of a default', 'query ($n: Int = 5) { lure: office { sized(first: $n) { code } }', { n: null }],
  ['an argument that is missing at run time', 'query ($c: String = "x") { lure: needs(code: $c)', { c: null }],
])('%s makes the rest of the operation no cheaper', async (_name, start, variables) => {
  expect(await codeOf(await server.post({ query: `${start} ${HEAVY} }`, variables }))).toBe('QUERY_TOO_COMPLEX');
  const light = await server.post({ query: `${start} hello }`, variables });
  expect(await codeOf(light)).not.toBe('QUERY_TOO_COMPLEX');
});

test('a null weighs as the default that it stands in the place of', async () => {
  const [given, nothing] = [
    await server.post({ query: '{ office { sized(first: 7) { code } } }' }),
    await server.post({ query: 'query ($n: Int) { office { sized(first: $n) { code } } }', variables: { n: null } }),
  ];
  expect(cost(given)).toBeGreaterThan(20);
  expect(cost(nothing)).toBe(cost(given));
});

test('every answer tells what its operation cost, also one that was kept', async () => {
  const query = '{ offices(first: 50) { code name } }';
  const [first, second] = [await server.get({ query }), await server.get({ query })];
  expect([cost(first), cost(second)]).toEqual([120, 120]);
});

test('lists inside lists multiply, also where no argument bounds them', async () => {
  const [one, two] = [
    await server.post({ query: '{ office { phones { digits } } }' }),
    await server.post({ query: '{ office { phones { phones { digits } } } }' }),
  ];
  expect(cost(two)).toBeGreaterThan(3 * cost(one));
});

test('texts cost by their length, and looking for one by itself', async () => {
  const asked = async (query: string): Promise<number> => cost(await server.post({ query }));
  const short = await asked('{ hello(name: "An") }');
  expect(await asked(`{ hello(name: "${'a'.repeat(1_600)}") }`)).toBe(short + 100);
  expect(await asked('{ find(text: "An") }')).toBeGreaterThan(300);
  expect(await asked('{ find(filter: { text: "An" }) }')).toBeGreaterThan(300);
  expect(await asked(`{ ${'a'.repeat(160)}: office { code } }`)).toBe((await asked('{ office { code } }')) + 10);
});

test('introspection through several names at once costs too much', async () => {
  const types = (name: string): string =>
    `${name}: types { fields { args { type { ofType { ofType { name } } } } type { ofType { ofType { name } } } } }`;
  const names = Array.from({ length: 25 }, (_, index) => types(`a${index}`));
  expect(await codeOf(await server.post({ query: `{ __schema { ${names.join(' ')} } }` }))).toBe('QUERY_TOO_COMPLEX');
});

test('an answer is cut off while it is made once it has too many bytes', async () => {
  const strict = await startServer({ limits: { ...defaultHttpOptions.limits, answerBytes: 100_000 } });
  try {
    const response = await strict.post({ query: '{ texts(count: 5000, length: 1000) { text } }' });
    const { data, errors } = await answerOf(response);
    expect([data, errors?.[0]?.extensions]).toEqual([
      undefined,
      { code: 'ANSWER_TOO_LARGE', limit: 100_000, messageVi: expect.stringContaining('100000') as string },
    ]);
    expect(strict.directory.steps).toBeLessThan(200);
    const small = await strict.post({ query: '{ texts(count: 50, length: 1000) { text } }' });
    expect([small.status, await codeOf(small)]).toEqual([200, undefined]);
  } finally {
    await strict.close();
  }
});

test('names that the caller makes long count in the bytes of the answer', async () => {
  const strict = await startServer({
    limits: { ...defaultHttpOptions.limits, complexity: 1_000_000, answerBytes: 100_000 },
  });
  try {
    const query = `{ offices(first: 100) { ${'a'.repeat(2_000)}: code } }`;
    expect(await codeOf(await strict.post({ query }))).toBe('ANSWER_TOO_LARGE');
  } finally {
    await strict.close();
  }
});

test('texts that a field makes of its arguments count in the bytes of the answer', async () => {
  const strict = await startServer({ limits: { ...defaultHttpOptions.limits, answerBytes: 10_000 } });
  try {
    const variables = { name: 'x'.repeat(11_000) };
    const query = 'query ($name: String) { hello(name: $name) }';
    expect(await codeOf(await strict.post({ query, variables }))).toBe('ANSWER_TOO_LARGE');
  } finally {
    await strict.close();
  }
});

test('however many values of a variable do not fit, it is the fault of the caller', async () => {
  for (const count of [1, 51, 5_000]) {
    const ids = Array.from({ length: count }, (_, index) => ({ index }));
    const { errors = [] } = await answerOf(
      await server.post({ query: 'query ($ids: [String]) { nodes(ids: $ids) { code } }', variables: { ids } }),
    );
    expect(errors).toHaveLength(Math.min(count, 10));
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(errors[0]?.message).toContain('$ids');
  }
});
