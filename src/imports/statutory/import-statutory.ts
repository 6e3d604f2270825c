import { STATUTORY_COLUMNS, STATUTORY_KEY_COLUMNS } from '../../features/statutory/statutory.columns';
import type { StatutoryKey } from '../../features/statutory/statutory.store';
import type { StatutoryValue } from '../../features/statutory/statutory-value.entity';
import { Misfit, type RecordColumns } from '../../shared/columns';
import { UnreadableFile } from '../files/file-fault';
import { type OpenedFile, openFiles } from '../files/open-files';
import { STATUTORY_KIND } from '../import-kind';
import { type Manifest } from '../manifest/manifest';
import { type ImportProgress } from '../progress';
import { type IssueLog } from '../report/issue-log';
import { RowMapper } from '../rows/row-mapper';
import { type RowPlace, RowReporter } from '../rows/row-reporter';

/** Takes rows of what laws and decrees set, and takes rows back, in one transaction. */
export interface StatutoryData {
  write(rows: readonly StatutoryValue[], takenBack: readonly StatutoryKey[]): Promise<void>;
}

/** How many rows an import of statutory values puts on record, and how many it takes back. */
export interface StatutoryOutcome {
  readonly status: 'recorded' | 'checked' | 'refused';
  readonly rows: { readonly [STATUTORY_KIND]?: number };
  readonly withdrawn: { readonly [STATUTORY_KIND]?: number };
}

interface StatutoryOptions {
  readonly dryRun: boolean;
  readonly skipInvalid: boolean;
  readonly progress: ImportProgress;
  readonly signal?: AbortSignal | undefined;
}

const REFUSED: StatutoryOutcome = { status: 'refused', rows: {}, withdrawn: {} };

/**
 * Imports dated values of laws and decrees. A row takes the place of the one of its fact, subject and first day; the
 * others stay, so that next year's row is a file of one line. All rows take effect together, or none.
 */
export async function importStatutory(
  manifest: Manifest,
  data: StatutoryData,
  log: IssueLog,
  options: StatutoryOptions,
): Promise<StatutoryOutcome> {
  const files = await openFiles(manifest.files, log);
  if (log.count('FAULT') > 0 && options.skipInvalid) return REFUSED;
  const reading = new StatutoryReading(log, options);
  for (const file of files) await reading.read(file);
  if (log.count('FAULT') > 0) return REFUSED;
  const { rows, takenBack } = reading;
  const counts = {
    rows: { [STATUTORY_KIND]: rows.length },
    withdrawn: takenBack.length === 0 ? {} : { [STATUTORY_KIND]: takenBack.length },
  };
  options.signal?.throwIfAborted();
  if (options.dryRun) return { status: 'checked', ...counts };
  options.progress.step('write');
  await data.write(rows, takenBack);
  return { status: 'recorded', ...counts };
}

/** Reads the rows of all files; there are some thousand of them at most, so they are kept until all are right. */
class StatutoryReading {
  readonly rows: StatutoryValue[] = [];
  readonly takenBack: StatutoryKey[] = [];
  private readonly seen = new Map<string, RowPlace>();
  private readonly reporter: RowReporter;

  constructor(
    private readonly log: IssueLog,
    private readonly options: StatutoryOptions,
  ) {
    this.reporter = new RowReporter(log, options.skipInvalid);
  }

  read(opened: OpenedFile): Promise<void> {
    return opened.table.file.withdraw
      ? this.walk(opened, STATUTORY_KEY_COLUMNS, this.takenBack)
      : this.walk(opened, STATUTORY_COLUMNS, this.rows);
  }

  private async walk<Row extends StatutoryKey>(
    { table, plan }: OpenedFile,
    columns: RecordColumns<Row>,
    found: Row[],
  ): Promise<void> {
    const { progress, signal } = this.options;
    progress.start(table.file.path, STATUTORY_KIND, table.sizeBytes);
    const mapper = new RowMapper(columns, plan, this.reporter);
    let read = 0;
    try {
      for await (const batch of table.batches()) {
        for (const issue of batch.issues ?? []) this.log.add(issue);
        for (const record of batch.records) {
          const place = { plan, record };
          const row = mapper.map(place);
          if (row && this.isNew(row, place)) found.push(row);
        }
        read += batch.records.length;
        progress.advance(batch.bytesRead, read);
        signal?.throwIfAborted();
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      this.log.add(error.fault);
    }
    progress.finish(read);
  }

  private isNew({ fact, subject, validFrom }: StatutoryKey, place: RowPlace): boolean {
    const key = [fact, subject, validFrom].join(' ');
    const first = this.seen.get(key);
    if (first) this.reporter.fault(place, 'validFrom', repeated(first));
    else this.seen.set(key, place);
    return !first;
  }
}

function repeated({ plan, record }: RowPlace): Misfit {
  return new Misfit(
    'DUPLICATE',
    {
      en: `the same fact, subject and day stand in line ${record.line} of ${plan.file.path}`,
      vi: `cùng nội dung, đối tượng và ngày đã có ở dòng ${record.line} của ${plan.file.path}`,
    },
    { en: 'Keep one of the two rows.', vi: 'Giữ một trong hai dòng.' },
  );
}
