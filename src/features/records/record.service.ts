import { type Connection, type Edge } from '../../shared/relay/connection.types';
import {
  checkedFirst,
  connection,
  type CursorSigner,
  ListCursors,
  type ListState,
  type PageRequest,
} from '../../shared/relay/page';
import { contributionTime, type ContributionTime } from './contribution-time.rules';
import type { Contribution } from './contribution.entity';
import { type BenefitKind, type InsuranceKind, paysFor } from './insurance-kind.types';
import type { PersonalKey } from './personal-kinds';
import type { RecordIdentity, ShownKind, ShownRecord } from './record-identity';
import type { RecordOwner, RecordReaders } from './record-reader';
import type { BenefitRecord, ContributionRecord, VisitRecord } from './record.types';

/** Cursors of personal lists name no revision: these lists are not published. */
const NO_STATE: ListState = { revision: 0, day: 0 };

/** Tells people what is on record about them: always their own, by the key of who is signed in. */
export class RecordService {
  constructor(
    private readonly readers: RecordReaders,
    private readonly identity: RecordIdentity,
    private readonly cursors: CursorSigner,
  ) {}

  /** How long the person has paid into one insurance. */
  async total(owner: RecordOwner, kind: InsuranceKind): Promise<ContributionTime> {
    return contributionTime(await this.paidFor(owner, kind));
  }

  /** The contributions to one insurance, oldest first. */
  async contributions(
    owner: RecordOwner,
    kind: InsuranceKind,
    page: PageRequest,
  ): Promise<Connection<Edge<ContributionRecord>>> {
    return this.page('contributions', await this.paidFor(owner, kind), page, ['contributions', owner.personId, kind]);
  }

  /** The benefits of one sort, newest first. */
  async benefits(owner: RecordOwner, kind: BenefitKind, page: PageRequest): Promise<Connection<Edge<BenefitRecord>>> {
    const all = await this.readers.of(owner).benefits(owner.personId);
    const benefits = all.filter((benefit) => benefit.kind === String(kind));
    return this.page('benefits', benefits, page, ['benefits', owner.personId, kind]);
  }

  /** The visits of a year, newest first. */
  async visits(owner: RecordOwner, year: number, page: PageRequest): Promise<Connection<Edge<VisitRecord>>> {
    const all = await this.readers.of(owner).visits(owner.personId);
    const visits = all.filter(({ admittedOn }) => yearOf(admittedOn) === year);
    return this.page('visits', visits, page, ['visits', owner.personId, year]);
  }

  /** The years with visits, newest first. */
  async visitYears(owner: RecordOwner): Promise<number[]> {
    const visits = await this.readers.of(owner).visits(owner.personId);
    return [...new Set(visits.map(({ admittedOn }) => yearOf(admittedOn)))];
  }

  private async paidFor(owner: RecordOwner, kind: InsuranceKind): Promise<Contribution[]> {
    const contributions = await this.readers.of(owner).contributions(owner.personId);
    return contributions.filter(({ kindBits }) => paysFor(kindBits, kind));
  }

  /** One person has at most some hundred records, so a page is cut from all of them. */
  private page<Kind extends ShownKind>(
    kind: Kind,
    rows: readonly PersonalKey[],
    page: PageRequest,
    list: readonly unknown[],
  ): Connection<Edge<ShownRecord<Kind>>> {
    const first = checkedFirst(page.first);
    const cursors = new ListCursors(this.cursors, ...list);
    const place = cursors.place(page.after, NO_STATE);
    const edges = rows.slice(place.offset, place.offset + first).map((row, index) => ({
      node: this.identity.shown(kind, row),
      cursor: cursors.at(place, place.offset + index),
    }));
    return connection(edges, place, rows.length);
  }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
