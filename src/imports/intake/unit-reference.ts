import { Misfit } from '../../shared/columns';
import { type KnownUnit, type UnitIndex } from '../checks/unit-index';

/** The unit that a code of a row names, or why it names none. */
export function unitNamed(units: UnitIndex, code: string, asOf: string | null): KnownUnit | Misfit {
  const unit = units.named(code, asOf);
  if (unit) return unit;
  const others = units.withCode(code);
  if (others.length === 0) {
    return new Misfit(
      'UNKNOWN_UNIT',
      { en: 'names no administrative unit, old or new', vi: 'không phải mã của đơn vị hành chính nào, cũ hay mới' },
      {
        en: 'Correct the code (lost leading zeros?), or import the unit with the same manifest.',
        vi: 'Sửa mã (mất số 0 ở đầu?), hoặc nhập đơn vị trong cùng tệp kê khai.',
      },
    );
  }
  const spans = others.map((other) => `${other.name} ${other.validFrom ?? '…'}–${other.validUntil ?? '…'}`).join('; ');
  return new Misfit(
    'UNIT_NOT_THEN',
    {
      en: `names no unit on ${asOf ?? 'that day'}, only: ${spans}`,
      vi: `không phải đơn vị nào vào ngày ${asOf ?? 'đó'}, chỉ có: ${spans}`,
    },
    { en: 'Correct the code or "unitsAsOf" in the manifest.', vi: 'Sửa mã hoặc "unitsAsOf" trong tệp kê khai.' },
  );
}

/** An office code that no office has. */
export const UNKNOWN_OFFICE = new Misfit(
  'UNKNOWN_OFFICE',
  { en: 'names no office of the directory', vi: 'không phải mã của cơ quan BHXH nào trong danh mục' },
  {
    en: 'Correct the code, or import the office with the same manifest.',
    vi: 'Sửa mã, hoặc nhập cơ quan đó trong cùng tệp kê khai.',
  },
);
