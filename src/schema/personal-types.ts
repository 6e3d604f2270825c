import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql';

/** The ways, from a root field, on which a personal type can be reached without any rule; each as `Query.a.b`. */
export function unguardedWays(schema: GraphQLSchema): string[] {
  const ways: string[] = [];
  const seen = new Set<string>();
  const walk = (type: GraphQLCompositeType, way: string): void => {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    if (type.extensions['personal'] === true) ways.push(`${way} leads to ${type.name}`);
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) walk(possible, way);
    else if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const next = getNamedType(field.type);
        if (field.extensions['rule'] === undefined && isCompositeType(next)) walk(next, `${way}.${field.name}`);
      }
    }
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) walk(root, root.name);
  return ways;
}

/** Throws, with the ways, when a personal type can be reached by a field without a rule. */
export function assertPersonalTypesGuarded(schema: GraphQLSchema): void {
  const ways = unguardedWays(schema);
  if (ways.length > 0) throw new Error(`Personal types without a rule (@Requires): ${ways.join('; ')}`);
}
