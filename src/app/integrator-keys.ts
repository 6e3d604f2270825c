import { createHash } from 'node:crypto';

/** Finds the integrator that a key belongs to. Keys themselves are kept nowhere: only their SHA-256. */
export class IntegratorKeys {
  private readonly names: ReadonlyMap<string, string>;

  constructor(keys: readonly { readonly name: string; readonly keyHash: string }[]) {
    this.names = new Map(keys.map(({ name, keyHash }) => [keyHash, name]));
  }

  /** The name of the integrator with this key, or null. */
  ofKey(apiKey: string | undefined): string | null {
    if (apiKey === undefined) return null;
    return this.names.get(createHash('sha256').update(apiKey).digest('hex')) ?? null;
  }
}
