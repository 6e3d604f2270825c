import { graphql, isObjectType } from 'graphql';
import { pino } from 'pino';
import { publishFirstDirectory } from '../../src/app/first-directory';
import { type GatewayContext } from '../../src/features/context';
import { ListingStore } from '../../src/features/directory/listing/listing.store';
import { DirectoryRequest, RequestScope } from '../../src/features/directory/directory-request';
import { LISTING_KINDS } from '../../src/features/directory/kinds/listing-kinds';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { DatabaseSnapshotBuilder } from '../../src/features/directory/snapshot/snapshot-builder.store';
import { SnapshotService } from '../../src/features/directory/snapshot/snapshot.service';
import { PersonStore } from '../../src/features/people/person.store';
import { type Principal } from '../../src/features/protection/principal';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import { seedPeople } from '../../src/seeding/people/seed-people';
import { syntheticPersonId } from '../../src/seeding/people/synthetic-persons';
import { readSeedProvinces } from '../../src/seeding/seed-provinces';
import { KeyedCursorSigner } from '../../src/shared/sealing/cursor-signer';
import { testKeyRing } from '../people/synthetic-keys';
import { testComposition } from '../setup/composition';
import { eachDialect, testDatabase } from '../setup/test-database';
import { everyField, typesBehind, type TypeWalk } from './every-field';
import { SAMPLES } from './samples';

const LIMIT_MS = 180_000;
const PERSONS = 3;
eachDialect('every field of every type that a query reaches', (dialect) => {
  let ask: (query: string, personId: number) => Promise<readonly unknown[]>;
  let walks: TypeWalk[];
  let unreached: string[];

  beforeAll(async () => {
    const { database } = await testDatabase(dialect);
    const keyRing = testKeyRing();
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    await publishFirstDirectory(publication, pino({ level: 'silent' }));
    const population = { count: PERSONS, seed: 1, places: readSeedProvinces(), batchSize: PERSONS, skipKnown: false };
    await seedPeople(population, new PersonalDataStore(database, new PersonStore(database, keyRing)));
    const builder = new DatabaseSnapshotBuilder(database, LISTING_KINDS);
    const snapshots = new SnapshotService(publication, builder, LISTING_KINDS);
    await snapshots.refresh();
    const services = {
      database,
      snapshots,
      listings: new ListingStore(database),
      cursors: new KeyedCursorSigner(keyRing),
    };
    const schema = buildGatewaySchema(testComposition(database, { keyRing }).resolvers);
    walks = everyField(schema, SAMPLES);
    const reached = new Set([...walks.map(({ type }) => type), ...typesBehind(schema, schema.getMutationType())]);
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    );
    unreached = types.map(({ name }) => name).filter((name) => !reached.has(name));
    ask = async (source, personId) => {
      const { signal } = new AbortController();
      const contextValue: GatewayContext = {
        signal,
        caller: 'test',
        principal: { current: () => Promise.resolve(signedIn(personId)), reset: () => undefined },
        session: { keep: () => undefined, forget: () => undefined },
        cachePolicy: { private: () => undefined, expiresWithin: () => undefined },
        directory: new DirectoryRequest(services, new RequestScope(signal)),
      };
      const { errors = [] } = await graphql({ schema, source, contextValue });
      return errors.map(({ path, message }) => `${path?.join('.') ?? ''}: ${message}`);
    };
  }, LIMIT_MS);

  it(
    'can be read of all entries on a page, without a fault',
    async () => {
      const faults: object[] = [];
      for (const { query } of walks) {
        for (const person of query.includes('viewer') ? Array.from({ length: PERSONS }, (_, at) => at) : [0]) {
          const errors = await ask(query, syntheticPersonId(person));
          if (errors.length > 0) faults.push({ query, errors: errors.slice(0, 3) });
        }
      }
      expect(faults).toEqual([]);
    },
    LIMIT_MS,
  );

  it('leaves out only what a mutation gives', () => {
    const walked = walks.flatMap(({ type, fields }) => fields.map((field) => `${type}.${field}`));
    expect(new Set(walked).size).toBeGreaterThan(200);
    expect(unreached).toEqual(['Query']);
  });
});

function signedIn(personId: number): Principal {
  return {
    kind: 'person',
    personId,
    sessionId: 'session',
    deviceName: 'a device',
    accountCreatedAt: '2026-06-01T00:00:00.000Z',
    passwordSetAt: '2026-06-01T00:00:00.000Z',
    mustChangePassword: false,
  };
}
