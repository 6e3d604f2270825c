import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { type MadeOperation, OperationMaker } from './operation-maker';
import { runScript } from './run-script';
import { SeenValues } from './seen-values';

const OPERATIONS = 5_000;
const LIMIT_MS = 900_000;

it(
  'finds no internal error, nothing slow and no hold of the loop in 5,000 made-up operations',
  async () => {
    const report = await runScript(['--operations', String(OPERATIONS), '--seed', '1', '--json'], LIMIT_MS);
    expect(report.causes).toEqual([]);
    expect(report.operations).toBe(OPERATIONS);
    // Else the operations would be refused before they do anything.
    expect(report.ok).toBeGreaterThan(OPERATIONS / 5);
  },
  LIMIT_MS,
);

it('asks the same for the same seed and the same answers', () => {
  const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
  const asked = (seed: number): readonly MadeOperation[] => {
    const seen = new SeenValues();
    const maker = new OperationMaker(schema, seen, seed);
    return Array.from({ length: 300 }, (_, number) => {
      seen.learn(`{"id":"id-${number}","code":"${number}","endCursor":"cursor-${number}"}`);
      return maker.next();
    });
  };
  const first = asked(7);
  expect(asked(7)).toEqual(first);
  expect(asked(8)).not.toEqual(first);
});
