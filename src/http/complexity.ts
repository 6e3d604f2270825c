import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import {
  type ComplexityEstimator,
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
} from 'graphql-query-complexity';
import { overLimit } from './refusal';

/** The largest page that any field gives; a larger `first` is refused by the field itself, with clearer words. */
const MAX_PAGE = 100;

/** A connection or list with `first` costs its contents that many times; one asked by `ids`, once per id. */
const pageEstimator: ComplexityEstimator = ({ args, childComplexity }) => {
  const { first, ids } = args as { first?: unknown; ids?: unknown };
  if (Array.isArray(ids)) return 1 + ids.length * childComplexity;
  if (typeof first !== 'number' || !Number.isFinite(first)) return undefined;
  return 1 + Math.min(Math.max(first, 1), MAX_PAGE) * childComplexity;
};

/** A field's own `complexity` (`@Field({ complexity })`) comes first, then pages, and any other field costs 1. */
const estimators = [fieldExtensionsEstimator(), pageEstimator, simpleEstimator({ defaultComplexity: 1 })];

/** One operation to be weighed. */
export interface WeighedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Throws `Refusal` when the operation costs more than `limit`. Unusable variables cost nothing: execution reports them. */
export function checkComplexity({ schema, document, operationName, variables }: WeighedOperation, limit: number): void {
  const cost = weigh(() =>
    getComplexity({
      schema,
      query: document,
      variables,
      estimators,
      maxQueryNodes: limit,
      ...(operationName ? { operationName } : {}),
    }),
  );
  if (cost === 'beyond counting') throw overLimit('QUERY_TOO_COMPLEX', limit, undefined);
  if (cost > limit) throw overLimit('QUERY_TOO_COMPLEX', limit, cost);
}

function weigh(count: () => number): number | 'beyond counting' {
  try {
    return count();
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
    return fault.message.includes('maximum allowed number of nodes') ? 'beyond counting' : 0;
  }
}
