import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildGatewaySchema } from './build-schema';

/** The schema as text, types and fields in alphabetic order, so that a change shows as a small difference. */
export function printedSchema(): string {
  const noServices = { get: (): never => unusable() };
  return `${printSchema(lexicographicSortSchema(buildGatewaySchema(noServices)))}\n`;
}

function unusable(): never {
  throw new Error('A schema that is only printed resolves nothing.');
}
