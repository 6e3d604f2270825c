import { UnitLevel } from './unit.entity';

const CODE_LENGTHS: Readonly<Record<number, UnitLevel>> = {
  2: UnitLevel.PROVINCE,
  3: UnitLevel.DISTRICT,
  5: UnitLevel.COMMUNE,
};

/** The key that names one unit for good: level, code and first day; the last is empty for units older than the records. */
export function unitKeyOf(level: UnitLevel, code: string, validFrom: string | null): string {
  return `${level}:${code}:${validFrom ?? ''}`;
}

/** The level a code of the General Statistics Office belongs to by its length, or null when no unit has such a code. */
export function levelOfCode(code: string): UnitLevel | null {
  return /^\d+$/.test(code) ? (CODE_LENGTHS[code.length] ?? null) : null;
}
