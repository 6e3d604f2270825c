import type { PublishedRow } from '../../features/directory/kinds/published-kinds';
import { type OfficeJurisdictionDraft } from '../../features/directory/jurisdiction/office-jurisdiction.columns';
import { Misfit } from '../../shared/columns';
import { type IncomingRow, Intake, type IntakeParts } from './intake';
import { UNKNOWN_OFFICE, unitNamed } from './unit-reference';

/** Takes jurisdictions: the unit and the office must be known, and a unit has one office. */
export class OfficeJurisdictionIntake extends Intake<OfficeJurisdictionDraft, PublishedRow<'officeJurisdictions'>> {
  constructor(parts: IntakeParts) {
    super('officeJurisdictions', parts);
  }

  take(row: IncomingRow<OfficeJurisdictionDraft>): void {
    const { reporter, knowledge } = this.parts;
    const { unitCode, officeCode } = row.draft;
    const unit = unitNamed(knowledge.units, unitCode, row.origin.unitsAsOf);
    const isOfficeKnown = knowledge.officeCodes.has(officeCode);
    if (unit instanceof Misfit) reporter.strayReference(row.place, 'unitCode', unit, 'units');
    if (!isOfficeKnown) reporter.strayReference(row.place, 'officeCode', UNKNOWN_OFFICE, 'offices');
    if (unit instanceof Misfit || !isOfficeKnown || !this.isNew(unit.unitKey, 'unitCode', row)) return;
    this.keep({ unitKey: unit.unitKey, officeCode });
  }
}
