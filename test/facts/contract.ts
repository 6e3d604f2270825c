import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';

/** Folder of the real data, from REAL_DATA. */
export const DATA = resolve(process.env['REAL_DATA'] ?? '');

/** The operations of one part of the contract that outside clients send, by name. */
export function contractOperations(part: 'directory' | 'account' | 'people'): ReadonlyMap<string, string> {
  const path = join(DATA, '..', 'contract', `${part}.graphql`);
  if (!existsSync(path)) throw new Error(`The contract's operations are not at ${path}.`);
  const definitions = parse(readFileSync(path, 'utf8')).definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return new Map(definitions.map((definition) => [definition.name?.value ?? '', print(definition)]));
}

/** The rows of a CSV file of the real data that has no quoted cells, by header. */
export function plainCsv(path: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(DATA, path), 'utf8').trimEnd().split('\n');
  const headers = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [headers[index] ?? '', cell])));
}
