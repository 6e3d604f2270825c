import type { ValueTransformer } from 'typeorm';

/** Amounts can be larger than 32 bits; PostgreSQL hands such integers out as text. */
export const WHOLE_DONG: ValueTransformer = {
  to: (amount: number | null) => amount,
  from: (stored: string | number | null) => (stored === null ? null : Number(stored)),
};
