import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Among the samples: how many entries lists are asked for. */
const ENTRIES = 'Query.first';

/** One operation that asks for every field of a type, of as many of its objects as one page holds. */
export interface TypeWalk {
  readonly type: string;
  readonly fields: readonly string[];
  readonly query: string;
}

/** Samples of arguments as they stand in a query, by `Type.field.argument`, or `field.argument` for any type. */
export type Samples = Readonly<Record<string, string>>;

/**
 * Operations that together ask for every field of every type that a query reaches. A type is asked for by the way on
 * which it is met first, and again by each field of the query, so that rare objects are met as well. Throws when a
 * required argument has no sample. Lists are asked for so many entries.
 */
export function everyField(schema: GraphQLSchema, given: Samples, entries = 100): TypeWalk[] {
  const samples = { ...given, [ENTRIES]: String(entries) };
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no query.');
  const ways = new Map<GraphQLObjectType, string[]>();
  const open: { readonly type: GraphQLNamedType; readonly way: string }[] = [];
  const follow = (owner: GraphQLObjectType, way: string): void => {
    for (const field of Object.values(owner.getFields())) {
      const type = getNamedType(field.type);
      if (isLeafType(type)) continue;
      open.push({ type, way: way.replace('%', `${field.name}${argumentsOf(owner, field, samples)} { % }`) });
    }
  };
  follow(query, '{ % }');
  for (const { type, way } of open) {
    const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    for (const object of objects) {
      const own = isAbstractType(type) ? way.replace('%', `... on ${object.name} { % }`) : way;
      const known = ways.get(object);
      if (known) {
        if (known.length < MOST_WAYS) known.push(own);
        continue;
      }
      ways.set(object, [own]);
      follow(object, own);
    }
  }
  return [...ways].flatMap(([type, known]) => {
    const fields = Object.values(type.getFields());
    const selection = fields.map((field) => selectionOf(type, field, samples)).join(' ');
    return known.map((way) => ({
      type: type.name,
      fields: fields.map(({ name }) => name),
      query: way.replace('%', selection),
    }));
  });
}

/** Names of the object types that the fields of a type lead to, itself included. */
export function typesBehind(schema: GraphQLSchema, root: GraphQLObjectType | null | undefined): string[] {
  const found = new Set<GraphQLObjectType>(root ? [root] : []);
  for (const type of found) {
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (isAbstractType(next)) for (const possible of schema.getPossibleTypes(next)) found.add(possible);
      else if (isObjectType(next)) found.add(next);
    }
  }
  return [...found].map(({ name }) => name);
}

/** Enough to meet a type by its own field, in a list, in a search and on the map. */
const MOST_WAYS = 6;

function selectionOf(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>, samples: Samples): string {
  const inner = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${field.name}${argumentsOf(owner, field, samples)}${inner}`;
}

function argumentsOf(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>, samples: Samples): string {
  const given = field.args.flatMap((argument) => {
    const sample = sampleOf(owner, field, argument, samples);
    return sample === null ? [] : [`${argument.name}: ${sample}`];
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function sampleOf(
  owner: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  samples: Samples,
): string | null {
  const place = `${owner.name}.${field.name}.${argument.name}`;
  const sample = samples[place] ?? samples[`${field.name}.${argument.name}`];
  if (sample !== undefined) return sample;
  if (isRequiredArgument(argument)) throw new Error(`The argument ${place} has no sample.`);
  // Pages within pages would ask for tens of thousands.
  return argument.name === 'first' && owner.name === 'Query' && !field.name.startsWith('suggest')
    ? (samples[ENTRIES] ?? null)
    : null;
}
