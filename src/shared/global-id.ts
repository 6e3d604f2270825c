/** The opaque identifier of an object of a type (Relay: global object identification), stable over revisions. */
export function toGlobalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`, 'utf8').toString('base64url');
}

/** What an identifier names, or null when it was not made by `toGlobalId`. Whether the type exists is not looked at. */
export function fromGlobalId(id: string): { type: string; key: string } | null {
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const separator = text.indexOf(':');
  const type = text.slice(0, Math.max(separator, 0));
  const key = text.slice(separator + 1);
  return type === '' || key === '' || toGlobalId(type, key) !== id ? null : { type, key };
}
