import { solveChallenge } from 'altcha-lib/v1';
import { type ExecutionResult, graphql, type GraphQLSchema } from 'graphql';
import { personalServices, type PersonalServices } from '../../src/app/personal-services';
import { resolverContainer } from '../../src/app/services';
import { type Database } from '../../src/database/database';
import { ViewerResolver } from '../../src/features/accounts/viewer.resolver';
import { PersonStore } from '../../src/features/people/person.store';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import { type KeyRing } from '../../src/shared/sealing/key-ring';
import { testKeyRing } from './synthetic-keys';

/** Who asks: nobody, a person who is signed in, or an integrator. */
export interface Asker {
  readonly personId?: number;
  readonly integrator?: string;
  readonly caller?: string;
}

interface ChallengeAnswer {
  readonly challenge: {
    readonly algorithm: string;
    readonly challenge: string;
    readonly salt: string;
    readonly signature: string;
    readonly maxNumber: number;
  };
}

/** The personal half of the schema over a database, without the transport and without passwords. */
export class PersonalGateway {
  readonly data: PersonalDataStore;
  readonly services: PersonalServices;
  now = new Date('2026-06-15T03:00:00Z');
  private readonly schema: GraphQLSchema;

  constructor(database: Database, options: { keyRing?: KeyRing; answerMs?: number } = {}) {
    const { keyRing = testKeyRing(), answerMs = 0 } = options;
    this.data = new PersonalDataStore(database, new PersonStore(database, keyRing));
    this.services = personalServices({ database, keyRing, now: () => this.now, answerMs, challengeNumbers: 50 });
    const nobody = {} as never;
    const viewers = [[ViewerResolver, new ViewerResolver(nobody, nobody)]] as const;
    this.schema = buildGatewaySchema(resolverContainer(this.services.resolvers, viewers));
  }

  /** The data of an answer without errors. */
  async ask<T>(source: string, variables: Record<string, unknown> = {}, asker: Asker = {}): Promise<T> {
    const { data, errors } = await this.execute(source, variables, asker);
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data as T;
  }

  /** The whole answer. */
  execute(source: string, variables: Record<string, unknown> = {}, asker: Asker = {}): Promise<ExecutionResult> {
    const { personId, integrator = null, caller = 'someone' } = asker;
    const account = { passwordSetAt: '2026-06-01T00:00:00.000Z' };
    const contextValue = {
      caller,
      integrator,
      cachePolicy: { private: () => undefined, expiresWithin: () => undefined },
      session: {
        unrestricted: () =>
          personId === undefined
            ? Promise.reject(new Error('UNAUTHENTICATED'))
            : Promise.resolve({ session: { personId, id: 'session' }, account }),
      },
      directory: { byCode: () => Promise.resolve(null) },
    };
    return graphql({ schema: this.schema, source, variableValues: variables, contextValue });
  }

  /** A solved challenge. */
  async solution(): Promise<string> {
    const answer = await this.ask<ChallengeAnswer>(
      'query Challenge { challenge { algorithm challenge salt signature maxNumber } }',
    );
    const { algorithm, challenge, salt, signature, maxNumber } = answer.challenge;
    const solved = await solveChallenge(challenge, salt, algorithm, maxNumber).promise;
    const payload = { algorithm, challenge, number: solved?.number, salt, signature };
    return Buffer.from(JSON.stringify(payload)).toString('base64');
  }
}
