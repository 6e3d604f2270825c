import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { type GatewayProcess, runCommand, startGateway } from '../setup/gateway-process';
import { writeInventedDirectory } from './invented-directory';

const IMPORT_LIMIT_MS = 60_000;

/** Starts the built gateway on the invented directory, without any person. Its files go when it stops. */
export async function startDirectoryGateway(): Promise<GatewayProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const settings = { DATA_DIR: join(folder, 'data'), DEMONSTRATION_PEOPLE: '0' };
  mkdirSync(settings.DATA_DIR);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const manifest = writeInventedDirectory(join(folder, 'lists'));
    const { code, output } = await runCommand(['import', manifest], settings, IMPORT_LIMIT_MS);
    if (code !== 0) throw new Error(`The invented directory was not published:\n${output}`);
    const gateway = await startGateway(settings);
    return {
      ...gateway,
      stop: async () => {
        await gateway.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** One operation that a page asked for. */
export interface AskedOperation {
  readonly name: string;
  readonly method: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Collects the operations that a page asks for from now on, in order. */
export function operationsOf(page: Page): readonly AskedOperation[] {
  const asked: AskedOperation[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname !== '/graphql') return;
    const sent = (request.postDataJSON() ?? Object.fromEntries(url.searchParams)) as Record<string, unknown>;
    const variables =
      typeof sent['variables'] === 'string' ? (JSON.parse(sent['variables']) as object) : sent['variables'];
    asked.push({
      name: String(sent['operationName']),
      method: request.method(),
      variables: (variables ?? {}) as AskedOperation['variables'],
    });
  });
  return asked;
}
