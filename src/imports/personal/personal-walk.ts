import {
  PERSONAL_COLUMNS,
  PERSONAL_KINDS,
  type PersonalKind,
  type PersonalRow,
} from '../../features/records/personal-kinds';
import { Misfit, type RecordColumns } from '../../shared/columns';
import { UnreadableFile } from '../files/file-fault';
import { type OpenedFile } from '../files/open-files';
import { type ImportProgress } from '../progress';
import { type IssueLog } from '../report/issue-log';
import { type ColumnPlan } from '../rows/column-plan';
import { RowMapper } from '../rows/row-mapper';
import { type RowPlace, RowReporter } from '../rows/row-reporter';

/** Takes personal rows into the database. */
export interface PersonalData {
  take(kind: PersonalKind, rows: readonly PersonalRow[]): Promise<void>;
  knownIds(personIds: readonly number[]): Promise<ReadonlySet<number>>;
}

interface Arrival {
  readonly row: PersonalRow;
  readonly place: RowPlace;
}

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

/** One walk over the files of personal kinds: checks every row, and hands the good ones to `take`. */
export class PersonalWalk {
  private readonly reporter: RowReporter;
  private readonly arriving = new Set<number>();
  private readonly counts = new Map<PersonalKind, number>();

  constructor(
    private readonly data: Pick<PersonalData, 'knownIds'>,
    private readonly log: IssueLog,
    private readonly options: WalkOptions,
    private readonly take: PersonalData['take'],
  ) {
    this.reporter = new RowReporter(log, options.skipInvalid);
  }

  /** Walks all files, people first. Tells how many rows of each kind were good. */
  async over(files: readonly OpenedFile[]): Promise<Partial<Record<PersonalKind, number>>> {
    for (const kind of PERSONAL_KINDS) {
      for (const file of files) if (file.table.file.kind === kind) await this.walkFile(kind, file);
    }
    return Object.fromEntries(this.counts);
  }

  private async walkFile(kind: PersonalKind, { table, plan }: OpenedFile): Promise<void> {
    const { progress, signal } = this.options;
    progress.start(table.file.path, kind, table.sizeBytes);
    const map = mapperOf(kind, plan, this.reporter);
    let rows = 0;
    try {
      for await (const batch of table.batches()) {
        const arrivals: Arrival[] = [];
        for (const record of batch.records) {
          const place = { plan, record };
          const row = map(place);
          if (row) arrivals.push({ row, place });
        }
        await this.takeAll(kind, await this.belonging(kind, arrivals));
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

  /** The rows whose person is known; the others are faults. */
  private async belonging(kind: PersonalKind, arrivals: readonly Arrival[]): Promise<PersonalRow[]> {
    if (kind === 'people') {
      for (const { row } of arrivals) this.arriving.add(row.personId);
      return arrivals.map(({ row }) => row);
    }
    const strangers = new Set(arrivals.map(({ row }) => row.personId).filter((id) => !this.arriving.has(id)));
    const known = strangers.size === 0 ? strangers : await this.data.knownIds([...strangers]);
    const good: PersonalRow[] = [];
    for (const { row, place } of arrivals) {
      if (!strangers.has(row.personId) || known.has(row.personId)) good.push(row);
      else this.reporter.fault(place, 'personId', UNKNOWN_PERSON);
    }
    return good;
  }

  private async takeAll(kind: PersonalKind, rows: readonly PersonalRow[]): Promise<void> {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + rows.length);
    for (let start = 0; start < rows.length; start += TAKE_ROWS) {
      await this.take(kind, rows.slice(start, start + TAKE_ROWS));
    }
  }
}

function mapperOf(
  kind: PersonalKind,
  plan: ColumnPlan,
  reporter: RowReporter,
): (place: RowPlace) => PersonalRow | null {
  // The mapper makes rows of the very kind whose columns it is given, so one type for all kinds is safe here.
  const columns = PERSONAL_COLUMNS[kind] as RecordColumns<unknown> as RecordColumns<PersonalRow>;
  const mapper = new RowMapper(columns, plan, reporter);
  return (place) => mapper.map(place);
}
