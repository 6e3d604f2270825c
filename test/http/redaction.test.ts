import { buildSchema, GraphQLError, type GraphQLScalarType, graphqlSync } from 'graphql';
import { redacted } from '../../src/http/redaction';

const schema = buildSchema(`
  enum Level { HIGH LOW }
  scalar Date
  input Person { name: String!, birth: Date, age: Int, level: Level, parents: [Person!] }
  type Query { find(name: String, age: Int, level: Level, birth: Date, person: Person): Int }
`);
const date = schema.getType('Date') as GraphQLScalarType;
date.parseValue = () => {
  throw new GraphQLError('A Date is a day that exists, written YYYY-MM-DD, for example 2025-07-01.');
};
const SECRET = 'Lan; at "person.name"; 9900000301\n';

/** What is said of an operation that does not fit, as its caller sees it. */
function said(source: string, variableValues: Record<string, unknown> = {}): string {
  const { errors = [] } = graphqlSync({ schema, source, variableValues });
  return errors.map(({ message }) => redacted(message)).join('\n');
}

it.each([
  ['$name: String', 'name: $name', { name: 9_900_000_301 }, '; Expected a value of type "String".'],
  ['$age: Int', 'age: $age', { age: SECRET }, '; Expected a value of type "Int".'],
  ['$level: Level', 'level: $level', { level: SECRET }, '; Expected a value of type "Level".'],
  ['$level: Level', 'level: $level', { level: 9_900_000_301 }, '; Expected a value of type "Level".'],
  [
    '$birth: Date',
    'birth: $birth',
    { birth: SECRET },
    '; A Date is a day that exists, written YYYY-MM-DD, for example 2025-07-01.',
  ],
  ['$person: Person', 'person: $person', { person: SECRET }, '; Expected type "Person" to be an object.'],
  [
    '$person: Person',
    'person: $person',
    { person: { level: 'HIGH' } },
    '; Field "name" of required type "String!" was not provided.',
  ],
  [
    '$person: Person',
    'person: $person',
    { person: { name: SECRET, nam: 1 } },
    '; Field "nam" is not defined by type "Person". Did you mean "name"?',
  ],
  [
    '$person: Person',
    'person: $person',
    { person: { name: 'x', parents: [{ name: SECRET, age: SECRET }] } },
    ' at "person.parents[0].age"; Expected a value of type "Int".',
  ],
  [
    '$person: Person',
    'person: $person',
    { person: { name: null } },
    ' at "person.name"; Expected non-nullable type "String!" not to be null.',
  ],
])('of (%s) tells the place and the type, and nothing of %s %j', (declared, used, variables, expected) => {
  const name = /\$\w+/.exec(declared)?.[0];
  expect(said(`query (${declared}) { find(${used}) }`, variables)).toBe(
    `Variable "${name}" got an invalid value${expected}`,
  );
});

it.each([
  ['{ find(name: 9900000301) }', 'String cannot represent a non string value.'],
  ['{ find(age: "Lan") }', 'Int cannot represent non-integer value.'],
  ['{ find(level: "Lan") }', 'Enum "Level" cannot represent non-enum value.'],
  ['{ find(level: LAN) }', 'The value does not exist in "Level" enum.'],
  ['{ find(person: "Lan") }', 'Expected value of type "Person".'],
  ['{ find "Lan" }', 'Syntax Error: Expected Name.'],
  ['{ find 9900000301 }', 'Syntax Error: Expected Name.'],
])('of %s repeats no value', (source, expected) => {
  expect(said(source)).toBe(expected);
});

it.each(['{ fine }', '{ find(', '{ find(nam: 1) }', 'query ($age: Int!) { find(age: $age) }'])(
  'of %s stays as it is',
  (source) => {
    const [error] = graphqlSync({ schema, source }).errors ?? [];
    expect(said(source)).toBe(error?.message);
    expect(error?.message).toMatch(/./);
  },
);
