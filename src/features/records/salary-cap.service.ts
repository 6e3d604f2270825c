import { Employer } from '../directory/employer/employer.entity';
import type { MaybePromise } from '../../shared/maybe-promise';
import type { UnitRegistry } from '../geography/unit/unit-registry';
import type { StatutoryTable } from '../statutory/statutory-table';
import type { StatutoryStore } from '../statutory/statutory.store';
import type { InsuranceKind } from './insurance-kind.types';
import type { ContributionRecord } from './record.types';
import { salaryCap } from './salary-cap.rules';
import { statutoryUnknown } from './statutory.texts';
import { type SalaryCap, StatutoryGap, type StatutoryUnknown } from './statutory.types';
import { wageRegion } from './wage-region.rules';

/** Where employers are, by the directory. */
export interface EmployerPlaces {
  byCode(of: typeof Employer, code: string | null): MaybePromise<Employer | null>;
  readonly snapshot: { readonly geography: { readonly units: UnitRegistry } };
}

type Paid = Pick<ContributionRecord, 'employerCode' | 'coefficient'>;

/** Tells up to which salary contributions were paid, by the law of the month. */
export class SalaryCapService {
  constructor(private readonly statutory: Pick<StatutoryStore, 'table'>) {}

  /** The cap of a contribution to an insurance in a month (`YYYY-MM`), or why it is not known. */
  async capOf(
    paid: Paid,
    kind: InsuranceKind,
    month: string,
    directory: EmployerPlaces,
  ): Promise<SalaryCap | StatutoryUnknown> {
    const table = await this.statutory.table();
    const region = await regionOf(paid, `${month}-01`, table, directory);
    const cap = salaryCap(table, { kind, month, isStatePay: paid.coefficient !== null, region });
    if (typeof cap === 'string') return statutoryUnknown(cap, month);
    const { amountVnd, basis, base, multiple } = cap;
    return {
      amountVnd,
      basis,
      basisVnd: base.value,
      basisValidFrom: base.validFrom,
      basisSource: base.source,
      multiple: multiple.value,
      source: multiple.source,
      region: cap.region,
    };
  }
}

async function regionOf(
  { employerCode }: Paid,
  day: string,
  table: StatutoryTable,
  directory: EmployerPlaces,
): Promise<number | StatutoryGap> {
  const employer = await directory.byCode(Employer, employerCode === '' ? null : employerCode);
  if (!employer?.unitKey) return StatutoryGap.EMPLOYER_UNKNOWN;
  const { units } = directory.snapshot.geography;
  const unit = units.get(employer.unitKey);
  if (!unit) return StatutoryGap.EMPLOYER_UNKNOWN;
  return wageRegion(table, units, unit, day) ?? StatutoryGap.REGION_UNKNOWN;
}
