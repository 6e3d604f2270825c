import { Refusal } from './refusal';

/** The two types of answers in the GraphQL over HTTP specification. */
export type AnswerType = 'application/graphql-response+json' | 'application/json';

interface Accepted {
  readonly type: string;
  readonly quality: number;
}

/**
 * Which type to answer with, by the `Accept` header (RFC 9110, section 12.5.1). What names no type of ours outright
 * (no header, or a wildcard) gets `application/json`, as the specification wants for clients older than it; among types
 * named alike the client's order decides. Null: nothing acceptable.
 */
export function negotiateAnswerType(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept.trim() === '' || accept === '*/*' || accept === 'application/json')
    return 'application/json';
  const accepted = accept.split(',').map(readAccepted);
  const qualities = (type: AnswerType): { quality: number; position: number } => {
    for (const range of [type, 'application/*', '*/*']) {
      const position = accepted.findIndex((entry) => entry.type === range);
      const entry = accepted[position];
      if (entry) return { quality: entry.quality, position: range === type ? position : Infinity };
    }
    return { quality: 0, position: Infinity };
  };
  const plain = qualities('application/json');
  const modern = qualities('application/graphql-response+json');
  if (plain.quality <= 0 && modern.quality <= 0) return null;
  if (plain.quality !== modern.quality)
    return plain.quality > modern.quality ? 'application/json' : 'application/graphql-response+json';
  return modern.position < plain.position ? 'application/graphql-response+json' : 'application/json';
}

function readAccepted(range: string): Accepted {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, quality: Number.isFinite(quality) ? quality : 0 };
}

/**
 * Refuses a body that is not JSON in UTF-8. Forms and plain text are what a page of another site can send without the
 * browser asking first, so this is also half of the protection against forged requests (see `csrf.ts`).
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
