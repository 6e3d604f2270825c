import { runScript } from './run-script';

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

it(
  'asks the same for the same seed',
  async () => {
    const [first, second] = [
      await runScript(['--operations', '150', '--seed', '7', '--json'], LIMIT_MS),
      await runScript(['--operations', '150', '--seed', '7', '--json'], LIMIT_MS),
    ];
    expect([second.ok, second.refused]).toEqual([first.ok, first.refused]);
  },
  LIMIT_MS,
);
