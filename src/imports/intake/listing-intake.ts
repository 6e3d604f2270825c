import { type ListingDraft, type RowOrigin } from '../../features/directory/listing/listing.columns';
import { type PublishedRow } from '../../features/directory/publication/publication.types';
import { type IncomingRow, Intake, type IntakeParts } from './intake';
import { ListingCheck } from './listing-check';
import { UNKNOWN_OFFICE } from './unit-reference';

type ManagedKind = 'clinics' | 'agents' | 'employers';
type ManagedDraft = ListingDraft & { readonly managingOfficeCode: string | null };

/** What differs between the kinds of listings that stream in. */
export interface ListingWays<Draft, K extends ManagedKind> {
  readonly toRow: (draft: Draft, origin: RowOrigin) => PublishedRow<K>;
  /** The last day on which the entry counts, or null. */
  readonly endOf: (draft: Draft) => string | null;
}

/** Takes clinics, agents or employers: each row is judged as it comes, so any number of them may. */
export class ListingIntake<Draft extends ManagedDraft, K extends ManagedKind> extends Intake<Draft, K> {
  private readonly check: ListingCheck;

  constructor(
    kind: K,
    private readonly ways: ListingWays<Draft, K>,
    parts: IntakeParts,
  ) {
    super(kind, parts);
    this.check = new ListingCheck(parts);
  }

  take(row: IncomingRow<Draft>): void {
    const { draft, origin } = row;
    const isNew = this.isNew(draft.code, 'code', row);
    const unitKey = this.check.unitKeyOf(row);
    const { managingOfficeCode } = draft;
    const isOfficeKnown = managingOfficeCode === null || this.parts.knowledge.officeCodes.has(managingOfficeCode);
    if (!isOfficeKnown) this.parts.reporter.strayReference(row.place, 'managingOfficeCode', UNKNOWN_OFFICE, 'offices');
    if (!isNew || unitKey === undefined || !isOfficeKnown) return;
    this.check.doubtPosition(row, unitKey, this.ways.endOf(draft));
    this.keep(this.ways.toRow(draft, { unitKey, sourceId: origin.sourceId, verifiedAt: origin.verifiedAt }));
  }
}
