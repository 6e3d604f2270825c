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
import type { RecordStore } from './record.store';
import type { BenefitRecord, ContributionRecord, VisitRecord } from './record.types';

/** Whoever is signed in; the same object for all fields of one request. */
export interface RecordOwner {
  readonly personId: number;
}

/** Cursors of personal lists name no revision: these lists are not published. */
const NO_STATE: ListState = { revision: 0, day: 0 };

/** Tells people what is on record about them: always their own, by the key of who is signed in. */
export class RecordService {
  private readonly contributionsOf = new WeakMap<RecordOwner, Promise<Contribution[]>>();

  constructor(
    private readonly store: RecordStore,
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
    return this.page(await this.paidFor(owner, kind), page, ['contributions', owner.personId, kind]);
  }

  /** The benefits of one sort, newest first. */
  async benefits(owner: RecordOwner, kind: BenefitKind, page: PageRequest): Promise<Connection<Edge<BenefitRecord>>> {
    return this.page(await this.store.benefits(owner.personId, kind), page, ['benefits', owner.personId, kind]);
  }

  /** The visits of a year, newest first. */
  async visits(owner: RecordOwner, year: number, page: PageRequest): Promise<Connection<Edge<VisitRecord>>> {
    return this.page(await this.store.visits(owner.personId, year), page, ['visits', owner.personId, year]);
  }

  /** The years with visits, newest first. */
  visitYears(owner: RecordOwner): Promise<number[]> {
    return this.store.visitYears(owner.personId);
  }

  private async paidFor(owner: RecordOwner, kind: InsuranceKind): Promise<Contribution[]> {
    const known = this.contributionsOf.get(owner) ?? this.store.contributions(owner.personId);
    this.contributionsOf.set(owner, known);
    return (await known).filter(({ kindBits }) => paysFor(kindBits, kind));
  }

  /** One person has at most some hundred records, so a page is cut from all of them. */
  private page<T>(rows: readonly T[], page: PageRequest, list: readonly unknown[]): Connection<Edge<T>> {
    const first = checkedFirst(page.first);
    const cursors = new ListCursors(this.cursors, ...list);
    const place = cursors.place(page.after, NO_STATE);
    const edges = rows.slice(place.offset, place.offset + first).map((node, index) => ({
      node,
      cursor: cursors.at(place, place.offset + index),
    }));
    return connection(edges, place, rows.length);
  }
}
