import { type GraphQLSchema, GraphQLUnionType, isObjectType } from 'graphql';
import { cardRefused } from '../../src/features/records/health-card.texts';
import { CardRefusal } from '../../src/features/records/health-card.types';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import { invalidInput, tooManyAttempts } from '../../src/shared/input-faults.types';
import { YearMonthScalar } from '../../src/shared/scalars';
import { testComposition } from '../setup/composition';
import { testDatabase } from '../setup/test-database';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = buildGatewaySchema(testComposition((await testDatabase('sqlite')).database).resolvers);
});

/** Unions of what became of a mutation, by name. */
function resultUnions(): GraphQLUnionType[] {
  const results = Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ type }) => type.toString());
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLUnionType => type instanceof GraphQLUnionType && results.includes(`${type.name}!`),
  );
}

/** A success stands first in some result: what is not one is a refusal. */
function successNames(): Set<string> {
  return new Set(resultUnions().map((union) => union.getTypes()[0]?.name ?? ''));
}

describe('refusals of the schema', () => {
  it('are problems, each of them, with words in both languages', () => {
    const successes = successNames();
    const silent = resultUnions().flatMap((union) =>
      union
        .getTypes()
        .filter(({ name }) => !successes.has(name))
        .filter((member) => !member.getInterfaces().some(({ name }) => name === 'Problem'))
        .map(({ name }) => `${union.name}.${name}`),
    );
    expect(resultUnions().length).toBeGreaterThan(8);
    expect(silent).toEqual([]);
  });

  it('are refusals only: no success is a problem', () => {
    const problems = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type.getInterfaces().some(({ name }) => name === 'Problem'))
      .map(({ name }) => name);
    expect(problems).toEqual(
      expect.arrayContaining(['TooManyAttempts', 'InvalidInput', 'NotFound', 'HealthCardRefused']),
    );
    expect(problems.filter((name) => successNames().has(name))).toEqual([]);
  });
});

describe('words of refusals', () => {
  it('say how long to wait in a unit that people count in', () => {
    expect(tooManyAttempts(1)).toEqual({
      retryAfterSeconds: 1,
      message: 'Đã thử quá nhiều lần: chờ 1 giây rồi thử lại.',
      messageEn: 'Too many tries: wait 1 second, then try again.',
    });
    expect(tooManyAttempts(61).messageEn).toBe('Too many tries: wait 2 minutes, then try again.');
    expect(tooManyAttempts(86_400).message).toBe('Đã thử quá nhiều lần: chờ 24 giờ rồi thử lại.');
  });

  it('repeat the one fault of an input and count several', () => {
    const name = { path: 'fullName', message: 'Cần họ và tên.', messageEn: 'Give the full name.' };
    expect(invalidInput([name])).toMatchObject({ message: name.message, messageEn: name.messageEn });
    expect(invalidInput([name, { ...name, path: 'phone' }]).messageEn).toMatch(/^2 fields /);
  });

  it('say for every reason what to do with a card', () => {
    const told = Object.values(CardRefusal).map((reason) => cardRefused(reason));
    expect(new Set(told.map(({ message }) => message)).size).toBe(told.length);
    for (const { message, messageEn } of told) expect([message.length, messageEn.length]).not.toContain(0);
  });
});

describe('months', () => {
  it('are one scalar, checked when they come in', () => {
    expect(YearMonthScalar.parseValue('2025-07')).toBe('2025-07');
    for (const wrong of ['2025-13', '2025-7', '1899-12', '2025-07-01', 202507, null])
      expect(() => YearMonthScalar.parseValue(wrong)).toThrow('YYYY-MM');
    const gap = schema.getType('ContributionGap');
    expect(isObjectType(gap) && gap.getFields()['fromMonth']?.type.toString()).toBe('YearMonth!');
  });
});
