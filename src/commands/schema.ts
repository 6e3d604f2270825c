import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { compose } from '../app/composition';
import { ENTITIES, MIGRATIONS } from '../app/tables';
import { Database } from '../database/database';
import { buildGatewaySchema } from '../schema/build-schema';
import { fixedKeys } from '../shared/sealing/key-file';
import { KeyRing } from '../shared/sealing/key-ring';

/** The schema of a service over an empty database as text, in alphabetic order, so that a change shows as a small difference. */
async function freshSchema(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-schema-'));
  const parts = { entities: ENTITIES, migrations: MIGRATIONS };
  const database = await Database.open({ dialect: 'sqlite', file: join(folder, 'empty.sqlite') }, parts);
  try {
    const keyRing = new KeyRing(fixedKeys(`schema:${randomBytes(32).toString('base64url')}`));
    const nobody = { send: () => Promise.resolve(), close: () => undefined };
    const ignore = (): void => undefined;
    const { resolvers } = compose({
      database,
      keyRing,
      carriers: { SMS: nobody, EMAIL: nobody },
      integrators: [],
      logger: { warn: ignore, error: ignore },
      print: () => Promise.resolve(new Uint8Array()),
    });
    return `${printSchema(lexicographicSortSchema(buildGatewaySchema(resolvers)))}\n`;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm run schema` writes schema.graphql; with `--check` it only says whether the file is fresh. */
async function main(): Promise<void> {
  const file = resolve('schema.graphql');
  const fresh = await freshSchema();
  const committed = readFileSync(file, 'utf8');
  if (!process.argv.includes('--check')) {
    writeFileSync(file, fresh);
  } else if (committed !== fresh) {
    const breaking = findBreakingChanges(buildSchema(committed), buildSchema(fresh));
    process.stderr.write('schema.graphql is stale: run `npm run schema` and commit it.\n');
    for (const { description } of breaking) process.stderr.write(`breaking: ${description}\n`);
    process.exitCode = 1;
  }
}

void main();
