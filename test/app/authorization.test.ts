import 'reflect-metadata';
import { join } from 'node:path';
import { graphql, type GraphQLObjectType, isObjectType } from 'graphql';
import { globSync } from 'tinyglobby';
import { Field, getMetadataStorage, ObjectType, Query, Resolver } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { RequestPrincipal } from '../../src/app/request-principal';
import { Personal, Requires } from '../../src/features/protection/authorization';
import {
  assertAllowed,
  BY_PROOF,
  integratorWith,
  type Rule,
  SIGNED_IN,
  SIGNED_IN_AT_ALL,
} from '../../src/features/protection/authorization.rules';
import { ANONYMOUS, type Principal, type SignedInPerson } from '../../src/features/protection/principal';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import { unguardedWays } from '../../src/schema/personal-types';
import { testComposition } from '../setup/composition';
import { testDatabase } from '../setup/test-database';

const PERSON: SignedInPerson = {
  kind: 'person',
  personId: 7,
  sessionId: 's',
  deviceName: 'a telephone',
  accountCreatedAt: '2026-01-01T00:00:00.000Z',
  passwordSetAt: '2026-01-01T00:00:00.000Z',
  mustChangePassword: false,
};
const DUE: SignedInPerson = { ...PERSON, mustChangePassword: true };
const CLERK: Principal = { kind: 'integrator', name: 'A hospital', scopes: ['cards'] };

@Personal()
@ObjectType()
class Secret {
  @Field(() => String)
  text: string;
}

@ObjectType()
class Wrapping {
  @Field(() => [Secret])
  secrets: Secret[];
}

@Resolver()
class CarelessResolver {
  @Query(() => Wrapping)
  wrapping(): Wrapping {
    return { secrets: [{ text: 'x' }] };
  }
}

@Resolver()
class CarefulResolver {
  @Requires(SIGNED_IN)
  @Query(() => Wrapping)
  guarded(): Wrapping {
    return { secrets: [{ text: 'x' }] };
  }
}

describe('authorisation', () => {
  const verdict = (principal: Principal, rule: Rule): unknown => {
    try {
      assertAllowed(principal, rule);
      return 'allowed';
    } catch (error) {
      return (error as { extensions: { code: unknown } }).extensions.code;
    }
  };

  it.each<[string, Principal, Rule, string]>([
    ['nobody, where a person is asked for', ANONYMOUS, SIGNED_IN, 'UNAUTHENTICATED'],
    ['nobody, where any person is asked for', ANONYMOUS, SIGNED_IN_AT_ALL, 'UNAUTHENTICATED'],
    ['an integrator, where a person is asked for', CLERK, SIGNED_IN, 'UNAUTHENTICATED'],
    ['a person', PERSON, SIGNED_IN, 'allowed'],
    ['a person whose new password is due', DUE, SIGNED_IN, 'PASSWORD_CHANGE_REQUIRED'],
    ['a person whose new password is due, where that is no matter', DUE, SIGNED_IN_AT_ALL, 'allowed'],
    ['nobody, where an integrator is asked for', ANONYMOUS, integratorWith('cards'), 'UNAUTHENTICATED'],
    ['a person, where an integrator is asked for', PERSON, integratorWith('cards'), 'UNAUTHENTICATED'],
    ['an integrator with the scope', CLERK, integratorWith('cards'), 'allowed'],
    ['an integrator without the scope', CLERK, integratorWith('codes'), 'FORBIDDEN'],
    ['nobody, where what is given proves the right', ANONYMOUS, BY_PROOF, 'allowed'],
  ])('answers %s', (_who, principal, rule, answer) => {
    expect(verdict(principal, rule)).toBe(answer);
  });

  it('is looked up once a request, and not at all for what is public', async () => {
    const { database } = await testDatabase('sqlite');
    let lookups = 0;
    const sessions = { ofToken: () => Promise.resolve(void lookups++ as never) };
    const principal = new RequestPrincipal(sessions, { ofKey: () => null }, { token: 'a token' });
    const schema = buildGatewaySchema(testComposition(database).resolvers);
    const contextValue = { principal, cachePolicy: { private: () => undefined } };
    const ask = async (source: string): Promise<unknown[]> => {
      const { errors = [] } = await graphql({ schema, source, contextValue });
      return errors.map(({ extensions }) => extensions['code']);
    };
    await ask('{ challenge { algorithm } }');
    expect(lookups).toBe(0);
    expect(await ask('{ a: viewer { __typename } b: viewer { __typename } }')).toEqual(
      Array(2).fill('UNAUTHENTICATED'),
    );
    expect(lookups).toBe(1);
  });
});

describe('the schema', () => {
  it('has no personal type that can be reached without a rule', async () => {
    const schema = buildGatewaySchema(testComposition((await testDatabase('sqlite')).database).resolvers);
    const personal = Object.values(schema.getTypeMap()).filter((type) => type.extensions['personal'] === true);
    expect(personal.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Viewer', 'Profile', 'Session', 'Notice', 'HealthCard', 'Child', 'AccessEntry']),
    );
    expect(unguardedWays(schema)).toEqual([]);
  });

  it('is not built when a personal type can be reached without a rule', () => {
    expect(() => buildGatewaySchema([new CarelessResolver()])).toThrow('Query.wrapping.secrets leads to Secret');
    expect(() => buildGatewaySchema([new CarefulResolver()])).not.toThrow();
  });

  it('says of every type of the personal features whether it is personal', async () => {
    const { database } = await testDatabase('sqlite');
    const schema = buildGatewaySchema(testComposition(database).resolvers);
    const features = join(__dirname, '../../src/features');
    const files = globSync('{accounts,notifications,people,records}/**/*.ts', { cwd: features, absolute: true });
    const classes = new Set<unknown>();
    for (const file of files) for (const value of Object.values((await import(file)) as object)) classes.add(value);
    const { objectTypes } = getMetadataStorage();
    const declared = objectTypes.filter(({ target }) => classes.has(target)).map(({ name }) => name);
    const undeclared = declared
      .map((name) => schema.getType(name))
      .filter((type): type is GraphQLObjectType => isObjectType(type) && !/(Edge|Connection)$/.test(type.name))
      .filter(({ extensions }) => typeof extensions['personal'] !== 'boolean');
    expect(declared.length).toBeGreaterThan(25);
    expect(undeclared.map(({ name }) => name)).toEqual([]);
    // A row of these features is never a type: a new column would show.
    const tables = new Set(getMetadataArgsStorage().tables.map(({ target }) => target));
    expect(objectTypes.filter(({ target }) => classes.has(target) && tables.has(target))).toEqual([]);
  });
});
