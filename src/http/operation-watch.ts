import { type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { Refusal } from './refusal';

/** An operation under way: how it is stopped, and what has become known of it. */
export class OperationWatch {
  /** `performance.now()` at which it has taken too long. */
  private readonly deadline: number;
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly overdue: Promise<'overdue'>;
  kind: 'query' | 'mutation' | 'subscription' | undefined;
  operationName: string | undefined;
  timedOut = false;

  /** `readOnly`: it came by GET, so it may only be a query. */
  constructor(
    readonly timeoutMs: number,
    readonly readOnly: boolean,
  ) {
    this.deadline = performance.now() + timeoutMs;
    let expire: () => void;
    this.overdue = new Promise((resolve) => {
      expire = () => resolve('overdue');
    });
    this.timer = setTimeout(() => {
      this.stopForTime();
      expire();
    }, timeoutMs);
    watches.set(this.signal, this);
  }

  /** Its reason is the refusal, so that whoever works on may throw it. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Nobody waits any more: reading stops; a mutation goes on, so that its caller is not left in doubt twice over. */
  abandon(): void {
    if (this.kind !== 'mutation') this.controller.abort(timeoutRefusal(this.timeoutMs));
  }

  /** `work`, or 'overdue' when that takes too long. */
  async race<T>(work: Promise<T>): Promise<T | 'overdue'> {
    try {
      return await Promise.race([work, this.overdue]);
    } finally {
      clearTimeout(this.timer);
    }
  }

  /**
   * Throws when the operation must stop. The clock is read too, since promises that are fulfilled at once follow each
   * other without ever letting a timer run.
   */
  assertRunning(): void {
    if (performance.now() > this.deadline) this.stopForTime();
    this.signal.throwIfAborted();
  }

  private stopForTime(): void {
    this.timedOut = true;
    this.controller.abort(timeoutRefusal(this.timeoutMs));
  }
}

/** By signal, because Apollo Server copies the context but not what is in it. */
const watches = new WeakMap<AbortSignal, OperationWatch>();
const watchedSchemas = new WeakSet<GraphQLSchema>();

/** The watch of an operation by its signal. */
export function watchOf(signal: AbortSignal): OperationWatch | undefined {
  return watches.get(signal);
}

/** The refusal of an operation that takes too long. */
export function timeoutRefusal(timeoutMs: number): Refusal {
  const message = {
    en: `The operation took longer than ${timeoutMs} ms and was stopped. Ask for less.`,
    vi: `Thao tác chạy quá ${timeoutMs} ms nên đã bị dừng. Hãy yêu cầu ít dữ liệu hơn.`,
  };
  return new Refusal('TIMEOUT', message, { limit: timeoutMs });
}

/**
 * Makes every resolver of `schema` refuse to start once its operation is over: graphql-js 16 cannot be told to stop, and
 * would go on resolving for nobody. The schema is changed in place, once.
 */
export function stopResolversWhenOver(schema: GraphQLSchema): void {
  if (watchedSchemas.has(schema)) return;
  watchedSchemas.add(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      field.resolve = (source, args, context: { signal?: AbortSignal }, info): unknown => {
        if (context.signal) watches.get(context.signal)?.assertRunning();
        return resolve(source, args, context, info);
      };
    }
  }
}
