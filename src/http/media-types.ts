import Negotiator from 'negotiator';
import { Refusal } from './refusal';

/** The two types of answers in the GraphQL over HTTP specification. */
export type AnswerType = 'application/graphql-response+json' | 'application/json';

/** As offered to those who ask for a character set too, and without. The one for clients older than the specification first. */
const OFFERED = ['application/json', 'application/graphql-response+json'].flatMap((type) => [
  type,
  `${type}; charset=utf-8`,
]);

/**
 * Which type to answer with, by the `Accept` header (RFC 9110, section 12.5.1). What names no type of ours outright
 * (no header, or a wildcard) gets `application/json`, as the specification wants for clients older than it; among types
 * named alike the client's order decides. Null: nothing acceptable.
 */
export function negotiateAnswerType(accept: string | undefined): AnswerType | null {
  const chosen = new Negotiator({ headers: { accept: accept?.trim() === '' ? undefined : accept } }).mediaType(OFFERED);
  if (chosen === undefined) return null;
  return chosen.startsWith('application/json') ? 'application/json' : 'application/graphql-response+json';
}

/**
 * Refuses a body that is not JSON in UTF-8. Forms and plain text are what a page of another site can send without the
 * browser asking first: refusing them is half of the protection against forged requests; the other half is that a
 * cookie counts only beside a header of our own (see `session-cookie.ts`).
 */
export function checkContentType(contentType: string | undefined, contentEncoding: string | undefined): void {
  if (contentEncoding !== undefined && contentEncoding.toLowerCase() !== 'identity')
    throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  if (contentType === 'application/json') return;
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  if (type !== 'application/json' || !isUtf8) throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
}
