import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, print, stripIgnoredCharacters } from 'graphql';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
/** Folders of operations, and the file for each: what only the account needs is not in the first page's. */
const sources = [
  { folder: 'web/src/api/operations/', file: 'operations.ts' },
  { folder: 'web/src/account/operations/', file: 'account-operations.ts' },
  { folder: 'web/src/account/records/operations/', file: 'records-operations.ts' },
];
const generatedFolder = `${projectRoot}web/src/generated/`;

/** Fragments an operation needs, directly or through other fragments. */
function fragmentsOf(definition, fragments, found = new Set()) {
  for (const [, name] of print(definition).matchAll(/\.\.\.\s?(?!on\b)([A-Z]\w*)/g)) {
    if (found.has(name)) continue;
    const fragment = fragments.get(name);
    if (!fragment) throw new Error(`No fragment is called ${name}.`);
    found.add(name);
    fragmentsOf(fragment, fragments, found);
  }
  return found;
}

/** The persisted form of each operation: its text and the SHA-256 by which the gateway knows it. */
function printOperations(definitions) {
  const fragments = new Map(
    definitions.filter((one) => one.kind === 'FragmentDefinition').map((one) => [one.name.value, one]),
  );
  return definitions
    .filter((one) => one.kind === 'OperationDefinition')
    .map((operation) => {
      const used = [...fragmentsOf(operation, fragments)].map((name) => fragments.get(name));
      const text = stripIgnoredCharacters([operation, ...used].map((one) => print(one)).join('\n'));
      const name = operation.name.value;
      const result = name + (operation.operation === 'query' ? 'Query' : 'Mutation');
      const hash = createHash('sha256').update(text).digest('hex');
      return (
        `export const ${name}Operation: Operation<${result}, ${result}Variables> = ` +
        JSON.stringify({ name, kind: operation.operation, text, sha256Hash: hash }) +
        ';\n'
      );
    })
    .join('');
}

/** Writes one file of types and operations. */
async function generateFile(schemaText, { folder, file }) {
  const operationsFolder = projectRoot + folder;
  if (!existsSync(operationsFolder)) return;
  const documents = readdirSync(operationsFolder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(operationsFolder + name, 'utf8')) }));
  const types = await codegen({
    schema: parse(schemaText),
    schemaAst: buildSchema(schemaText),
    documents,
    filename: file,
    config: {
      enumsAsTypes: true,
      skipTypename: false,
      preResolveTypes: true,
      useTypeImports: true,
      scalars: {
        Date: 'string',
        DateTime: 'string',
        Vnd: 'number',
        YearMonth: 'string',
        GeoJSONMultiPolygon: "import('geojson').MultiPolygon",
      },
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
  });
  const header = "import { type Operation } from '../api/operation';\n";
  const definitions = documents.flatMap(({ document }) => document.definitions);
  writeFileSync(generatedFolder + file, `${header}${types}\n${printOperations(definitions)}`);
}

/**
 * Writes web/src/generated from schema.graphql and the page's operations: TypeScript types of every variable and answer,
 * and each operation ready to send. An operation that does not fit the schema stops the build.
 */
export async function generateTypes() {
  const schemaText = readFileSync(`${projectRoot}schema.graphql`, 'utf8');
  mkdirSync(generatedFolder, { recursive: true });
  for (const source of sources) await generateFile(schemaText, source);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateTypes();
