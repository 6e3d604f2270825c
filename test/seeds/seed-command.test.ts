import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { seedCommand, wanted } from '../../src/commands/seed';
import { manifestIn, rowsOf } from './seed-files';

const seeded: { count: number; seed: number }[] = [];
const shipped = { seed: 1, employers: 400, clinics: 0, agents: 120 };

async function run(importManifest: (path: string) => Promise<number>, ...words: string[]): Promise<void> {
  const seedPeople = (count: number, seed: number): Promise<void> => {
    seeded.push({ count, seed });
    return Promise.resolve();
  };
  const command = seedCommand(importManifest, seedPeople).exitOverride();
  await command.configureOutput({ writeErr: () => undefined }).parseAsync(words, { from: 'user' });
}
const never = (): Promise<number> => Promise.reject(new Error('must not import'));

afterEach(() => {
  process.exitCode = undefined;
});

it('takes the shipped demonstration when no number is given, and only the kinds named otherwise', () => {
  expect(wanted({}, shipped)).toEqual(shipped);
  expect(wanted({ seed: 5 }, shipped)).toEqual({ ...shipped, seed: 5 });
  expect(wanted({ clinics: 3 }, shipped)).toEqual({ seed: 1, employers: 0, clinics: 3, agents: 0 });
});

it('imports what it generated, removes the files and passes the exit code on', async () => {
  let folder = '';
  const importManifest = (path: string): Promise<number> => {
    folder = dirname(path);
    expect(manifestIn(folder).files.map((file) => file.kind)).toEqual(['clinics', 'agents']);
    expect(rowsOf(folder, 'agents')).toHaveLength(4);
    return Promise.resolve(3);
  };
  await run(importManifest, '--clinics', '2', '--agents', '4');
  expect(process.exitCode).toBe(3);
  expect(existsSync(folder)).toBe(false);
});

it('removes the files when the import fails', async () => {
  let folder = '';
  const failing = (path: string): Promise<number> => {
    folder = dirname(path);
    return Promise.reject(new Error('disk full'));
  };
  await expect(run(failing, '--agents', '1')).rejects.toThrow('disk full');
  expect(folder).not.toBe('');
  expect(existsSync(folder)).toBe(false);
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
