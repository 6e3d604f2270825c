import { createHash } from 'node:crypto';
import {
  keyOf,
  PERSONAL_COLUMNS,
  PERSONAL_KINDS,
  type PersonalKey,
  type PersonalKind,
  type PersonalRow,
  withdrawalColumns,
} from '../../features/records/personal-kinds';
import type { FoundIdentifier, IdentifiedPerson } from '../../features/people/person-identity';
import type { FoundDocument, OpenDocument } from '../../features/people/document/identity-document.store';
import type { OpenPerson } from '../../features/people/person.store';
import { Misfit, type RecordColumns } from '../../shared/columns';
import { UnreadableFile } from '../files/file-fault';
import { type OpenedFile } from '../files/open-files';
import { type ImportProgress } from '../progress';
import { type IssueLog } from '../report/issue-log';
import { RowMapper } from '../rows/row-mapper';
import { type RowPlace, RowReporter } from '../rows/row-reporter';
import { DocumentCheck } from './document-check';
import { IdentityCheck } from './identity-check';
import { RepeatedRows } from './repeated-rows';

/** Takes personal rows into the database, and off it. */
export interface PersonalData {
  /** Takes the right to import, which one process has at a time. Throws ImportRunningError. */
  begin(): Promise<Writing & { end(): Promise<void> }>;
  /** Which of these rows are there, as `keyOf` writes them. */
  onRecord(kind: PersonalKind, keys: readonly PersonalKey[]): Promise<ReadonlySet<string>>;
  count(kind: PersonalKind): Promise<number>;
  knownIds(personIds: readonly number[]): Promise<ReadonlySet<number>>;
  /** Who else has an identifier of these persons on record. */
  otherHolders(persons: readonly IdentifiedPerson[]): Promise<readonly FoundIdentifier[]>;
  /** Who else has the number of one of these papers on record. */
  otherDocumentHolders(documents: readonly OpenDocument[]): Promise<readonly FoundDocument[]>;
}

interface Arrival<Row> {
  readonly row: Row;
  readonly place: RowPlace;
}

/** What is done with the good rows of a walk. */
export interface Writing {
  take(kind: PersonalKind, rows: readonly PersonalRow[]): Promise<void>;
  withdraw(kind: PersonalKind, keys: readonly PersonalKey[]): Promise<void>;
}

/** Rows by kind. */
export type RowCounts = Partial<Record<PersonalKind, number>>;

/** How a walk goes. */
export interface WalkOptions {
  readonly skipInvalid: boolean;
  readonly progress: ImportProgress;
  readonly signal?: AbortSignal | undefined;
}

const TAKE_ROWS = 2_000;
const UNKNOWN_PERSON = new Misfit(
  'UNKNOWN_PERSON',
  { en: 'names no person that is known or comes with this manifest', vi: 'không phải khóa của người nào đã có' },
  { en: 'Import the person first, or correct the key.', vi: 'Nhập người này trước, hoặc sửa khóa.' },
);

const NOT_ON_RECORD = new Misfit(
  'NOT_ON_RECORD',
  {
    en: 'nothing is on record under this key, so nothing is withdrawn',
    vi: 'không có dữ liệu với khóa này nên không rút gì',
  },
  { en: 'Check the key, unless it was withdrawn before.', vi: 'Kiểm tra khóa, trừ khi đã rút trước đó.' },
);

/** A file changed, or could not be read to its end, between the walk that checked it and the one that wrote. */
export class FilesChangedError extends Error {
  constructor(path: string | null) {
    super(
      `${path ?? 'A file'} changed while it was imported; rows from before that place may be written. Leave the files as they are and run the import again. / ${path ?? 'Một tệp'} đã thay đổi trong khi nhập; các dòng trước đó có thể đã được ghi. Hãy giữ nguyên tệp và nhập lại.`,
    );
    this.name = 'FilesChangedError';
  }
}

/** One walk over the files of personal kinds: checks every row, and hands the good ones on. */
export class PersonalWalk {
  private readonly reporter: RowReporter;
  private readonly identities: IdentityCheck;
  private readonly documents: DocumentCheck;
  private readonly leaving = new Set<number>();
  /** One for each batch so far. */
  private readonly digests: string[] = [];
  /** Good rows so far that are taken, and that are withdrawn. */
  readonly taken: RowCounts = {};
  readonly withdrawn: RowCounts = {};

  constructor(
    private readonly data: Pick<PersonalData, 'knownIds' | 'onRecord' | 'otherHolders' | 'otherDocumentHolders'>,
    private readonly log: IssueLog,
    private readonly options: WalkOptions,
    private readonly writing: Writing,
    /** The walk before over the same files, which this one must find as that one did. */
    private readonly before: PersonalWalk | null = null,
  ) {
    this.reporter = new RowReporter(log, options.skipInvalid);
    this.identities = new IdentityCheck(
      this.reporter,
      (persons) => data.otherHolders(persons),
      (personId) => this.leaving.has(personId),
    );
    this.documents = new DocumentCheck(
      this.reporter,
      (documents) => data.otherDocumentHolders(documents),
      (personId) => this.leaving.has(personId),
    );
  }

