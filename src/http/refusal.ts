import { type ASTNode, GraphQLError, type Source } from 'graphql';
import { type BilingualMessage } from '../shared/errors';
import { errorCodes, type TransportCode } from './error-codes';

/** Where in a document a fault lies, as graphql-js knows it. */
interface Place {
  readonly nodes?: readonly ASTNode[] | undefined;
  readonly source?: Source | undefined;
  readonly positions?: readonly number[] | undefined;
}

/** The transport will not carry out a request: why, in both languages, under a stable code. */
export class Refusal extends GraphQLError {
  readonly code: TransportCode;

  constructor(
    code: TransportCode,
    message: BilingualMessage = errorCodes[code],
    details: Readonly<Record<string, unknown>> = {},
    { nodes, source, positions }: Place = {},
  ) {
    super(message.en, {
      nodes: nodes ?? null,
      source: source ?? null,
      positions: positions ?? null,
      extensions: { ...details, code, messageVi: message.vi },
    });
    this.name = 'Refusal';
    this.code = code;
  }
}

/** A document or its variables have several faults, each told with its place. There is one at least. */
export class Refusals extends Error {
  constructor(readonly all: readonly Refusal[]) {
    super('The operation is refused.');
    this.name = 'Refusals';
  }
}

/** A request that is malformed in a way worth naming. */
export function malformed(en: string, vi: string): Refusal {
  return new Refusal('BAD_REQUEST', { en, vi });
}

/** A limit that was broken: the message and the extensions hold the limit and the number that broke it. */
export function overLimit(
  code: TransportCode,
  limit: number,
  actual: number | undefined,
  details: Readonly<Record<string, unknown>> = {},
): Refusal {
  const { en, vi } = errorCodes[code];
  const counted =
    actual === undefined ? { en: '', vi: '' } : { en: ` Yours has ${actual}.`, vi: ` Yêu cầu này có ${actual}.` };
  const message = { en: `${en} The limit is ${limit}.${counted.en}`, vi: `${vi} Giới hạn là ${limit}.${counted.vi}` };
  return new Refusal(code, message, { ...details, limit, ...(actual === undefined ? {} : { actual }) });
}
