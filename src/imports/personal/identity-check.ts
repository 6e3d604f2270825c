import type { FoundIdentifier, IdentifiedPerson } from '../../features/people/person-identity';
import { Misfit } from '../../shared/columns';
import type { RowPlace, RowReporter } from '../rows/row-reporter';
import { FirstSeen } from '../checks/first-seen';

/** A person who comes with a file, and where. */
export interface ArrivingPerson {
  readonly row: IdentifiedPerson;
  readonly place: RowPlace;
}

/** Who on record has one of the identifiers of these persons, under another key. */
export type Holders = (persons: readonly IdentifiedPerson[]) => Promise<readonly FoundIdentifier[]>;

const TAKEN = new Misfit(
  'IDENTIFIER_TAKEN',
  {
    en: 'is on record for another person, who keeps it in this import',
    vi: 'đang thuộc về người khác có trong hệ thống và không đổi trong lần nhập này',
  },
  {
    en: 'Correct the identifier; or correct or withdraw the other person first.',
    vi: 'Sửa mã số này; hoặc sửa, rút dữ liệu của người kia trước.',
  },
);

function repeated(line: number, path: string): Misfit {
  return new Misfit(
    'IDENTIFIER_REPEATED',
    { en: `stands in line ${line} of ${path} already`, vi: `đã có ở dòng ${line} của ${path}` },
    { en: 'Keep one row for each person.', vi: 'Mỗi người chỉ giữ một dòng.' },
  );
}

/**
 * Sees to it that a BHXH code and a personal identity number belong to one person each: two persons who shared one could
 * neither sign in with it nor be found by it.
 */
export class IdentityCheck {
  private readonly seen = new FirstSeen();
  private readonly arrived = new Set<number>();
  private readonly paths: string[] = [];

  constructor(
    private readonly reporter: RowReporter,
    private readonly holders: Holders,
    private readonly isLeaving: (personId: number) => boolean,
  ) {}

  /** Whether the person came in an earlier row, or comes in one of those now checked. */
  has(personId: number): boolean {
    return this.arrived.has(personId);
  }

  /** The persons whose identifiers are their own; the others are faults. */
  async own<Arriving extends ArrivingPerson>(arrivals: readonly Arriving[]): Promise<Arriving[]> {
    const first = arrivals.filter((arrival) => this.isFirst(arrival));
    for (const { row } of first) this.arrived.add(row.personId);
    const found = await this.holders(first.map(({ row }) => row));
    const taken = new Map(
      found
        .filter(({ holderId }) => !this.arrived.has(holderId) && !this.isLeaving(holderId))
        .map(({ personId, field }) => [personId, field]),
    );
    return first.filter(({ row, place }) => {
      const field = taken.get(row.personId);
      if (field) this.reporter.fault(place, field, TAKEN);
      return field === undefined;
    });
  }

  private numberOf(path: string): number {
    const known = this.paths.lastIndexOf(path);
    return known < 0 ? this.paths.push(path) - 1 : known;
  }

  private isFirst({ row, place }: ArrivingPerson): boolean {
    for (const field of ['bhxhCode', 'personalIdNumber'] as const) {
      const value = row[field];
      const before =
        value === null
          ? null
          : this.seen.seeText(`${field} ${value}`, this.numberOf(place.plan.file.path), place.record.line);
      if (!before) continue;
      this.reporter.fault(place, field, repeated(before.line, this.paths[before.file] ?? ''));
      return false;
    }
    return true;
  }
}
