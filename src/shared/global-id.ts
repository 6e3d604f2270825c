/** The types whose objects have an opaque identifier. */
export type GlobalIdType = 'Office' | 'Clinic' | 'Employer' | 'Agent' | 'Unit';

const TYPES: readonly string[] = ['Office', 'Clinic', 'Employer', 'Agent', 'Unit'] satisfies GlobalIdType[];

/** The opaque identifier of an object (Relay: global object identification), stable over revisions. */
export function toGlobalId(type: GlobalIdType, key: string): string {
  return Buffer.from(`${type}:${key}`, 'utf8').toString('base64url');
}

/** What an identifier names, or null when it was not made by `toGlobalId`. */
export function fromGlobalId(id: string): { type: GlobalIdType; key: string } | null {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const separator = text.indexOf(':');
  const type = text.slice(0, separator);
  const key = text.slice(separator + 1);
  if (!TYPES.includes(type) || key === '' || toGlobalId(type as GlobalIdType, key) !== id) return null;
  return { type: type as GlobalIdType, key };
}
