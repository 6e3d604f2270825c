import { type DocumentNode, GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql';
import { LRUCache } from 'lru-cache';
import { documentFacts } from './document-facts';
import { errorCodes } from './error-codes';
import { type GraphqlRequest } from './graphql-request';
import { type QueryLimits } from './options';
import { overLimit, Refusal } from './refusal';

/** Brackets within brackets, of any kind: far from where a parser's recursion would overflow the stack. */
const MAX_NESTING = 100;
const OPENING = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

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
function checkShape(query: string, limits: QueryLimits): void {
  const facts = documentFacts(parseWithinTokens(query, limits.tokens));
  if (facts.depth > limits.depth) throw overLimit('QUERY_TOO_DEEP', limits.depth, facts.depth);
  if (facts.aliases > limits.aliases) throw overLimit('TOO_MANY_ALIASES', limits.aliases, facts.aliases);
  if (facts.directives > limits.directives) throw overLimit('TOO_MANY_DIRECTIVES', limits.directives, facts.directives);
  if (facts.rootFields > limits.rootFields)
    throw overLimit('TOO_MANY_ROOT_FIELDS', limits.rootFields, facts.rootFields);
}

function parseWithinTokens(query: string, maxTokens: number): DocumentNode {
  const { tokens, nesting } = scan(query);
  if (tokens > maxTokens) throw overLimit('TOO_MANY_TOKENS', maxTokens, tokens);
  if (nesting > MAX_NESTING) throw overLimit('QUERY_TOO_DEEP', MAX_NESTING, nesting);
  try {
    return parse(query, { maxTokens });
  } catch (fault) {
    if (!(fault instanceof GraphQLError)) throw fault;
    const message = { en: fault.message, vi: errorCodes.GRAPHQL_PARSE_FAILED.vi };
    throw new Refusal('GRAPHQL_PARSE_FAILED', message, { ...fault.locations?.[0] });
  }
}

/** Counts tokens and the deepest nesting, as far as the text consists of tokens; the parser reports where it does not. */
function scan(query: string): { tokens: number; nesting: number } {
  const lexer = new Lexer(new Source(query));
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
