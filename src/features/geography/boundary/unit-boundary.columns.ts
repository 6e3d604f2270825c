import { choice, required, type RecordColumns } from '../../../shared/columns';
import { unitCode } from '../unit/unit.columns';
import { UnitLevel } from '../unit/unit.entity';

/** The properties of one feature of a boundary file; its geometry comes beside them. */
export interface UnitBoundaryDraft {
  readonly code: string;
  readonly level: UnitLevel;
}

/** Which property of a boundary file means what. */
export const UNIT_BOUNDARY_COLUMNS: RecordColumns<UnitBoundaryDraft> = {
  fields: {
    code: required(unitCode, { en: 'Code of the unit', vi: 'Mã đơn vị hành chính' }, true),
    level: required(choice(UnitLevel), {
      en: 'Level of the unit; usually given once for the file',
      vi: 'Cấp đơn vị; thường khai một lần cho cả tệp',
    }),
  },
  check: () => [],
};
