import { type ImportKind } from '../import-kind';
import { type DateForm } from '../rows/date-form.rules';
import { type FileEncoding, type FileFormat } from './manifest.schema';

/** Where the entries of a file come from. */
export interface ManifestSource {
  readonly name: string;
  readonly url?: string | undefined;
  readonly verifiedAt: string | null;
}

/** How one field of a kind gets its text. */
export interface FieldMapping {
  readonly field: string;
  /** Headers (or property names) to try in turn: the first cell that is not empty counts. Empty with a constant. */
  readonly headers: readonly string[];
  readonly constant: string | null;
  readonly values: ReadonlyMap<string, string> | null;
  /** Length up to which digits get leading zeros. */
  readonly padTo: number | null;
  /** How days and months that are texts are written, when the manifest says it. */
  readonly dateForm: DateForm | null;
}

/** One file that a manifest names, its glob resolved. */
export interface ManifestFile {
  readonly kind: ImportKind;
  /** Path below the folder of the manifest, with `/`. */
  readonly path: string;
  readonly absolutePath: string;
  readonly format: FileFormat;
  readonly mappings: readonly FieldMapping[];
  readonly delimiter: ',' | ';' | '\t' | null;
  readonly encoding: FileEncoding | null;
  readonly sheet: string | null;
  /** Line of the header, counted from 1; null for the first row that is not blank. */
  readonly headerRow: number | null;
  readonly source: ManifestSource;
  /** Day on which the unit codes of the file were valid, when the manifest says one. */
  readonly unitsAsOf: string | null;
  /** Whether its rows name what is taken off the record; not of public kinds. */
  readonly withdraw: boolean;
}

/** A manifest whose own faults are ruled out. */
export interface Manifest {
  readonly fileName: string;
  /** Who publishes what it names, in general. */
  readonly sourceName: string;
  readonly files: readonly ManifestFile[];
}
