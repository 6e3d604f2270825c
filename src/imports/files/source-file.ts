import { type Geometry } from 'geojson';
import { type ManifestFile } from '../manifest/manifest';
import { type ImportIssue } from '../report/issue';

/** One row of a file: the line on which it begins, its cells as texts, and which of them were numbers of a spreadsheet. */
export interface SourceRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly numberCells: ReadonlySet<number> | null;
  /** Cells in which a spreadsheet shows an error instead of a value. */
  readonly errorCells?: ReadonlySet<number> | null;
  /** The shape of a feature; tables have none. */
  readonly geometry?: Geometry | null;
}

/** Rows that were read in one go, and how many bytes of the file have been read so far. */
export interface RecordBatch {
  readonly records: readonly SourceRecord[];
  readonly bytesRead: number;
  /** What there is to say about these rows, or about the file when they are the last. */
  readonly issues?: readonly ImportIssue[];
}

/** A table in a file: its header first, then its rows in batches. What cannot be read on throws `UnreadableFile`. */
export interface TableFile {
  readonly file: ManifestFile;
  readonly sizeBytes: number;
  readonly header: SourceRecord;
  /** The rows after the header; may be walked once. */
  batches(): AsyncIterable<RecordBatch>;
}
