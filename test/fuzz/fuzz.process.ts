import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, FuzzRun } from './fuzz-run';
import { startFuzzedGateway } from './fuzzed-gateway';

const SHOWN_CAUSES = 20;
const SHOWN_TEXT = 1_500;

/**
 * `npm run fuzz -- --operations N [--seed S] [--json]`: sends N made-up operations to a gateway in this process and tells
 * what broke. Exit code 1 when something did.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      operations: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const terms = { operations: wholeNumber(values.operations), seed: wholeNumber(values.seed) };
  const schema = readFileSync(join(__dirname, '../../schema.graphql'), 'utf8');
  const gateway = await startFuzzedGateway();
  const progress = (done: number, findings: number): void => {
    if (!values.json) process.stderr.write(`${done} operations, ${findings} findings\n`);
  };
  const report = await new FuzzRun(gateway).run({ ...terms, schema, progress });
  await gateway.stop();
  const { findings, ...figures } = report;
  const causes = byCause(findings);
  process.stdout.write(`${JSON.stringify({ ...terms, ...figures, causes }, null, values.json ? 0 : 2)}\n`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

interface Cause {
  readonly rule: string;
  readonly cause: string;
  readonly times: number;
  /** Number of the first operation that showed it, and that operation. */
  readonly number: number;
  readonly query: string;
  readonly variables: string;
}

/** One example of each cause, with how often it was found. */
function byCause(findings: readonly Finding[]): Cause[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = `${finding.rule}: ${finding.cause}`;
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return [...groups.values()].slice(0, SHOWN_CAUSES).flatMap((group) => {
    const shortest = group.reduce((a, b) => (size(b) < size(a) ? b : a));
    const { rule, cause, number, operation } = shortest;
    const variables = JSON.stringify(operation.variables).slice(0, SHOWN_TEXT);
    return [{ rule, cause, times: group.length, number, query: operation.query.slice(0, SHOWN_TEXT), variables }];
  });
}

function size({ operation }: Finding): number {
  return operation.query.length + JSON.stringify(operation.variables).length;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`"${text}" is no whole number.`);
  return number;
}

void main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
