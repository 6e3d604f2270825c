import { type DocumentNode, getNullableType, GraphQLError, type GraphQLSchema, isListType } from 'graphql';
import { type ComplexityEstimator, type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';
import { overLimit, Refusal } from './refusal';

/** The largest page that any field gives; a larger `first` is refused by the field itself, with clearer words. */
const MAX_PAGE = 100;
/** What finding a page costs before its first entry is read. */
const PAGE_COST = 20;
/** A list of texts or objects that no argument bounds, such as telephone numbers, usually has fewer entries. */
const USUAL_LIST = 4;
/** What looking for a text costs, in an argument or a filter of this name, before the first hit is read. */
const SEARCH_COST = 300;
const SEARCHED_TEXT = 'text';
/** Letters of text arguments, or of a name given to a field, that cost as much as one field. */
const LETTERS_PER_COST = 16;
/** Introspection reads what is in memory: this many of its fields cost as much as one of the directory's. */
const INTROSPECTION_FIELDS_PER_COST = 32;
/** Lengths of the lists of introspection in a schema of this size. */
const INTROSPECTION_LISTS: Readonly<Record<string, number>> = { types: 150, fields: 10, possibleTypes: 4 };

type Estimate = (options: ComplexityEstimatorArgs) => number | undefined;

/** What a field declares about itself with `@Field({ complexity })`: a number beside its contents, or a function. */
const declared: Estimate = (options) => {
  const { complexity } = options.field.extensions as { complexity?: number | ComplexityEstimator };
  if (typeof complexity === 'number') return complexity + options.childComplexity;
  return complexity ? (complexity(options) ?? undefined) : undefined;
};

const introspection: Estimate = ({ type, field, childComplexity }) => {
  if (field.name === '__schema' || field.name === '__type')
    return 1 + Math.ceil(childComplexity / INTROSPECTION_FIELDS_PER_COST);
  if (!type.name.startsWith('__')) return undefined;
  return (
    1 +
    (isListType(getNullableType(field.type)) ? (INTROSPECTION_LISTS[field.name] ?? USUAL_LIST) : 1) * childComplexity
  );
};

/** A connection or list with `first` costs its contents that many times; one asked by `ids`, once per id. */
const page: Estimate = ({ args, field, childComplexity }) => {
  const { first: wanted, ids } = args as { first?: unknown; ids?: unknown };
  const first = wanted ?? field.args.find(({ name }) => name === 'first')?.defaultValue;
  if (Array.isArray(ids)) return 1 + ids.length * childComplexity;
  if (typeof first !== 'number' || !Number.isFinite(first)) return undefined;
  return PAGE_COST + Math.min(Math.max(first, 1), MAX_PAGE) * childComplexity;
};

/** The entries of a page were counted where the page was asked for; other lists hold the usual number. */
const list: Estimate = ({ type, field, childComplexity }) => {
  if (!isListType(getNullableType(field.type))) return undefined;
  return 1 + (type.name.endsWith('Connection') ? 1 : USUAL_LIST) * childComplexity;
};

const plain = ({ childComplexity }: ComplexityEstimatorArgs): number => 1 + childComplexity;

/** What a field declares comes first; beside it texts and long names cost by their length, and searching by itself. */
const estimator: ComplexityEstimator = (options) => {
  const cost = declared(options) ?? introspection(options) ?? page(options) ?? list(options) ?? plain(options);
  const { letters, searches } = textsIn(options.args);
  const named = options.node.alias?.value.length ?? 0;
  return cost + searches * SEARCH_COST + Math.floor((letters + named) / LETTERS_PER_COST);
};

/** The letters of all texts in the arguments of a field, and how many of these are looked for. */
function textsIn(value: unknown, name = ''): { letters: number; searches: number } {
  if (typeof value === 'string') return { letters: value.length, searches: name === SEARCHED_TEXT ? 1 : 0 };
  if (typeof value !== 'object' || value === null) return { letters: 0, searches: 0 };
  return Object.entries(value)
    .map(([inner, part]) => textsIn(part, inner))
    .reduce((sum, one) => ({ letters: sum.letters + one.letters, searches: sum.searches + one.searches }), {
      letters: 0,
      searches: 0,
    });
}

/** One operation to be weighed. */
interface WeighedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Variables that fit their types (see `checkVariables`). */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs: about the number of fields of its answer, where work that no field shows counts as several.
 * Throws `Refusal` when that is more than `limit`, or when it cannot be told.
 */
export function costOf({ schema, document, operationName, variables }: WeighedOperation, limit: number): number {
  let cost: number;
  try {
    cost = getComplexity({
      schema,
      query: document,
      variables: withoutNulls(variables),
      estimators: [estimator],
      maxQueryNodes: limit,
      ...(operationName === undefined ? {} : { operationName }),
    });
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
    if (fault.message.includes('maximum allowed number of nodes'))
      throw overLimit('QUERY_TOO_COMPLEX', limit, undefined);
    throw new Refusal('BAD_USER_INPUT', {
      en: `The cost of the operation cannot be told: ${fault.message}`,
      vi: `Không tính được độ nặng của thao tác: ${fault.message}`,
    });
  }
  if (Number.isFinite(cost) && cost <= limit) return cost;
  throw overLimit('QUERY_TOO_COMPLEX', limit, Number.isFinite(cost) ? cost : undefined);
}

/** A null for an argument that cannot be null fails when its field is reached; until then it weighs as the default. */
function withoutNulls(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null));
}
