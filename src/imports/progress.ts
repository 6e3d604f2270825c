import { type ImportKind } from './import-kind';

/** What an import tells whoever watches it. Calls come once for a few thousand rows, never for each. */
export interface ImportProgress {
  /** A file begins. */
  start(file: string, kind: ImportKind, sizeBytes: number): void;
  /** So many bytes and rows of the file have been read. */
  advance(bytesRead: number, rowsRead: number): void;
  /** The file is at its end. */
  finish(rowsRead: number): void;
  /** A step after the last file, such as publishing. */
  step(name: string): void;
}

/** Progress that nobody watches. */
export const SILENT_PROGRESS: ImportProgress = {
  start: () => undefined,
  advance: () => undefined,
  finish: () => undefined,
  step: () => undefined,
};
