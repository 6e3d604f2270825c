import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { DataSource } from 'typeorm';
import { testDialects } from './test-database';

interface Guard {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly folder: string;
  readonly address: string;
  readonly ended: Promise<unknown>;
}

async function startGuard(): Promise<Guard> {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-test-'));
  const child = spawn(process.execPath, [join(__dirname, 'postgres-guard.mjs'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', resolve),
  );
  return { child, folder, address, ended };
}

const opens = (url: string): Promise<boolean> =>
  new DataSource({ type: 'postgres', url, connectTimeoutMS: 2_000 }).initialize().then(
    (source) => source.destroy().then(() => true),
    () => false,
  );

describe('the guard of a test run', () => {
  it('deletes the folder of the run when its input closes, also without a server', async () => {
    const guard = await startGuard();
    mkdirSync(join(guard.folder, 'sqlite'));
    writeFileSync(join(guard.folder, 'sqlite', 'left.sqlite'), 'x');
    guard.child.stdin.end();
    await guard.ended;
    expect(existsSync(guard.folder)).toBe(false);
  });

  it('is not ended by a signal, so that it can clean up after the run', async () => {
    const guard = await startGuard();
    guard.child.kill('SIGINT');
    guard.child.kill('SIGTERM');
    expect((await fetch(new URL('/', guard.address))).status).toBe(404);
    guard.child.stdin.end();
    await guard.ended;
    expect(existsSync(guard.folder)).toBe(false);
  });
});

const ofPostgres = testDialects().includes('postgres') ? describe : describe.skip;

ofPostgres('the server of a test run', () => {
  it('starts once for all who ask, listens on this machine only, and ends with the guard', async () => {
    const guard = await startGuard();
    const answers = await Promise.all([1, 2, 3].map(async () => (await fetch(guard.address)).text()));
    const [url = ''] = answers;
    expect(new Set(answers).size).toBe(1);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await opens(url)).toBe(true);
    guard.child.stdin.destroy();
    await guard.ended;
    expect(await opens(url)).toBe(false);
    expect(existsSync(guard.folder)).toBe(false);
  });
});
