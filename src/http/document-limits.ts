import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Lexer,
  parse,
  Source,
  TokenKind,
  validate,
} from 'graphql';
import { documentFacts } from './document-facts';
import { errorCodes } from './error-codes';
import { fieldComparisons } from './field-comparisons';
import { type QueryLimits } from './options';
import { redacted } from './redaction';
import { overLimit, Refusal, Refusals } from './refusal';

/** Brackets within brackets, of any kind: far from where a parser's recursion would overflow the stack. */
const MAX_NESTING = 100;
/** Faults that are told of one document: each looks for names that are spelled alike, which takes its time. */
const MAX_FAULTS = 10;
const OPENING = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** A document that fits the schema and the limits, and how many tokens it has. */
export interface ReadDocument {
  readonly document: DocumentNode;
  readonly tokens: number;
}

/**
 * Parses a document, holds it to the limits on its shape, and then to the schema: in this order, because validation
 * takes time in proportion to the square of some counts. Throws `Refusal` or `Refusals`.
 */
export function readDocument(text: string, schema: GraphQLSchema, limits: QueryLimits): ReadDocument {
  const read = parseWithinTokens(text, limits.tokens);
  checkShape(read.document, limits);
  const faults = validate(schema, read.document, undefined, { maxErrors: MAX_FAULTS });
  if (faults.length === 0) return read;
  throw new Refusals(
    faults.slice(0, MAX_FAULTS).map(({ message, nodes, source, positions }) => {
      const said = { en: redacted(message), vi: errorCodes.GRAPHQL_VALIDATION_FAILED.vi };
      return new Refusal('GRAPHQL_VALIDATION_FAILED', said, {}, { nodes, source, positions });
    }),
  );
}

function checkShape(document: DocumentNode, limits: QueryLimits): void {
  const facts = documentFacts(document);
  if (facts.depth > limits.depth) throw overLimit('QUERY_TOO_DEEP', limits.depth, facts.depth);
  if (facts.aliases > limits.aliases) throw overLimit('TOO_MANY_ALIASES', limits.aliases, facts.aliases);
  if (facts.directives > limits.directives) throw overLimit('TOO_MANY_DIRECTIVES', limits.directives, facts.directives);
  if (facts.rootFields > limits.rootFields)
    throw overLimit('TOO_MANY_ROOT_FIELDS', limits.rootFields, facts.rootFields);
  const comparisons = fieldComparisons(document);
  if (comparisons > limits.comparisons)
    throw overLimit(
      'TOO_MANY_REPEATED_FIELDS',
      limits.comparisons,
      Number.isFinite(comparisons) ? comparisons : undefined,
    );
}

function parseWithinTokens(text: string, maxTokens: number): ReadDocument {
  const { tokens, nesting } = scan(text);
  if (tokens > maxTokens) throw overLimit('TOO_MANY_TOKENS', maxTokens, tokens);
  if (nesting > MAX_NESTING) throw overLimit('QUERY_TOO_DEEP', MAX_NESTING, nesting);
  try {
    return { document: parse(text, { maxTokens }), tokens };
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
    const { message, source, positions } = fault;
    const said = { en: redacted(message), vi: errorCodes.GRAPHQL_PARSE_FAILED.vi };
    throw new Refusal('GRAPHQL_PARSE_FAILED', said, {}, { source, positions });
  }
}

/** Counts tokens and the deepest nesting, as far as the text consists of tokens; the parser reports where it does not. */
function scan(text: string): { tokens: number; nesting: number } {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let open = 0;
  let nesting = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      tokens += 1;
      if (OPENING.has(kind)) nesting = Math.max(nesting, (open += 1));
      else if (CLOSING.has(kind)) open -= 1;
    }
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
  }
  return { tokens, nesting };
}
