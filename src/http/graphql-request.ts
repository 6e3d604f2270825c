import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import { malformed, Refusal } from './refusal';

/** A JSON object. */
type JsonObject = Readonly<Record<string, unknown>>;

/** The parameters of a well-formed GraphQL over HTTP request. */
export interface GraphqlRequest {
  /** The document; missing when only its hash was sent. */
  readonly query: string | undefined;
  /** SHA-256 of the document in hexadecimal: computed, or as sent. */
  readonly documentHash: string;
  /** Whether the hash was sent, so that the document is to be kept under it or is known by it. */
  readonly isPersisted: boolean;
  readonly operationName: string | undefined;
  readonly variables: JsonObject | undefined;
  /** Variables in canonical JSON, `{}` for none. */
  readonly canonicalVariables: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const SHA256_HEX = /^[0-9a-f]{64}$/;
const ID_PREFIX = 'sha256:';
const PERSISTED_QUERY_VERSION = 1;

/** Reads the body of a POST. Throws `Refusal` when it is no single, well-formed request. */
export function readBody(body: Uint8Array | undefined): GraphqlRequest {
  if (!body || body.length === 0) throw malformed('The body is empty.', 'Yêu cầu không có nội dung.');
  return readParameters(parseJson(decodeUtf8(body), 'body'));
}

/** Reads the part of a GET's address behind the question mark. Throws `Refusal` as `readBody` does. */
export function readSearch(search: string): GraphqlRequest {
  assertDecodable(search);
  const given = new URLSearchParams(search);
  const once = (name: string): string | undefined => {
    const values = given.getAll(name);
    if (values.length > 1) throw malformed(`Give ${name} once.`, `Chỉ gửi ${name} một lần.`);
    return values[0] === '' ? undefined : values[0];
  };
  const json = (name: string): unknown => {
    const text = once(name);
    return text === undefined ? undefined : parseJson(text, name);
  };
  return readParameters({
    query: once('query'),
    documentId: once('documentId'),
    operationName: once('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

function readParameters(given: unknown): GraphqlRequest {
  if (Array.isArray(given)) throw new Refusal('BATCHING_NOT_SUPPORTED', undefined, { limit: 1, actual: given.length });
  if (!isObject(given)) throw malformed('The body must be a JSON object.', 'Nội dung phải là một đối tượng JSON.');
  const query = optional(given, 'query', isString, 'a string', 'chuỗi');
  const operationName = optional(given, 'operationName', isString, 'a string', 'chuỗi');
  const variables = optional(given, 'variables', isObject, 'an object', 'đối tượng');
  const extensions = optional(given, 'extensions', isObject, 'an object', 'đối tượng');
  const documentId = optional(given, 'documentId', isString, 'a string', 'chuỗi');
  const sentHash = hashOfId(documentId) ?? hashOfApollo(extensions);
  return {
    query: query === '' ? undefined : query,
    documentHash: hashOf(query, sentHash),
    isPersisted: sentHash !== undefined,
    operationName,
    variables,
    canonicalVariables: variables ? canonicalJson(variables) : '{}',
  };
}

/** The hash of the document: it must be the one that was sent when both are. */
function hashOf(query: string | undefined, sent: string | undefined): string {
  if (!query) {
    if (sent === undefined)
      throw malformed(
        'Give a query, a documentId or extensions.persistedQuery.',
        'Cần có query, documentId hoặc extensions.persistedQuery.',
      );
    return sent;
  }
  const computed = createHash('sha256').update(query).digest('hex');
  if (sent !== undefined && sent !== computed) throw new Refusal('PERSISTED_QUERY_MISMATCH');
  return computed;
}

/** The hash in a document identifier of the GraphQL over HTTP specification (appendix on persisted documents). */
function hashOfId(documentId: string | undefined): string | undefined {
  if (documentId === undefined) return undefined;
  const hash = documentId.startsWith(ID_PREFIX) ? documentId.slice(ID_PREFIX.length) : '';
  if (SHA256_HEX.test(hash)) return hash;
  throw malformed(
    'documentId must be sha256: and 64 hexadecimal digits in lower case.',
    'documentId phải là sha256: và 64 chữ số thập lục phân viết thường.',
  );
}

/** The hash of Apollo's protocol of persisted queries. */
function hashOfApollo(extensions: JsonObject | undefined): string | undefined {
  const persisted = extensions?.persistedQuery;
  if (persisted === undefined || persisted === null) return undefined;
  const isRight = isObject(persisted) && persisted.version === PERSISTED_QUERY_VERSION;
  if (!isRight || !isString(persisted.sha256Hash) || !SHA256_HEX.test(persisted.sha256Hash)) {
    throw malformed(
      'extensions.persistedQuery must be { version: 1, sha256Hash: 64 hexadecimal digits in lower case }.',
      'extensions.persistedQuery phải là { version: 1, sha256Hash: 64 chữ số thập lục phân viết thường }.',
    );
  }
  return persisted.sha256Hash;
}

function optional<T>(
  given: JsonObject,
  name: string,
  is: (value: unknown) => value is T,
  en: string,
  vi: string,
): T | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (!is(value)) throw malformed(`${name} must be ${en}.`, `${name} phải là ${vi}.`);
  return value;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('The body is not UTF-8.', 'Nội dung không phải UTF-8.');
  }
}

/** `URLSearchParams` would silently put a replacement character for what is not UTF-8. */
function assertDecodable(search: string): void {
  try {
    decodeURIComponent(search);
  } catch {
    throw malformed('The address is not percent-encoded UTF-8.', 'Địa chỉ không được mã hoá phần trăm theo UTF-8.');
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(`The ${name} is not valid JSON.`, `${name} không phải JSON hợp lệ.`);
  }
}
