import { choice, day, required, type RecordColumns } from '../../../shared/columns';
import { unitCode } from './unit.columns';
import { UnitLevel } from './unit.entity';

/** The fields of one row of successions. */
export interface UnitSuccessionDraft {
  readonly predecessorCode: string;
  readonly successorCode: string;
  readonly level: UnitLevel;
  readonly on: string;
}

/** Which column of a list of successions means what. */
export const UNIT_SUCCESSION_COLUMNS: RecordColumns<UnitSuccessionDraft> = {
  fields: {
    predecessorCode: required(unitCode, { en: 'Code of the unit that ended', vi: 'Mã đơn vị đã kết thúc' }, true),
    successorCode: required(unitCode, { en: 'Code of the unit that followed', vi: 'Mã đơn vị kế thừa' }, true),
    level: required(choice(UnitLevel), { en: 'Level of the unit that ended', vi: 'Cấp của đơn vị đã kết thúc' }),
    on: required(day, { en: 'First day of the successor', vi: 'Ngày đầu của đơn vị kế thừa' }),
  },
  check: () => [],
};
