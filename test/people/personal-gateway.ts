import { type ExecutionResult, graphql, type GraphQLSchema } from 'graphql';
import type { Composition } from '../../src/app/composition';
import { type Database } from '../../src/database/database';
import { PersonStore } from '../../src/features/people/person.store';
import { ANONYMOUS, type Principal, SCOPES } from '../../src/features/protection/principal';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import { type KeyRing } from '../../src/shared/sealing/key-ring';
import { testComposition } from '../setup/composition';
import { type PosedChallenge, solutionOf } from '../setup/proof-of-work';
import { testKeyRing } from './synthetic-keys';

/** Who asks: nobody, a person who is signed in, or an integrator. */
export interface Asker {
  readonly personId?: number;
  readonly integrator?: string;
  readonly caller?: string;
}

/** The personal half of the schema over a database, without the transport and without passwords. */
export class PersonalGateway {
  readonly data: PersonalDataStore;
  readonly services: Composition;
  now = new Date('2026-06-15T03:00:00Z');
  private readonly schema: GraphQLSchema;

  constructor(database: Database, options: { keyRing?: KeyRing; answerMs?: number } = {}) {
    const { keyRing = testKeyRing(), answerMs = 0 } = options;
    this.data = new PersonalDataStore(database, new PersonStore(database, keyRing));
    this.services = testComposition(database, { keyRing, now: () => this.now, answerMs });
    this.schema = buildGatewaySchema(this.services.resolvers);
  }

  /** The data of an answer without errors. */
  async ask<T>(source: string, variables: Record<string, unknown> = {}, asker: Asker = {}): Promise<T> {
    const { data, errors } = await this.execute(source, variables, asker);
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data as T;
  }

  /** The whole answer. */
  execute(source: string, variables: Record<string, unknown> = {}, asker: Asker = {}): Promise<ExecutionResult> {
    const { caller = 'someone' } = asker;
    const contextValue = {
      caller,
      cachePolicy: { private: () => undefined, expiresWithin: () => undefined },
      principal: { current: () => Promise.resolve(principalOf(asker)), reset: () => undefined },
      directory: { byCode: () => Promise.resolve(null) },
    };
    return graphql({ schema: this.schema, source, variableValues: variables, contextValue });
  }

  /** A solved challenge. */
  async solution(): Promise<string> {
    const { challenge } = await this.ask<{ challenge: PosedChallenge }>(
      'query Challenge { challenge { algorithm challenge salt signature maxNumber } }',
    );
    return solutionOf(challenge);
  }
}

function principalOf({ personId, integrator }: Asker): Principal {
  if (integrator !== undefined) return { kind: 'integrator', name: integrator, scopes: SCOPES };
  if (personId === undefined) return ANONYMOUS;
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
