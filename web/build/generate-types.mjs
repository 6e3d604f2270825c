import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, print, stripIgnoredCharacters } from 'graphql';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
const operationsFolder = `${projectRoot}web/src/api/operations/`;
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

/**
 * Writes web/src/generated/operations.ts from schema.graphql and the page's operations: TypeScript types of every
 * variable and answer, and each operation ready to send. An operation that does not fit the schema stops the build.
 */
export async function generateTypes() {
  const schema = buildSchema(readFileSync(`${projectRoot}schema.graphql`, 'utf8'));
  const documents = readdirSync(operationsFolder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(operationsFolder + name, 'utf8')) }));
  const types = await codegen({
    schema: parse(readFileSync(`${projectRoot}schema.graphql`, 'utf8')),
    schemaAst: schema,
    documents,
    filename: 'operations.ts',
    config: {
      enumsAsTypes: true,
      skipTypename: false,
      preResolveTypes: true,
      useTypeImports: true,
      scalars: { Date: 'string', DateTime: 'string', GeoJSONMultiPolygon: "import('geojson').MultiPolygon" },
    },
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
  });
  const header = "import { type Operation } from '../api/operation';\n";
  const definitions = documents.flatMap(({ document }) => document.definitions);
  mkdirSync(generatedFolder, { recursive: true });
  writeFileSync(`${generatedFolder}operations.ts`, `${header}${types}\n${printOperations(definitions)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateTypes();
