import { anyCode, required, type RecordColumns } from '../../../shared/columns';
import { unitCode } from '../../geography/unit/unit.columns';

/** The fields of one row of jurisdictions. */
export interface OfficeJurisdictionDraft {
  readonly unitCode: string;
  readonly officeCode: string;
}

/** Which column of a list of jurisdictions means what. */
export const OFFICE_JURISDICTION_COLUMNS: RecordColumns<OfficeJurisdictionDraft> = {
  fields: {
    unitCode: required(
      unitCode,
      { en: 'Code of the unit that is served', vi: 'Mã đơn vị hành chính được phụ trách' },
      true,
    ),
    officeCode: required(anyCode, { en: 'Code of the office that serves it', vi: 'Mã cơ quan BHXH phụ trách' }, true),
  },
  check: () => [],
};
