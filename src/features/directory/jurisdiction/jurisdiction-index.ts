import type { OfficeJurisdiction } from './office-jurisdiction.entity';

/** Which office serves which unit, both ways, in one revision. Immutable. */
export class JurisdictionIndex {
  private readonly officeOfUnit: ReadonlyMap<string, string>;
  private readonly unitsOfOffice = new Map<string, string[]>();

  constructor(jurisdictions: readonly Pick<OfficeJurisdiction, 'unitKey' | 'officeCode'>[]) {
    this.officeOfUnit = new Map(jurisdictions.map(({ unitKey, officeCode }) => [unitKey, officeCode]));
    for (const { unitKey, officeCode } of jurisdictions) {
      const units = this.unitsOfOffice.get(officeCode);
      if (units) units.push(unitKey);
      else this.unitsOfOffice.set(officeCode, [unitKey]);
    }
    for (const units of this.unitsOfOffice.values()) units.sort();
  }

  /** Code of the office that serves the unit, or null when none is on record. */
  officeCode(unitKey: string): string | null {
    return this.officeOfUnit.get(unitKey) ?? null;
  }

  /** Keys of the units that the office serves, in the order of their codes. */
  unitKeys(officeCode: string): readonly string[] {
    return this.unitsOfOffice.get(officeCode) ?? [];
  }
}
