import 'reflect-metadata';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ContainerType, type NonEmptyArray } from 'type-graphql';
import { authChecker } from '../features/protection/authorization';
import { assertPersonalTypesGuarded } from './personal-types';

const SCHEMA_DESCRIPTION = `The open gateway to Vietnamese social insurance (BHXH).

What changes: fields, arguments, types and enum values are added at any time; a client ignores what it does not know.
What goes: it is marked @deprecated first, with a reason that names what takes its place and the day from which it may be
gone, 180 days later at the earliest. Error codes (see /errors) are kept in the same way. A code never changes its meaning.`;

/**
 * Builds the executable schema from one instance of every resolver. Throws when a type that tells something of a person
 * can be reached without a rule.
 */
export function buildGatewaySchema(instances: readonly object[]): GraphQLSchema {
  const byClass = new Map<unknown, object>(instances.map((instance) => [instance.constructor, instance]));
  const container: ContainerType = { get: (resolver) => byClass.get(resolver) };
  const resolvers = [...byClass.keys()] as unknown as NonEmptyArray<new () => object>;
  const schema = buildSchemaSync({ resolvers, container, authChecker, validate: false });
  describe(schema.getQueryType(), 'What can be asked (truy vấn).');
  describe(
    schema.getMutationType(),
    'What can be done, and what is asked with personal input, which must not stand in a URL.',
  );
  schema.description = SCHEMA_DESCRIPTION;
  assertPersonalTypesGuarded(schema);
  return schema;
}

/** type-graphql makes the root types itself and leaves them without a description. */
function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}
