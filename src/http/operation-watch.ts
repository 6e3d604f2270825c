import { overLimit, Refusal } from './refusal';

/** How far an operation may go. */
export interface OperationLimits {
  readonly timeoutMs: number;
  /** Size of its answer, about, in bytes of UTF-8. */
  readonly answerBytes: number;
}

/** An operation under way: how it is stopped, and how large its answer has become. */
export class OperationWatch {
  /** `performance.now()` at which it has taken too long. */
  private readonly deadline: number;
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private readonly stopped: Promise<'stopped'>;
  private tellStopped: () => void = () => undefined;
  private answerBytes = 0;
  private isStopped = false;
  /** Why it was stopped before its end, once it was. */
  refusal: Refusal | undefined;

  /** `caller` names those who share turns with each other (see `Turns`). */
  constructor(
    private readonly limits: OperationLimits,
    readonly caller: string,
    private readonly isMutation: boolean,
  ) {
    this.deadline = performance.now() + limits.timeoutMs;
    this.stopped = new Promise((resolve) => {
      this.tellStopped = () => resolve('stopped');
    });
    this.timer = setTimeout(() => this.stop(timeoutRefusal(limits.timeoutMs)), limits.timeoutMs);
    watches.set(this.signal, this);
  }

  /** Its reason is the refusal, so that whoever works on may throw it. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Nobody waits any more: reading stops; a mutation goes on, so that its caller is not left in doubt twice over. */
  abandon(): void {
    if (!this.isMutation) this.stop(timeoutRefusal(this.limits.timeoutMs));
  }

  /** `work`, or 'stopped' when that takes too long or gives too much. */
  async race<T>(work: Promise<T>): Promise<T | 'stopped'> {
    try {
      return await Promise.race([work, this.stopped]);
    } finally {
      clearTimeout(this.timer);
    }
  }

  /**
   * Whether the operation must stop. The clock is read too, since promises that are fulfilled at once follow each other
   * without ever letting a timer run.
   */
  isOver(): boolean {
    if (performance.now() > this.deadline) this.stop(timeoutRefusal(this.limits.timeoutMs));
    return this.isStopped;
  }

  /** Counts a piece of the answer while it is made; false once there is too much of it. */
  countAnswer(bytes: number): boolean {
    this.answerBytes += bytes;
    if (this.answerBytes > this.limits.answerBytes)
      this.stop(overLimit('ANSWER_TOO_LARGE', this.limits.answerBytes, undefined));
    return !this.isStopped;
  }

  private stop(refusal: Refusal): void {
    if (this.isStopped) return;
    this.isStopped = true;
    this.refusal = refusal;
    this.controller.abort(refusal);
    this.tellStopped();
  }
}

/** By signal, because Apollo Server copies the context but not what is in it. */
const watches = new WeakMap<AbortSignal, OperationWatch>();

/** The watch of an operation by its signal. */
export function watchOf(signal: AbortSignal): OperationWatch | undefined {
  return watches.get(signal);
}

/** The refusal of an operation that takes too long. */
function timeoutRefusal(timeoutMs: number): Refusal {
  const message = {
    en: `The operation took longer than ${timeoutMs} ms and was stopped. Ask for less.`,
    vi: `Thao tác chạy quá ${timeoutMs} ms nên đã bị dừng. Hãy yêu cầu ít dữ liệu hơn.`,
  };
  return new Refusal('TIMEOUT', message, { limit: timeoutMs });
}
