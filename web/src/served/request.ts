import { type Ask } from '../api/ask';
import { type Operation } from '../api/operation';
import { type Language } from '../language/catalogue';

/** What the gateway was asked for by whoever has no JavaScript, or is a search engine. */
export interface PageRequest {
  /** Path of the address, as it was sent. */
  readonly path: string;
  /** The part behind it, from the question mark on; empty without. */
  readonly search: string;
  /** The language that the browser asks for. */
  readonly language: Language;
  /** Scheme and host by which others find this gateway. */
  readonly origin: string;
}

/** A page ready to be put into its frame. */
export interface ServedPage {
  readonly status: number;
  /** Where it stands now, for those whose address is an old one. */
  readonly location?: string;
  readonly language: Language;
  /** Markup of the head: title, description, canonical address, structured data. */
  readonly head: string;
  /** Markup of the page. */
  readonly body: string;
  readonly retryAfterSeconds?: number;
}

/** What an operation came to. */
type Outcome =
  { readonly data: unknown } | { readonly status: number; readonly retryAfterSeconds?: number | undefined };

/** Carries out an operation in this process, by the rules for everyone. */
export type Execute = (operation: Omit<Operation<unknown, unknown>, 'types'>, variables: unknown) => Promise<Outcome>;

/** The gateway does not answer: it has too much to do, or what was asked makes no sense to it. */
export class Unanswered extends Error {
  constructor(
    readonly status: number,
    readonly retryAfterSeconds?: number,
  ) {
    super(`The gateway answered with status ${status}.`);
  }
}

/** Asks as the page in a browser asks. The functions that it gives reject with `Unanswered`. */
export function askBy(execute: Execute): Ask {
  return async <Data, Variables>(operation: Operation<Data, Variables>, variables: Variables) => {
    const outcome = await execute(operation, variables);
    if ('data' in outcome) return { data: outcome.data as Data, storedAt: null };
    throw new Unanswered(outcome.status, outcome.retryAfterSeconds);
  };
}
