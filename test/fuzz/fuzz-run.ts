import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildSchema } from 'graphql';
import { below, chance, oneOf, randomSource } from '../../src/seeding/random';
import { LoopMeter } from '../setup/loop-meter';
import type { FuzzedGateway } from './fuzzed-gateway';
import { type MadeOperation, OperationMaker } from './operation-maker';
import { SeenValues } from './seen-values';

/** What no operation may take: processor time in all, and without letting others in between. */
const SLOW_MS = 1_000;
const HOLD_MS = 50;
/** A hold counts when it comes again: compiling and collecting garbage hold the loop too, now and then. */
const REPEATS = 4;
const RETRY_MS = 2_000;
const SIGNED_IN = 0.3;
const NETWORKS = 8;
/** Growth of the memory in use from the middle of a run to its end that caches do not explain. */
const GROWTH_MB = 96;
const MEGABYTE = 1_048_576;

/** An operation that broke a rule, and how. */
export interface Finding {
  readonly rule: 'internal error' | 'slow' | 'hold' | 'status' | 'memory';
  /** What is the same for findings of one cause. */
  readonly cause: string;
  readonly number: number;
  readonly operation: MadeOperation;
}

/** What came of a run. */
export interface FuzzReport {
  readonly operations: number;
  /** How many answers had data and no errors. */
  readonly ok: number;
  /** How many answers had a first error of each code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  /** Processor time of the longest operation, and the longest hold of the loop that came again: milliseconds. */
  readonly longestMs: number;
  readonly longestHoldMs: number;
  readonly longestHold: MadeOperation | null;
  /** Memory in use after collecting garbage, in the middle and at the end, and of the whole process at its peak. */
  readonly heapMiddleMb: number;
  readonly heapEndMb: number;
  readonly peakRssMb: number;
}

/** How much is asked, and from which seed on. */
export interface FuzzTerms {
  readonly operations: number;
  readonly seed: number;
  readonly schema: string;
  readonly progress?: (done: number, findings: number) => void;
}

/** Sends made-up operations one after the other and watches what each of them does to the process. */
export class FuzzRun {
  private readonly seen = new SeenValues();
  private readonly meter = new LoopMeter();
  private readonly refused: Record<string, number> = {};
  private readonly findings: Finding[] = [];
  private ok = 0;
  private longestMs = 0;
  private longestHoldMs = 0;
  private longestHold: MadeOperation | null = null;
  private peakRss = 0;

  constructor(private readonly gateway: FuzzedGateway) {}

  async run({ operations, seed, schema, progress }: FuzzTerms): Promise<FuzzReport> {
    const maker = new OperationMaker(buildSchema(schema), this.seen, seed);
    const random = randomSource(seed, 'callers');
    let heapMiddleMb = 0;
    for (let number = 0; number < operations; number += 1) {
      const token = chance(random, SIGNED_IN) ? oneOf(random, this.gateway.tokens) : undefined;
      const headers = {
        'x-forwarded-for': `198.51.100.${below(random, NETWORKS)}`,
        ...(token && { authorization: `Bearer ${token}` }),
      };
      await this.one(number, maker.next(), headers);
      if (number === Math.floor(operations / 2)) heapMiddleMb = heapMb();
      if (number % 1_000 === 999) progress?.(number + 1, this.findings.length);
    }
    this.meter.stop();
    const heapEndMb = heapMb();
    if (operations >= 20_000 && heapEndMb - heapMiddleMb > GROWTH_MB)
      this.found('memory', `grew from ${heapMiddleMb} to ${heapEndMb} MB`, operations, { query: '', variables: {} });
    const { ok, refused, findings, longestMs, longestHoldMs, longestHold } = this;
    const peakRssMb = Math.round(this.peakRss / MEGABYTE);
    return {
      operations,
      ok,
      refused,
      findings,
      longestMs,
      longestHoldMs,
      longestHold,
      heapMiddleMb,
      heapEndMb,
      peakRssMb,
    };
  }

  private async one(number: number, operation: MadeOperation, headers: Record<string, string>): Promise<void> {
    let first = await this.measured(operation, headers);
    // Other processes of a busy machine can hold up the loop too; then the gateway says to come again.
    for (let again = 0; /"code":"OVERLOADED"/.test(first.text) && again < REPEATS; again += 1) {
      await sleep(RETRY_MS);
      first = await this.measured(operation, headers);
    }
    this.judge(number, operation, first.status, first.text);
    this.seen.learn(first.text);
    this.longestMs = Math.max(this.longestMs, first.processorMs);
    this.peakRss = Math.max(this.peakRss, process.memoryUsage.rss());
    if (first.processorMs > SLOW_MS) this.found('slow', fieldOf(operation), number, operation);
    let hold = first.holdMs;
    // A mutation cannot be done again; what it does at a stretch is small, and its waits are no work.
    const isQuery = operation.query.startsWith('query');
    for (let again = 0; isQuery && hold > HOLD_MS && again < REPEATS; again += 1) {
      const repeated = { ...operation, query: `${operation.query} #${again}` };
      hold = Math.min(hold, (await this.measured(repeated, headers)).holdMs);
    }
    if (hold > HOLD_MS && isQuery) this.found('hold', fieldOf(operation), number, operation);
    if (hold > this.longestHoldMs) [this.longestHoldMs, this.longestHold] = [hold, operation];
  }

  private async measured(
    operation: MadeOperation,
    headers: Record<string, string>,
  ): Promise<{ status: number; text: string; processorMs: number; holdMs: number }> {
    const body = JSON.stringify(operation);
    this.meter.take();
    const before = process.cpuUsage();
    const response = await fetch(`${this.gateway.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body,
    });
    const text = await response.text();
    const { user, system } = process.cpuUsage(before);
    return { status: response.status, text, processorMs: (user + system) / 1_000, holdMs: this.meter.take().workMs };
  }

  private judge(number: number, operation: MadeOperation, status: number, text: string): void {
    const code = /^\{"errors":\[/.test(text) ? (/"code":"(\w+)"/.exec(text)?.[1] ?? 'none') : undefined;
    if (code === undefined) this.ok += 1;
    else this.refused[code] = (this.refused[code] ?? 0) + 1;
    for (const [, id = ''] of text.matchAll(/"code":"INTERNAL_ERROR"[^}]*"id":"([\w-]+)"/g)) {
      const fault = this.gateway.faults.get(id);
      const cause = fault ? `${fault.message.slice(0, 200)} ${fault.at}` : 'not logged';
      this.found('internal error', cause, number, operation);
    }
    if (status >= 500 || status === 429 || code === 'none')
      this.found('status', `${status} ${code ?? ''}`, number, operation);
  }

  private found(rule: Finding['rule'], cause: string, number: number, operation: MadeOperation): void {
    this.findings.push({ rule, cause, number, operation });
  }
}

function fieldOf({ query }: MadeOperation): string {
  return /\{ (?:\w+: )?(\w+)/.exec(query)?.[1] ?? 'unknown';
}

/** Megabytes in use once nothing else is left to be collected. */
function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return Math.round(process.memoryUsage().heapUsed / MEGABYTE);
}
