import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
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
