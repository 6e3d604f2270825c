import { malformed } from './refusal';

/** Deeper than any input type of the schema; a stack overflow would need some thousands. */
const MAX_DEPTH = 32;

/** A JSON value as text in which the order of members plays no part, so that equal values have equal texts. */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) {
    throw malformed(`Variables may nest ${MAX_DEPTH} levels.`, `Biến chỉ được lồng tối đa ${MAX_DEPTH} cấp.`);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}
