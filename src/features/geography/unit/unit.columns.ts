import {
  anyCode,
  choice,
  codeLike,
  day,
  daysInOrder,
  listOf,
  Misfit,
  optional,
  required,
  words,
} from '../../../shared/columns';
import { type FieldMisfit, type RecordColumns } from '../../../shared/columns';
import { checkPosition, POSITION_FIELDS } from '../position.columns';
import { UnitLevel } from './unit.entity';
import { levelOfCode } from './unit.rules';
import { type UnitCode } from './unit.types';

/** The fields of one row of units. */
export interface UnitDraft {
  readonly code: string;
  readonly level: UnitLevel;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parentCode: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly otherCodes: UnitCode[] | null;
}

/** A code of an administrative unit: 2 digits (province), 3 (district) or 5 (commune). */
export const unitCode = codeLike(/^(\d{2}|\d{3}|\d{5})$/, {
  en: '2 digits (province), 3 (district) or 5 (commune)',
  vi: '2 chữ số (tỉnh), 3 (huyện) hoặc 5 (xã)',
});

const BAD_OTHER_CODE = new Misfit(
  'BAD_OTHER_CODE',
  {
    en: 'is not a list of "system: code", separated by |',
    vi: 'không phải là danh sách "hệ thống: mã", ngăn cách bằng |',
  },
  { en: 'Write for example "BHXH: 001 | POST: 100000".', vi: 'Viết ví dụ "BHXH: 001 | BƯU ĐIỆN: 100000".' },
);

function otherCode(text: string): UnitCode | Misfit {
  const colon = text.indexOf(':');
  const system = text.slice(0, colon).trim();
  const code = anyCode(text.slice(colon + 1).trim());
  return colon < 1 || system === '' || code instanceof Misfit ? BAD_OTHER_CODE : { system, code };
}

function checkLevel(draft: UnitDraft): readonly FieldMisfit<UnitDraft>[] {
  const level = levelOfCode(draft.code);
  if (level === draft.level) return [];
  const misfit = new Misfit(
    'CODE_OF_OTHER_LEVEL',
    {
      en: `a code of ${draft.code.length} digits belongs to the level ${level}, not ${draft.level}`,
      vi: `mã ${draft.code.length} chữ số thuộc cấp ${level}, không phải ${draft.level}`,
    },
    { en: 'Correct the level or the code (lost leading zeros?).', vi: 'Sửa cấp hoặc mã (mất số 0 ở đầu?).' },
  );
  return [{ field: 'code', misfit, doubt: false }];
}

/** Which column of a list of administrative units means what. */
export const UNIT_COLUMNS: RecordColumns<UnitDraft> = {
  fields: {
    code: required(unitCode, { en: 'Official code: 2, 3 or 5 digits', vi: 'Mã chính thức: 2, 3 hoặc 5 chữ số' }, true),
    level: required(choice(UnitLevel), { en: 'Level of the unit', vi: 'Cấp đơn vị hành chính' }),
    name: required(words(200), { en: 'Vietnamese name with its kind', vi: 'Tên tiếng Việt kèm loại đơn vị' }),
    nameEn: optional(words(200), null, { en: 'Name in English', vi: 'Tên tiếng Anh' }),
    parentCode: optional(
      unitCode,
      null,
      { en: 'Code of the unit above, of the same time', vi: 'Mã đơn vị cấp trên cùng thời kỳ' },
      true,
    ),
    validFrom: optional(day, null, {
      en: 'First day; empty: before the records',
      vi: 'Ngày đầu hiệu lực; trống: trước khi có dữ liệu',
    }),
    validUntil: optional(day, null, {
      en: 'Last day; empty: still exists',
      vi: 'Ngày cuối hiệu lực; trống: đang tồn tại',
    }),
    ...POSITION_FIELDS,
    otherCodes: optional(listOf(otherCode), null, {
      en: 'Codes in other systems: "system: code | system: code"',
      vi: 'Mã trong hệ thống khác: "hệ thống: mã | hệ thống: mã"',
    }),
  },
  check: (draft) => [...checkLevel(draft), ...checkPosition(draft), ...daysInOrder(draft, 'validFrom', 'validUntil')],
};
