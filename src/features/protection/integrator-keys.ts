import { createHash } from 'node:crypto';
import type { Integrator, Scope } from './principal';

/** An integrator as the configuration names it. */
export interface IntegratorKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** SHA-256 of the key, hexadecimal; the key itself is kept nowhere. */
  readonly keyHash: string;
}

/** Finds the integrator that a key belongs to. */
export class IntegratorKeys {
  private readonly integrators: ReadonlyMap<string, Integrator>;

  constructor(keys: readonly IntegratorKey[]) {
    this.integrators = new Map(
      keys.map(({ keyHash, name, scopes }) => [keyHash, { kind: 'integrator', name, scopes }]),
    );
  }

  /** The integrator with this key, or null. */
  ofKey(apiKey: string): Integrator | null {
    return this.integrators.get(createHash('sha256').update(apiKey).digest('hex')) ?? null;
  }
}
