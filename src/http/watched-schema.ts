import {
  getNamedType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isIntrospectionType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { type OperationWatch, watchOf } from './operation-watch';
import { Turns } from './turns';

/** Quotes, colon and comma around a name in JSON. */
const PUNCTUATION_BYTES = 4;
/** A number as text; coordinates are the longest. */
const NUMBER_BYTES = 12;

interface WatchedContext {
  readonly signal?: AbortSignal;
}

type Resolver = GraphQLFieldResolver<unknown, WatchedContext>;

/** Resolvers that are watched already: schemas may share types. */
const watchedResolvers = new WeakSet<Resolver>();
/** Of the whole process, because all its operations share one event loop. */
const turns = new Turns();
/** Has a path, so that graphql-js passes it on as it is, thousands of times if need be, and makes no copy of each. */
const OVER = new GraphQLError('The operation is over.', { path: [] });

/**
 * Makes every resolver of `schema` work under the watch of its operation: it refuses to start once that is over, since
 * graphql-js 16 cannot be told to stop and would go on for nobody; what it gives counts
 * towards the size of the answer. The schema is changed in place.
 */
export function watchResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve: Resolver | undefined = field.resolve;
      if (!resolve || watchedResolvers.has(resolve)) continue;
      const isCall = field.args.length > 0 || type === schema.getQueryType();
      const called = isCall ? watchedCall(resolve) : resolve;
      const isLeaf = isLeafType(getNamedType(field.type));
      field.resolve = isLeaf ? watchedLeaf(called) : watchedObject(called);
      watchedResolvers.add(field.resolve);
    }
  }
}

/** A value is read where it stands: waiting for a turn would take longer than that. */
function watchedLeaf(resolve: Resolver): Resolver {
  return (source, args: Record<string, unknown>, context, info): unknown => {
    const watch = context.signal && watchOf(context.signal);
    if (!watch) return resolve(source, args, context, info);
    if (watch.isOver()) throw OVER;
    const value = resolve(source, args, context, info);
    if (value instanceof Promise) return value.then((read: unknown) => counted(read, info, watch));
    return counted(value, info, watch);
  };
}

/** What is asked with arguments begins in a turn of its own; it is watched besides, as what it gives. */
function watchedCall(resolve: Resolver): Resolver {
  return (source, args: Record<string, unknown>, context, info): unknown => {
    const watch = context.signal && watchOf(context.signal);
    if (!watch) return resolve(source, args, context, info);
    return turns.run(watch.caller, () => resolve(source, args, context, info));
  };
}

/** Other objects are at hand, or are waited for: then what is below them begins in a turn of its own. */
function watchedObject(resolve: Resolver): Resolver {
  return (source, args: Record<string, unknown>, context, info): unknown => {
    const watch = context.signal && watchOf(context.signal);
    if (!watch) return resolve(source, args, context, info);
    if (watch.isOver()) throw OVER;
    counted(null, info, watch);
    const value = resolve(source, args, context, info);
    if (!(value instanceof Promise)) return value;
    return value.then((read: unknown) => turns.run(watch.caller, () => read));
  };
}

function counted(value: unknown, info: GraphQLResolveInfo, watch: OperationWatch): unknown {
  if (watch.countAnswer(nameBytes(info) + PUNCTUATION_BYTES + bytesOf(value))) return value;
  throw OVER;
}

function nameBytes({ path }: GraphQLResolveInfo): number {
  return String(path.key).length;
}

/** About the bytes of a value in JSON. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (Array.isArray(value)) {
    let bytes = PUNCTUATION_BYTES;
    for (const item of value) bytes += bytesOf(item) + 1;
    return bytes;
  }
  if (typeof value !== 'object' || value === null) return NUMBER_BYTES;
  return Object.values(value).reduce<number>((sum, part) => sum + bytesOf(part) + NUMBER_BYTES, 0);
}
