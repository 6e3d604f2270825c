import type { PublishedRow } from '../../features/directory/kinds/published-kinds';
import { type OfficeDraft, officeRow } from '../../features/directory/office/office.columns';
import { Misfit } from '../../shared/columns';
import { parentFaults } from '../checks/office-tree.rules';
import { type IncomingRow, Intake, type IntakeParts } from './intake';
import { ListingCheck } from './listing-check';

const UNKNOWN_PREDECESSOR = new Misfit(
  'PREDECESSOR_UNKNOWN',
  { en: 'names an office that is not in the list', vi: 'có mã cơ quan không nằm trong danh sách' },
  { en: 'Add the former office with its days of validity.', vi: 'Bổ sung cơ quan cũ kèm thời hạn hiệu lực.' },
);

/** Takes offices: gathers all, then judges the tree they form. */
export class OfficeIntake extends Intake<OfficeDraft, PublishedRow<'offices'>> {
  private readonly check: ListingCheck;
  private rows: { readonly row: IncomingRow<OfficeDraft>; readonly unitKey: string | null }[] = [];

  constructor(parts: IntakeParts) {
    super('offices', parts);
    this.check = new ListingCheck(parts);
  }

  take(row: IncomingRow<OfficeDraft>): void {
    const isNew = this.isNew(row.draft.code, 'code', row);
    const unitKey = this.check.unitKeyOf(row);
    if (isNew && unitKey !== undefined) this.rows.push({ row, unitKey });
  }

  override finish(): void {
    const faults = parentFaults(this.rows.map(({ row }) => row.draft));
    const taken = this.rows.filter(({ row }) => !faults.has(row.draft.code));
    const codes = new Set(taken.map(({ row }) => row.draft.code));
    for (const { row, unitKey } of this.rows) {
      const fault = faults.get(row.draft.code);
      if (fault) {
        this.parts.reporter.fault(row.place, 'parentCode', fault);
        continue;
      }
      this.check.doubtPosition(row, unitKey, row.draft.validUntil);
      const strangers = row.draft.predecessorCodes?.some((code) => !codes.has(code)) ?? false;
      if (strangers) this.parts.reporter.doubt(row.place, 'predecessorCodes', UNKNOWN_PREDECESSOR);
      this.keep(officeRow(row.draft, { unitKey, sourceId: row.origin.sourceId, verifiedAt: row.origin.verifiedAt }));
    }
    this.rows = [];
    this.parts.knowledge.officeCodes = codes;
  }
}
