import { type SmallInput } from './small-input';

/** One kind of bad input: what is changed in the small right input, and the fault that must be told. */
export interface BadInput {
  readonly name: string;
  readonly change: (input: SmallInput) => void;
  readonly code: string;
  readonly file: string;
  /** Null where a fault has no line. */
  readonly line: number | null;
  readonly column?: string;
  readonly value?: string | RegExp;
  /** What the English message must say. */
  readonly says?: RegExp;
}