  /** Walks all files: first those that withdraw, then the others, people before what belongs to them. */
  async over(files: readonly OpenedFile[]): Promise<void> {
    for (const withdraws of [true, false]) {
      for (const kind of PERSONAL_KINDS) {
        const repeats = new RepeatedRows(kind, this.reporter);
        for (const opened of files) {
          const { file } = opened.table;
          if (file.kind !== kind || file.withdraw !== withdraws) continue;
          if (withdraws)
            await this.walkFile(kind, opened, withdrawalColumns(kind), (rows) => this.withdrawAll(kind, rows));
          else await this.walkFile(kind, opened, rowColumns(kind), (rows) => this.takeAll(kind, rows, repeats));
        }
      }
    }
  }

  private async walkFile<Row extends object>(
    kind: PersonalKind,
    { table, plan }: OpenedFile,
    columns: RecordColumns<Row>,
    handle: (arrivals: readonly Arrival<Row>[]) => Promise<void>,
  ): Promise<void> {
    const { progress, signal } = this.options;
    progress.start(table.file.path, kind, table.sizeBytes);
    const mapper = new RowMapper(columns, plan, this.reporter);
    let rows = 0;
    try {
      for await (const batch of table.batches()) {
        for (const issue of batch.issues ?? []) this.log.add(issue);
        const arrivals: Arrival<Row>[] = [];
        for (const record of batch.records) {
          const place = { plan, record };
          const row = mapper.map(place);
          if (row) arrivals.push({ row, place });
        }
        this.compare(table.file.path, arrivals);
        await handle(arrivals);
        rows += batch.records.length;
        progress.advance(batch.bytesRead, rows);
        signal?.throwIfAborted();
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      this.log.add(error.fault);
    }
    progress.finish(rows);
  }

  /** Whether this walk found all that the one before did, and nothing else. */
  assertSame(before: PersonalWalk): void {
    const [rows, earlier] = [JSON.stringify(this.taken), JSON.stringify(before.taken)];
    if (rows !== earlier || this.digests.length !== before.digests.length) throw new FilesChangedError(null);
  }

  /** Notes what a batch says, and refuses it before anything is done when the walk before found something else there. */
  private compare(path: string, arrivals: readonly Arrival<object>[]): void {
    const digest = createHash('sha256')
      .update(JSON.stringify([path, arrivals.map(({ row }) => row)]))
      .digest('base64');
    if (this.before && this.before.digests[this.digests.length] !== digest) throw new FilesChangedError(path);
    this.digests.push(digest);
  }

  /** The rows whose person is known, and the persons and papers that share no number; the others are faults. */
  private async belonging(
    kind: PersonalKind,
    arrivals: readonly Arrival<PersonalRow>[],
  ): Promise<readonly Arrival<PersonalRow>[]> {
    if (kind === 'people') return this.identities.own(arrivals as readonly Arrival<OpenPerson>[]);
    const known = await this.ofKnownPersons(arrivals);
    return kind === 'identityDocuments' ? this.documents.own(known as readonly Arrival<OpenDocument>[]) : known;
  }

  private async ofKnownPersons(arrivals: readonly Arrival<PersonalRow>[]): Promise<readonly Arrival<PersonalRow>[]> {
    const strangers = new Set(arrivals.map(({ row }) => row.personId).filter((id) => !this.identities.has(id)));
    const known = strangers.size === 0 ? strangers : await this.data.knownIds([...strangers]);
    const good: Arrival<PersonalRow>[] = [];
    for (const arrival of arrivals) {
      const { row, place } = arrival;
      const stays = known.has(row.personId) && !this.leaving.has(row.personId);
      if (!strangers.has(row.personId) || stays) good.push(arrival);
      else this.reporter.fault(place, 'personId', UNKNOWN_PERSON);
    }
    return good;
  }

  private async takeAll(
    kind: PersonalKind,
    arrivals: readonly Arrival<PersonalRow>[],
    repeats: RepeatedRows,
  ): Promise<void> {
    const own = await this.belonging(kind, arrivals);
    const rows = own.map((arrival) => repeats.kept(arrival)).filter((row) => row !== null);
    this.taken[kind] = (this.taken[kind] ?? 0) + rows.length;
    for (let start = 0; start < rows.length; start += TAKE_ROWS) {
      await this.writing.take(kind, rows.slice(start, start + TAKE_ROWS));
    }
  }

  /** What is not there was perhaps withdrawn by a run before: a doubt, so that an import can be run again. */
  private async withdrawAll(kind: PersonalKind, arrivals: readonly Arrival<PersonalKey>[]): Promise<void> {
    const byKey = new Map(arrivals.map((arrival) => [keyOf(kind, arrival.row), arrival]));
    const there = await this.data.onRecord(
      kind,
      arrivals.map(({ row }) => row),
    );
    const keys: PersonalKey[] = [];
    for (const [key, { row, place }] of byKey) {
      if (there.has(key)) keys.push(row);
      else this.reporter.doubt(place, 'personId', NOT_ON_RECORD);
      if (kind === 'people') this.leaving.add(row.personId);
    }
    this.withdrawn[kind] = (this.withdrawn[kind] ?? 0) + keys.length;
    if (keys.length > 0) await this.writing.withdraw(kind, keys);
  }
}

/** The columns of whole rows. The mapper makes rows of the very kind whose columns it is given, so one type is safe. */
function rowColumns(kind: PersonalKind): RecordColumns<PersonalRow> {
  return PERSONAL_COLUMNS[kind] as RecordColumns<unknown> as RecordColumns<PersonalRow>;
}
