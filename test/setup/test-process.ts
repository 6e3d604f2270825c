import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process that a test started, with the lines it wrote. */
export interface TestProcess {
  readonly child: ChildProcess;
  /** Waits for a line that `matches`; rejects when the process ends first. */
  line(matches: (line: string) => boolean): Promise<string>;
  /** Resolves with the exit code (null when killed); rejects with its error output on any code but 0. */
  readonly ended: Promise<number | null>;
}

/** Runs a TypeScript file of the tests in a Node process of its own; killed when it outlives `limitMs`. */
export function startTestProcess(file: string, parameters: readonly string[], limitMs = 50_000): TestProcess {
  const register = join(__dirname, 'register-typescript.cjs');
  const child = spawn(process.execPath, ['-r', register, file, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
  const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let errors = '';
  let over = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('close', (code) => {
      clearTimeout(limit);
      over = true;
      for (const listener of listeners) listener();
      if (code === null || code === 0) resolve(code);
      else reject(new Error(`${file} ended with code ${code}:\n${errors}`));
    });
  });
  ended.catch(() => undefined);
  const line = (matches: (line: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = lines.find(matches);
        if (found === undefined && !over) return;
        listeners.delete(look);
        if (found === undefined)
          reject(new Error(`${file} ended without the awaited line:\n${lines.join('\n')}\n${errors}`));
        else resolve(found);
      };
      listeners.add(look);
      look();
    });
  return { child, line, ended };
}
