import { type DocumentNode, GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql';
import { LRUCache } from 'lru-cache';
import { documentFacts } from './document-facts';
import { errorCodes } from './error-codes';
import { type GraphqlRequest } from './graphql-request';
import { type QueryLimits } from './options';
import { overLimit, Refusal } from './refusal';

/** A token limit also bounds the parser's recursion; graphql-js words its refusal so. */
const TOKEN_LIMIT_MESSAGE = /^Syntax Error: Document contains more tha\w \d+ tokens/;

/** Hashes remembered of documents that were within the limits. */
const REMEMBERED_DOCUMENTS = 5_000;

/**
 * A gate that throws `Refusal` for documents beyond the limits, and remembers those within. A document that is sent as
 * a hash only passed the gate when it was first sent whole.
 */
export function createDocumentGate(limits: QueryLimits): (request: GraphqlRequest) => void {
  const passed = new LRUCache<string, true>({ max: REMEMBERED_DOCUMENTS });
  return ({ query, documentHash }) => {
    if (query === undefined || passed.has(documentHash)) return;
    checkShape(query, limits);
    passed.set(documentHash, true);
  };
}

/**
 * Parses a document and holds it to the limits on its shape, before validation, which takes time in proportion to the
 * square of some counts. Throws `Refusal`.
 */
export function checkShape(query: string, limits: QueryLimits): void {
  const facts = documentFacts(parseWithinTokens(query, limits.tokens));
  if (facts.depth > limits.depth) throw overLimit('QUERY_TOO_DEEP', limits.depth, facts.depth);
  if (facts.aliases > limits.aliases) throw overLimit('TOO_MANY_ALIASES', limits.aliases, facts.aliases);
  if (facts.directives > limits.directives) throw overLimit('TOO_MANY_DIRECTIVES', limits.directives, facts.directives);
  if (facts.rootFields > limits.rootFields)
    throw overLimit('TOO_MANY_ROOT_FIELDS', limits.rootFields, facts.rootFields);
}

function parseWithinTokens(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
    if (TOKEN_LIMIT_MESSAGE.test(fault.message)) throw overLimit('TOO_MANY_TOKENS', maxTokens, countTokens(query));
    throw new Refusal(
      'GRAPHQL_PARSE_FAILED',
      { en: fault.message, vi: errorCodes.GRAPHQL_PARSE_FAILED.vi },
      { ...where(fault) },
    );
  }
}

function where(fault: GraphQLError): { line?: number; column?: number } {
  return { ...fault.locations?.[0] };
}

/** All tokens of a document that the parser gave up on, or undefined when something further on is no token at all. */
function countTokens(query: string): number | undefined {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
    return count;
  } catch {
    return undefined;
  }
}
