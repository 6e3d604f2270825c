import type { RowOf } from '../../database/versioned-row.entity';
import type { PublishedKind } from '../../features/directory/kinds/published-kinds';
import type { RowForm } from '../../features/directory/lists/kind-definition';
import type { ListingDraft } from '../../features/directory/listing/listing.columns';
import type { Listing } from '../../features/directory/listing/listing.entity';
import { type IncomingRow, Intake, type IntakeParts } from './intake';
import { ListingCheck } from './listing-check';
import { UNKNOWN_OFFICE } from './unit-reference';

/** Takes listings of a kind: each row is judged as it comes, so any number of them may. */
export class ListingIntake<Draft extends ListingDraft, Entity extends Listing> extends Intake<Draft, RowOf<Entity>> {
  private readonly check: ListingCheck;

  constructor(
    kind: PublishedKind,
    private readonly form: RowForm<Draft, Entity>,
    parts: IntakeParts,
  ) {
    super(kind, parts);
    this.check = new ListingCheck(parts);
  }

  take(row: IncomingRow<Draft>): void {
    const { draft, origin } = row;
    const isNew = this.isNew(draft.code, 'code', row);
    const unitKey = this.check.unitKeyOf(row);
    const officeCode = this.form.officeOf(draft);
    const isOfficeKnown = officeCode === null || this.parts.knowledge.officeCodes.has(officeCode);
    if (!isOfficeKnown) this.parts.reporter.strayReference(row.place, 'managingOfficeCode', UNKNOWN_OFFICE, 'offices');
    if (!isNew || unitKey === undefined || !isOfficeKnown) return;
    this.check.doubtPosition(row, unitKey, this.form.endOf(draft));
    this.keep(this.form.row(draft, { unitKey, sourceId: origin.sourceId, verifiedAt: origin.verifiedAt }));
  }
}
