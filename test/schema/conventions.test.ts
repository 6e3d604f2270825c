import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isUnionType,
  parse,
  specifiedScalarTypes,
  validate,
} from 'graphql';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import { testComposition } from '../setup/composition';
import { testDatabase } from '../setup/test-database';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = buildGatewaySchema(testComposition((await testDatabase('sqlite')).database).resolvers);
});

const types = (): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'));
const fields = (): { place: string; field: GraphQLField<unknown, unknown>; owner: GraphQLObjectType }[] =>
  types().flatMap((owner) =>
    Object.values(owner.getFields()).map((field) => ({ place: `${owner.name}.${field.name}`, field, owner })),
  );

/** Names that the published operations use, although they mean something else in each kind; another name stands beside. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  level: ['careLevel', 'agencyLevel'],
  type: ['facilityType'],
  kind: ['operatorKind'],
};

describe('entries of all kinds', () => {
  it('tell their kind', () => {
    const listing = schema.getType('Listing');
    expect(isInterfaceType(listing) && listing.getFields()['entryKind']?.type.toString()).toBe('ListingKind!');
  });

  it('can be asked for all their fields in one selection', () => {
    const listing = schema.getType('Listing');
    if (!isInterfaceType(listing)) throw new Error('There is no interface Listing.');
    const selections = schema.getPossibleTypes(listing).map((type) => {
      const asked = Object.values(type.getFields()).filter(
        ({ name, args }) => !(name in OTHER_NAMES) && !args.some(isRequiredArgument),
      );
      const inner = (field: GraphQLField<unknown, unknown>): string =>
        isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`;
      return `... on ${type.name} { ${asked.map(inner).join(' ')} }`;
    });
    const document = `{ search(text: "a") { nodes { __typename ${selections.join(' ')} } } }`;
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
    const all = new Set(selections.join(' ').split(/\W+/));
    for (const name of Object.values(OTHER_NAMES).flat()) expect(all).toContain(name);
  });
});

describe('connections', () => {
  it('give their nodes beside their edges, and where the page stands', () => {
    const lacking = types()
      .filter(({ name }) => name.endsWith('Connection'))
      .filter((type) => ['nodes', 'edges', 'pageInfo', 'totalCount'].some((name) => !(name in type.getFields())));
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  it('take the number of entries with a default that shows', () => {
    const other = fields()
      .filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
      .filter(({ field }) => {
        const first = field.args.find(({ name }) => name === 'first');
        return first?.type.toString() !== 'Int' || first.defaultValue !== 20;
      });
    expect(other.map(({ place }) => place)).toEqual([]);
  });
});

describe('mutations', () => {
  /** In the form of the published operations, which take facts one by one. */
  const ONE_BY_ONE = ['signIn', 'confirmSignIn', 'confirmPasswordChange', 'forgotPassword'];
  const all = (): GraphQLField<unknown, unknown>[] => Object.values(schema.getMutationType()?.getFields() ?? {});

  it('take one input, or one thing by its name', () => {
    const other = all().filter(({ name, args }) => args.length > 1 && !ONE_BY_ONE.includes(name));
    expect(other.map(({ name }) => name)).toEqual([]);
    const objects = all().filter(({ args: [only, ...rest] }) => {
      return only && rest.length === 0 && isInputObjectType(getNullableType(only.type));
    });
    expect(objects.filter(({ args }) => args[0]?.name !== 'input').map(({ name }) => name)).toEqual([]);
  });

  it('can refuse, with words in both languages', () => {
    const rigid = all().filter(({ type }) => {
      const result = getNamedType(type);
      const problem = schema.getType('Problem');
      if (!isUnionType(result) || !isInterfaceType(problem)) return true;
      return !result.getTypes().some((possible) => possible.getInterfaces().includes(problem));
    });
    expect(rigid.map(({ name }) => name)).toEqual([]);
  });
});

describe('objects of persons', () => {
  it('that lists give are found again by their identifier, but for what is only ever read in order', () => {
    const listed = types()
      .filter(({ name }) => name.endsWith('Edge'))
      .map((edge) => getNamedType(edge.getFields()['node']?.type))
      .filter((node) => isObjectType(node) && node.extensions['personal'] === true);
    const lost = listed.filter(
      (node) => isObjectType(node) && !node.getInterfaces().some(({ name }) => name === 'Node'),
    );
    expect(listed.length).toBeGreaterThan(3);
    expect(lost.map((node) => node?.name)).toEqual(['AccessEntry']);
  });
});

describe('names', () => {
  it('end in On for days and in At for instants', () => {
    const odd = fields().filter(({ field, owner }) => {
      const type = getNamedType(field.type).name;
      if (type === 'Date' && field.name.endsWith('At')) return !(field.name.replace(/At$/, 'On') in owner.getFields());
      return type === 'DateTime' && /(On|Day)$/.test(field.name);
    });
    expect(odd.map(({ place }) => place)).toEqual([]);
  });

  it('of scalars lead to their standard, but for whole đồng', () => {
    const own = Object.values(schema.getTypeMap())
      .filter(isScalarType)
      .filter((type) => !specifiedScalarTypes.includes(type));
    expect(own.filter(({ specifiedByURL }) => !specifiedByURL).map(({ name }) => name)).toEqual(['Vnd']);
  });
});
