import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { printedSchema } from '../schema/print-schema';

/** `npm run schema` writes schema.graphql; with `--check` it only says whether the file is fresh. */
const file = resolve('schema.graphql');
const fresh = printedSchema();
const committed = readFileSync(file, 'utf8');

if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
} else if (committed !== fresh) {
  const breaking = findBreakingChanges(buildSchema(committed), buildSchema(fresh));
  process.stderr.write('schema.graphql is stale: run `npm run schema` and commit it.\n');
  for (const { description } of breaking) process.stderr.write(`breaking: ${description}\n`);
  process.exitCode = 1;
}
