import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../../src/config';

const problemsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('has defaults for everything', () =>
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: 'localhost',
      dataDirectory: resolve('data'),
      database: { dialect: 'sqlite', file: resolve('data', 'bhxh.sqlite') },
    }));
  it('takes an empty variable as not set', () => expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(4000));
  it('is frozen', () => expect(Object.isFrozen(readConfig({}))).toBe(true));
  it('takes the first database as the primary and the others as replicas', () =>
    expect(readConfig({ DATABASE_URL: 'postgres://a/x, postgres://b/x,postgresql://c/x' }).database).toEqual({
      dialect: 'postgres',
      primaryUrl: 'postgres://a/x',
      replicaUrls: ['postgres://b/x', 'postgresql://c/x'],
    }));

  it.each([
    ['PORT', 'four thousand'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '40.5'],
    ['DATABASE_URL', 'mysql://host/x'],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'postgres://a/x,nonsense'],
    ['REDIS_URL', 'http://host'],
    ['TILE_URL', 'https://tiles/{z}/{x}.png'],
    ['TILE_URL', 'javascript:{z}{x}{y}'],
    ['TILE_URL', 'OSM'],
    ['TRUST_PROXY', ''.padEnd(3)],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });
  it('takes keys of integrators, with all scopes or those named', () => {
    const hash = 'ab'.repeat(32);
    expect(
      readConfig({ INTEGRATOR_KEYS: `Bệnh viện A=${hash},B:cards=${hash},C:codes+cards=${hash}` }).integrators,
    ).toEqual([
      { name: 'Bệnh viện A', scopes: ['codes', 'cards'], keyHash: hash },
      { name: 'B', scopes: ['cards'], keyHash: hash },
      { name: 'C', scopes: ['codes', 'cards'], keyHash: hash },
    ]);
    expect(problemsOf({ INTEGRATOR_KEYS: `B:everything=${hash}` })).toHaveLength(1);
  });
  it('takes osm for the tiles of OpenStreetMap, whose makers are named beside whom the operator names', () => {
    const { tileUrl, tileAttribution } = readConfig({ TILE_URL: 'osm' }).http;
    expect(tileUrl).toBe('https://tile.openstreetmap.org/{z}/{x}/{y}.png');
    expect(tileAttribution).toBe('© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>');
    expect(readConfig({ TILE_URL: 'osm', TILE_ATTRIBUTION: 'Sở X' }).http.tileAttribution).toBe(
      `${tileAttribution} | Sở X`,
    );
  });
  it('names all bad values at once', () =>
    expect(problemsOf({ PORT: 'x', REDIS_URL: 'y', LOG_LEVEL: 'z' }).map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'REDIS_URL',
      'LOG_LEVEL',
    ]));
});
