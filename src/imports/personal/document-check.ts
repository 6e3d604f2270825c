import type { FoundDocument, OpenDocument } from '../../features/people/document/identity-document.store';
import { Misfit } from '../../shared/columns';
import { FirstSeen } from '../checks/first-seen';
import type { RowPlace, RowReporter } from '../rows/row-reporter';

/** A paper that comes with a file, and where. */
interface ArrivingDocument {
  readonly row: OpenDocument;
  readonly place: RowPlace;
}

const TAKEN = new Misfit(
  'DOCUMENT_TAKEN',
  { en: 'is on record for another person', vi: 'đang thuộc về người khác có trong hệ thống' },
  {
    en: "Correct the number; or withdraw the other person's paper first.",
    vi: 'Sửa số này; hoặc rút giấy tờ của người kia trước.',
  },
);

function repeated(line: number, path: string): Misfit {
  return new Misfit(
    'DOCUMENT_REPEATED',
    {
      en: `stands in line ${line} of ${path} already, for another person`,
      vi: `đã có ở dòng ${line} của ${path}, của người khác`,
    },
    { en: 'Correct one of the two numbers.', vi: 'Sửa một trong hai số.' },
  );
}

/** Sees to it that the number of a paper belongs to one person: two who shared one could not sign in with it. */
export class DocumentCheck {
  private readonly numbers = new FirstSeen();
  private readonly owned = new FirstSeen();
  private readonly paths: string[] = [];

  constructor(
    private readonly reporter: RowReporter,
    private readonly holders: (documents: readonly OpenDocument[]) => Promise<readonly FoundDocument[]>,
    private readonly isLeaving: (personId: number) => boolean,
  ) {}

  /** The papers whose numbers are their owner's alone; the others are faults. */
  async own<Arriving extends ArrivingDocument>(arrivals: readonly Arriving[]): Promise<Arriving[]> {
    const first = arrivals.filter((arrival) => this.isFirst(arrival));
    const found = await this.holders(first.map(({ row }) => row));
    const taken = new Set(
      found.filter(({ holderId }) => !this.isLeaving(holderId)).map(({ personId, kind }) => `${personId} ${kind}`),
    );
    return first.filter(({ row, place }) => {
      const isTaken = taken.has(`${row.personId} ${row.kind}`);
      if (isTaken) this.reporter.fault(place, 'number', TAKEN);
      return !isTaken;
    });
  }

  /** The same paper of the same person may come again; whether it says the same is looked at elsewhere. */
  private isFirst({ row: { personId, kind, number }, place }: ArrivingDocument): boolean {
    const { path } = place.plan.file;
    const known = this.paths.lastIndexOf(path);
    const file = known < 0 ? this.paths.push(path) - 1 : known;
    const before = this.numbers.seeText(`${kind} ${number}`, file, place.record.line);
    const ownBefore = this.owned.seeText(`${kind} ${number} ${personId}`, file, place.record.line);
    if (!before || ownBefore) return true;
    this.reporter.fault(place, 'number', repeated(before.line, this.paths[before.file] ?? ''));
    return false;
  }
}
