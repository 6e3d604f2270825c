import { findAnswer, keepAnswer } from '../offline/answer-store';
import { ApiFailure } from './failure';
import { type Operation } from './operation';
import { send } from './transport';

/** An answer to show; `storedAt` (milliseconds since 1970) is set when it is an old one kept on this device. */
export interface Answer<Data> {
  data: Data;
  storedAt: number | null;
}

const networkTrouble = new Set(['offline', 'unreachable', 'timeout']);

/**
 * Asks the gateway, and falls back to the answer this device kept for the same question when the network fails.
 * Throws ApiFailure when there is neither.
 */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  try {
    const data = await send(operation, variables, signal);
    void keepAnswer(operation.name, variables, data);
    return { data, storedAt: null };
  } catch (cause) {
    if (!(cause instanceof ApiFailure) || !networkTrouble.has(cause.reason)) throw cause;
    const stored = await findAnswer<Data>(operation.name, variables);
    if (!stored) throw cause;
    return stored;
  }
}

/** A way to ask the gateway: over the network here, without one where the gateway itself draws a page. */
export type Ask = typeof ask;
