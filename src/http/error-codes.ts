import { type BilingualMessage, domainErrorCodes } from '../shared/errors';

/** How a code maps to HTTP, and its words where the error itself brings none. */
interface CodeRow extends BilingualMessage {
  /** Status with `application/graphql-response+json`, and of everything that is not GraphQL. */
  readonly status: number;
  /**
   * Status with `application/json`: the GraphQL over HTTP specification wants 200 for every well-formed request there,
   * because old clients take any other status for a broken transport. Missing: the same as `status`.
   */
  readonly legacyStatus?: number;
}

/**
 * Every `extensions.code` that the transport itself gives. The features add theirs (`shared/errors.ts`). Codes are
 * stable: clients branch on them.
 */
export const errorCodes = {
  BAD_REQUEST: { status: 400, en: 'The request is malformed.', vi: 'Yêu cầu không đúng định dạng.' },
  BATCHING_NOT_SUPPORTED: {
    status: 400,
    en: 'Send one operation per request.',
    vi: 'Mỗi yêu cầu chỉ gửi một thao tác.',
  },
  METHOD_NOT_ALLOWED: { status: 405, en: 'Use GET or POST.', vi: 'Hãy dùng GET hoặc POST.' },
  NOT_ACCEPTABLE: {
    status: 406,
    en: 'Answers come as application/graphql-response+json or application/json.',
    vi: 'Câu trả lời chỉ có dạng application/graphql-response+json hoặc application/json.',
  },
  BODY_TOO_LARGE: { status: 413, en: 'The body is too large.', vi: 'Nội dung yêu cầu quá lớn.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    en: 'Send the body as application/json in UTF-8.',
    vi: 'Hãy gửi nội dung dạng application/json, mã hoá UTF-8.',
  },
  HEADERS_TOO_LARGE: { status: 431, en: 'The URL and headers are too large.', vi: 'URL và tiêu đề quá lớn.' },
  REQUEST_TIMEOUT: { status: 408, en: 'The request took too long to arrive.', vi: 'Yêu cầu gửi đến quá chậm.' },
  NOT_FOUND: { status: 404, en: 'There is nothing at this address.', vi: 'Không có gì ở địa chỉ này.' },
  PERSISTED_QUERY_NOT_FOUND: {
    // Clients of the protocol look at the code and some give up on any other status, so it is 200 with both types.
    status: 200,
    // The exact English words are part of the protocol: some clients compare them.
    en: 'PersistedQueryNotFound',
    vi: 'Máy chủ chưa biết truy vấn này; hãy gửi kèm toàn văn truy vấn.',
  },
  PERSISTED_QUERY_MISMATCH: {
    status: 400,
    en: 'The hash is not that of the query.',
    vi: 'Mã băm không khớp với truy vấn.',
  },
  GRAPHQL_PARSE_FAILED: { status: 400, legacyStatus: 200, en: 'Syntax error.', vi: 'Truy vấn sai cú pháp.' },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    legacyStatus: 200,
    en: 'The query does not fit the schema.',
    vi: 'Truy vấn không khớp với lược đồ.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    legacyStatus: 200,
    en: 'No such operation in the document.',
    vi: 'Không xác định được thao tác cần chạy trong văn bản truy vấn.',
  },
  BAD_USER_INPUT: { status: 400, legacyStatus: 200, en: 'Unusable input.', vi: 'Giá trị đầu vào không hợp lệ.' },
  TOO_MANY_TOKENS: { status: 400, legacyStatus: 200, en: 'The query is too long.', vi: 'Truy vấn quá dài.' },
  QUERY_TOO_DEEP: { status: 400, legacyStatus: 200, en: 'The query is too deep.', vi: 'Truy vấn lồng quá sâu.' },
  TOO_MANY_ALIASES: { status: 400, legacyStatus: 200, en: 'Too many aliases.', vi: 'Quá nhiều bí danh.' },
  TOO_MANY_DIRECTIVES: { status: 400, legacyStatus: 200, en: 'Too many directives.', vi: 'Quá nhiều chỉ thị.' },
  TOO_MANY_ROOT_FIELDS: { status: 400, legacyStatus: 200, en: 'Too many root fields.', vi: 'Quá nhiều trường gốc.' },
  QUERY_TOO_COMPLEX: { status: 400, legacyStatus: 200, en: 'The query costs too much.', vi: 'Truy vấn quá nặng.' },
  TOO_MANY_REPEATED_FIELDS: {
    status: 400,
    legacyStatus: 200,
    en: 'Too many fields are repeated in one place.',
    vi: 'Quá nhiều trường lặp lại ở cùng một chỗ.',
  },
  ANSWER_TOO_LARGE: {
    status: 400,
    legacyStatus: 200,
    en: 'The answer has more bytes than are sent at once; ask for less.',
    vi: 'Câu trả lời có nhiều byte hơn mức gửi một lần; hãy yêu cầu ít dữ liệu hơn.',
  },
  INTERNAL_ERROR: { status: 500, en: 'Something went wrong on our side.', vi: 'Máy chủ gặp sự cố.' },
  TIMEOUT: { status: 503, en: 'The operation took too long.', vi: 'Thao tác chạy quá lâu.' },
  TOO_MANY_REQUESTS: {
    status: 429,
    en: 'Too many requests of your network wait for an answer.',
    vi: 'Có quá nhiều yêu cầu từ mạng của bạn đang chờ trả lời.',
  },
  OVERLOADED: {
    status: 503,
    en: 'The server is too busy; try again in a moment.',
    vi: 'Máy chủ đang quá tải; xin thử lại sau ít giây.',
  },
} as const satisfies Record<string, CodeRow>;

/** A code of the transport. */
export type TransportCode = keyof typeof errorCodes;

/** Statuses of the features' codes outside of GraphQL; the others are faults of the request. */
const featureStatuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PASSWORD_CHANGE_REQUIRED: 403,
  TOO_MANY_ATTEMPTS: 429,
  BUSY: 503,
  NOT_READY: 503,
};

const rows: Readonly<Record<string, CodeRow>> = errorCodes;

/** Whether the transport itself gives this code. */
export function isTransportCode(code: unknown): code is TransportCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}

/** The status of an answer without data whose first error has this code. Features' codes are the caller's faults. */
export function statusOf(code: string, legacy: boolean): number {
  const row = Object.hasOwn(rows, code) ? rows[code] : errorCodes.BAD_USER_INPUT;
  if (!row) return 500;
  return legacy ? (row.legacyStatus ?? row.status) : row.status;
}

/** The status of an answer outside of GraphQL that a feature refused with this code. */
export function featureStatusOf(code: string): number {
  return featureStatuses[code] ?? 400;
}

/** A code as the list of codes tells it. */
interface ListedCode extends BilingualMessage {
  readonly code: string;
  /** Status of an answer without data whose first error it is, as `application/graphql-response+json`. */
  readonly status: number;
}

/** Every code that an answer can have, in alphabetical order. */
export function listedCodes(): readonly ListedCode[] {
  const all: Readonly<Record<string, BilingualMessage>> = { ...domainErrorCodes, ...errorCodes };
  return Object.entries(all)
    .map(([code, { en, vi }]) => ({ code, status: statusOf(code, false), en, vi }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
