import { type StagedRevision } from '../../features/directory/publication/publication.types';
import { type PublishedKind } from '../../features/directory/kinds/published-kinds';
import { type BilingualMessage } from '../../shared/errors';
import { Misfit } from '../../shared/columns';
import { FirstSeen, type Sighting } from '../checks/first-seen';
import { type RowPlace, type RowReporter } from '../rows/row-reporter';
import { type DirectoryKnowledge } from './directory-knowledge';

/** What a file adds to each of its rows. */
export interface FileOrigin {
  /** Index in the order of reading. */
  readonly index: number;
  readonly path: string;
  readonly sourceId: number;
  readonly verifiedAt: string | null;
  readonly unitsAsOf: string | null;
}

/** A mapped row on its way in. */
export interface IncomingRow<Draft> {
  readonly draft: Draft;
  readonly place: RowPlace;
  readonly origin: FileOrigin;
}

/** The parts an intake works with. */
export interface IntakeParts {
  readonly staged: StagedRevision;
  readonly reporter: RowReporter;
  readonly knowledge: DirectoryKnowledge;
  readonly files: readonly { readonly path: string }[];
  readonly today: string;
  /** True once the import cannot be published: rows are still checked, but no longer staged. */
  readonly isRefused: () => boolean;
}

/** Checks the rows of one kind against each other and against what is known, and stages them. */
export abstract class Intake<Draft, Row extends object> {
  private readonly seen = new FirstSeen();
  private waiting: Row[] = [];
  stagedRows = 0;

  constructor(
    protected readonly kind: PublishedKind,
    protected readonly parts: IntakeParts,
  ) {}

  /** Takes a row whose own cells are right. */
  abstract take(row: IncomingRow<Draft>): void;

  /** Called when all rows have come, for what can only be judged then. */
  finish(): void {
    // Most kinds judge every row as it comes.
  }

  /** Hands what waits to the revision in the making, in full batches unless it is the `last` call. */
  async flush(last: boolean): Promise<void> {
    if (this.parts.isRefused()) this.waiting = [];
    while (this.waiting.length >= STAGE_ROWS || (last && this.waiting.length > 0)) {
      await this.parts.staged.stage(this.kind, this.waiting.splice(0, STAGE_ROWS));
    }
  }

  protected keep(row: Row): void {
    this.waiting.push(row);
    this.stagedRows++;
  }

  /** Notes a key; a second row with it is a fault that names the first. */
  protected isNew(key: string, field: string, { place, origin }: IncomingRow<Draft>): boolean {
    const first = this.seen.seeText(key, origin.index, place.record.line);
    if (first === null) return true;
    this.parts.reporter.fault(place, field, duplicate(this.whereWas(first, origin)));
    return false;
  }

  /** Names a place that was seen before: its line, with its file when that is another one. */
  protected whereWas(first: Sighting, origin: FileOrigin): BilingualMessage {
    const file = first.file === origin.index ? '' : (this.parts.files[first.file]?.path ?? '');
    const of = file === '' ? { en: '', vi: '' } : { en: ` of ${file}`, vi: ` của ${file}` };
    return { en: `line ${first.line}${of.en}`, vi: `dòng ${first.line}${of.vi}` };
  }
}

const STAGE_ROWS = 1_000;

function duplicate(where: BilingualMessage): Misfit {
  return new Misfit(
    'DUPLICATE',
    {
      en: `already stands in ${where.en}; every entry may come once`,
      vi: `đã có ở ${where.vi}; mỗi mục chỉ được khai một lần`,
    },
    { en: 'Remove one of the two rows or correct its code.', vi: 'Xóa một trong hai dòng hoặc sửa mã.' },
  );
}
