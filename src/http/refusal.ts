import { GraphQLError } from 'graphql';
import { type BilingualMessage } from '../shared/errors';
import { errorCodes, type TransportCode } from './error-codes';

/** The transport will not carry out a request: why, in both languages, under a stable code. */
export class Refusal extends GraphQLError {
  readonly code: TransportCode;

  constructor(
    code: TransportCode,
    message: BilingualMessage = errorCodes[code],
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message.en, { extensions: { ...details, code, messageVi: message.vi } });
    this.name = 'Refusal';
    this.code = code;
  }
}

/** A request that is malformed in a way worth naming. */
export function malformed(en: string, vi: string): Refusal {
  return new Refusal('BAD_REQUEST', { en, vi });
}

/** A limit that was broken: the message and the extensions hold the limit and the number that broke it. */
export function overLimit(code: TransportCode, limit: number, actual: number | undefined): Refusal {
  const { en, vi } = errorCodes[code];
  const counted =
    actual === undefined ? { en: '', vi: '' } : { en: ` Yours has ${actual}.`, vi: ` Yêu cầu này có ${actual}.` };
  const message = { en: `${en} The limit is ${limit}.${counted.en}`, vi: `${vi} Giới hạn là ${limit}.${counted.vi}` };
  return new Refusal(code, message, { limit, ...(actual === undefined ? {} : { actual }) });
}
