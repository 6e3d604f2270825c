import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GatewayProcess, type Run, runCommand, startGateway } from '../setup/gateway-process';
import { commands, jsonBlocks, ROOT } from './readme-text';

const LIMIT_MS = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'bhxh-readme-'));
const data = join(folder, 'data');
let gateway: GatewayProcess | undefined;
let reportCode = '';

/** Runs a script of the README, its words as they are or in place of them. */
async function script(words: readonly string[], dataDirectory = data): Promise<Run> {
  const run = await runCommand(words, { DATA_DIR: dataDirectory }, LIMIT_MS);
  if (run.code !== 0) throw new Error(`${words.join(' ')} ended with ${run.code}:\n${run.output}`);
  return run;
}

const words = (command: string): string[] =>
  command
    .replace(/^npm run /, '')
    .replace(' -- ', ' ')
    .split(/\s+/);
const running = (): GatewayProcess => {
  if (!gateway) throw new Error('The gateway has not been started by the commands before.');
  return gateway;
};

async function ask(command: string): Promise<void> {
  const [, path = ''] = /^curl localhost:4000(\S*)/.exec(command) ?? [];
  const [, header = ''] = /-H '([^']*)'/.exec(command) ?? [];
  const [, body = ''] = /-d '([^']*)'/.exec(command) ?? [];
  const [name = '', value = ''] = header.split(/:\s*/);
  const answer = await fetch(new URL(path, running().url), { method: 'POST', headers: { [name]: value }, body });
  expect(answer.status).toBe(200);
  const { data: found, errors } = (await answer.json()) as {
    data?: { search: { edges: unknown[] } };
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  expect(found?.search.edges.length).toBeGreaterThan(0);
}

/** The list of the README's manifest, as its source would publish it. */
async function importList(command: string): Promise<void> {
  const [manifest] = jsonBlocks();
  writeFileSync(join(folder, 'MANIFEST.json'), JSON.stringify(manifest).replace('https://…', 'https://example.vn'));
  writeFileSync(
    join(folder, 'clinics-1.csv'),
    'Mã,Tên,Nơi cũ,Mã xã,Cấp\n01001,Bệnh viện Hữu Nghị,1 Trần Khánh Dư,01,Ban đầu\n',
  );
  const [name = '', , ...options] = words(command);
  const flags = options.join(' ').match(/--[a-z-]+/g) ?? [];
  expect(flags).toEqual(['--dry-run', '--skip-invalid', '--allow-shrink', '--report']);
  const report = ['--report', join(folder, 'report.jsonl')];
  const dry = await script([
    name,
    join(folder, 'MANIFEST.json'),
    '--dry-run',
    '--skip-invalid',
    '--allow-shrink',
    ...report,
  ]);
  expect(dry.output).toContain('nothing was written');
  expect((await script([name, join(folder, 'MANIFEST.json'), '--allow-shrink'])).output).toContain(
    'Revision 3 is live',
  );
}

async function answerReport(command: string): Promise<void> {
  type Answer = { reportListing: { trackingCode?: string } };
  const { reportListing } = await running().query<Answer>(
    'mutation($input: ReportListingInput!) { reportListing(input: $input) { ... on ReportAccepted { trackingCode } } }',
    { input: { kind: 'OFFICE', code: '001', reason: 'OTHER', message: 'Kiểm tra đường đi của phản ánh.' } },
  );
  reportCode = reportListing.trackingCode ?? '';
  await script(words(command.replace('CODE', reportCode).replace('"…"', 'Đã-sửa')));
}

/** On what has been started, and on a folder in which nothing is yet. */
async function seed(command: string): Promise<void> {
  const few = words(command.replace(/\d+$/, '700'));
  expect((await script(few)).output).toMatch(/is live|people written/);
  expect((await script(few, join(folder, 'empty'))).output).toMatch(/is live|people written/);
}

/** For those who change the project: too long to be run here, so its program must be there. */
function isThere(command: string): void {
  const [name = ''] = words(command);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(Object.keys(scripts)).toContain(name);
  for (const [file] of scripts[name]?.matchAll(/[\w./-]+\.(?:[mc]?js|ts)\b/g) ?? [])
    expect(existsSync(join(ROOT, file))).toBe(true);
}

const WAYS: Readonly<Record<string, (command: string) => Promise<void> | void>> = {
  'npm ci && npm start': async () => {
    gateway = await startGateway({ DATA_DIR: data, DEMONSTRATION_PEOPLE: '20' });
  },
  'npm ci && npm test': () => undefined,
  'npm run import -- MANIFEST.json [--dry-run] [--skip-invalid] [--allow-shrink] [--report FILE]': importList,
  'npm run import -- --describe': async (command) => {
    expect((await script(words(command))).output).toContain('* code');
  },
  'npm run faults': async (command) => {
    expect((await script(words(command))).output).toMatch(/of \d+ shown/);
  },
  'npm run revisions -- list': async (command) => {
    expect((await script(words(command))).output).toMatch(/^\* +3 /m);
  },
  'npm run revisions -- rollback 3': async (command) => {
    expect((await script(words(command))).output).toContain('Revision 3 shows what is current');
  },
  'npm run reports -- list': async (command) => {
    expect((await script(words(command))).output).toContain('No report waits');
  },
  'npm run reports -- answer CODE CORRECTED "…"': answerReport,
  'npm run seed -- --employers 1000000': seed,
  'npm run seed -- --people 100000': seed,
  'npm run mailbox': async (command) => void (await script(words(command))),
  'npm run outbox -- list': async (command) => {
    expect((await script(words(command))).output).toContain('No message was given up');
  },
  'npm run keys -- rotate': async (command) => void (await script(words(command))),
  'npm run check': isThere,
  'npm run schema': isThere,
  'npm run bench -- search': isThere,
  'npm run bench -- directory': isThere,
  'npm run bench -- people': isThere,
  'npm run measure:page': isThere,
  'npm run test:node': isThere,
  'npm run fuzz -- --operations N --seed S': isThere,
};

afterAll(async () => {
  await gateway?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('every command of the README is run by this test', () => {
  expect(commands().filter((command) => !(command in WAYS) && !command.startsWith('curl '))).toEqual([]);
});

test.each(commands())(
  'in the order of the README: %s',
  async (command) => {
    await (WAYS[command] ?? ask)(command);
  },
  LIMIT_MS,
);
