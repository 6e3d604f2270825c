import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DirectorySeeding, seedCommand, wanted } from '../../src/commands/seed';

const seeded: { count: number; seed: number }[] = [];
const shipped = { seed: 1, employers: 400, clinics: 0, agents: 120 };

async function run(seedDirectory: DirectorySeeding, ...words: string[]): Promise<void> {
  const seedPeople = (count: number, seed: number): Promise<void> => {
    seeded.push({ count, seed });
    return Promise.resolve();
  };
  const command = seedCommand(seedDirectory, seedPeople).exitOverride();
  await command.configureOutput({ writeErr: () => undefined }).parseAsync(words, { from: 'user' });
}
const never = (): Promise<number> => Promise.reject(new Error('must not seed'));

afterEach(() => {
  process.exitCode = undefined;
});

it('takes the shipped demonstration when no number is given, and only the kinds named otherwise', () => {
  expect(wanted({}, shipped)).toEqual(shipped);
  expect(wanted({ seed: 5 }, shipped)).toEqual({ ...shipped, seed: 5 });
  expect(wanted({ clinics: 3 }, shipped)).toEqual({ seed: 1, employers: 0, clinics: 3, agents: 0 });
});

it('seeds what was asked for and passes the exit code on', async () => {
  const asked: unknown[] = [];
  const seedDirectory: DirectorySeeding = (demonstration, allowShrink) => {
    asked.push({ ...demonstration, allowShrink });
    return Promise.resolve(3);
  };
  await run(seedDirectory, '--clinics', '2', '--agents', '4', '--seed', '9');
  await run(seedDirectory, '--clinics', '2', '--seed', '9', '--allow-shrink');
  expect(process.exitCode).toBe(3);
  expect(asked).toEqual([
    { employers: 0, clinics: 2, agents: 4, seed: 9, allowShrink: false },
    { employers: 0, clinics: 2, agents: 0, seed: 9, allowShrink: true },
  ]);
});

it('writes the files only, when told where', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'bhxh-seed-test-'));
  const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await run(never, '--employers', '3', '--out', directory);
    expect(readdirSync(directory).sort()).toEqual(['employers.csv', 'manifest.json']);
    expect(written).toHaveBeenCalledWith(`${join(directory, 'manifest.json')}\n`);
  } finally {
    written.mockRestore();
    rmSync(directory, { recursive: true });
  }
});

it.each([['-1'], ['1.5'], ['1e3'], ['many'], ['99999999999999999999']])('refuses the number %s', async (text) => {
  await expect(run(never, '--employers', text)).rejects.toThrow(/whole number|argument missing/);
});

it('makes up people without touching the directory', async () => {
  await run(never, '--people', '5', '--seed', '7');
  expect(seeded).toEqual([{ count: 5, seed: 7 }]);
});

it('refuses to generate nothing', async () => {
  await expect(run(never, '--employers', '0')).rejects.toThrow(/Nothing to generate/);
});
