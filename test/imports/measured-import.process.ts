import { existsSync, readFileSync } from 'node:fs';
import { openFile } from '../../src/imports/files/open-file';
import { readManifest } from '../../src/imports/manifest/read-manifest';
import { type ImportIssue } from '../../src/imports/report/issue';
import { FakePublication } from './fake-publication';
import { importInto } from './import-run';

/**
 * measured-import.process.ts MANIFEST [read]: imports into memory, or only reads all rows and keeps none; tells how it
 * ended and the most memory it took.
 */
async function main(manifestPath: string, onlyRead: boolean): Promise<void> {
  const began = Date.now();
  const { outcome, issues } = onlyRead
    ? { outcome: { status: `read ${await rowsOf(manifestPath)}` }, issues: [] as ImportIssue[] }
    : await importInto(new FakePublication(), manifestPath);
  const fault = issues.find(({ severity }) => severity === 'FAULT');
  const told = {
    status: outcome.status,
    code: fault?.code,
    line: fault?.line,
    message: fault?.message.en,
    seconds: (Date.now() - began) / 1000,
    megabytes: mostMegabytes(),
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

async function rowsOf(manifestPath: string): Promise<number> {
  let rows = 0;
  for (const file of readManifest(manifestPath).manifest?.files ?? []) {
    const table = await openFile(file);
    if ('severity' in table) throw new Error(table.message.en);
    for await (const { records } of table.batches()) rows += records.length;
  }
  return rows;
}

/** On Linux what `resourceUsage` tells begins with the memory of the process that started this one. */
function mostMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  return kilobytes / 1024;
}

void main(process.argv[2] ?? '', process.argv[3] === 'read');
