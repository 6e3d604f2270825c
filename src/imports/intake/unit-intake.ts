import { type PublishedRow } from '../../features/directory/kinds/published-kinds';
import { type UnitDraft } from '../../features/geography/unit/unit.columns';
import { UnitLevel } from '../../features/geography/unit/unit.entity';
import { unitKeyOf } from '../../features/geography/unit/unit.rules';
import { holdsOn } from '../../shared/calendar';
import { Misfit } from '../../shared/columns';
import { type IncomingRow, Intake, type IntakeParts } from './intake';

const RANKS: Readonly<Record<UnitLevel, number>> = {
  [UnitLevel.PROVINCE]: 0,
  [UnitLevel.DISTRICT]: 1,
  [UnitLevel.COMMUNE]: 2,
};

const PARENT_NEEDED = new Misfit(
  'PARENT_MISSING',
  { en: 'is empty; districts and communes need the unit above', vi: 'đang trống; huyện và xã cần mã đơn vị cấp trên' },
  { en: 'Fill in the code of the district or province.', vi: 'Điền mã huyện hoặc tỉnh.' },
);
const OVERLAP = new Misfit(
  'UNITS_OVERLAP',
  {
    en: 'the same code and level are valid at the same time in another row',
    vi: 'cùng mã và cấp có hiệu lực trùng thời gian ở một dòng khác',
  },
  {
    en: 'Correct the days of validity: the old unit ends the day before the new one begins.',
    vi: 'Sửa thời hạn hiệu lực: đơn vị cũ kết thúc một ngày trước khi đơn vị mới bắt đầu.',
  },
);

/** Takes administrative units: gathers all, then finds the parent of each at its time. */
export class UnitIntake extends Intake<UnitDraft, PublishedRow<'units'>> {
  private rows: IncomingRow<UnitDraft>[] = [];

  constructor(parts: IntakeParts) {
    super('units', parts);
  }

  take(row: IncomingRow<UnitDraft>): void {
    const { level, code, validFrom } = row.draft;
    if (this.isNew(unitKeyOf(level, code, validFrom), 'code', row)) this.rows.push(row);
  }

  override finish(): void {
    // Provinces first, so that a unit whose parent is set aside is set aside itself.
    this.rows.sort((one, other) => RANKS[one.draft.level] - RANKS[other.draft.level]);
    const taken = new Map<string, PublishedRow<'units'>[]>();
    for (const row of this.rows) {
      const unit = this.placed(row, taken);
      if (!unit) continue;
      this.keep(unit);
      taken.set(unit.code, [...(taken.get(unit.code) ?? []), unit]);
    }
    this.rows = [];
    this.parts.knowledge.learnUnits([...taken.values()].flat());
  }

  private placed(
    row: IncomingRow<UnitDraft>,
    taken: ReadonlyMap<string, readonly PublishedRow<'units'>[]>,
  ): PublishedRow<'units'> | null {
    const { parentCode, ...unit } = row.draft;
    const twin = taken.get(unit.code)?.find((other) => other.level === unit.level && overlap(other, unit));
    if (twin) return this.refuse(row, 'code', OVERLAP);
    const parent = parentCode === null ? null : parentOf(row.draft, taken.get(parentCode) ?? []);
    if (parent instanceof Misfit) return this.refuse(row, 'parentCode', parent);
    if (parent === null && unit.level !== UnitLevel.PROVINCE) return this.refuse(row, 'parentCode', PARENT_NEEDED);
    return { ...unit, unitKey: unitKeyOf(unit.level, unit.code, unit.validFrom), parentKey: parent?.unitKey ?? null };
  }

  private refuse(row: IncomingRow<UnitDraft>, field: string, misfit: Misfit): null {
    this.parts.reporter.fault(row.place, field, misfit);
    return null;
  }
}

interface Validity {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

function overlap(one: Validity, other: Validity): boolean {
  return (one.validFrom ?? '') <= (other.validUntil ?? '9') && (other.validFrom ?? '') <= (one.validUntil ?? '9');
}

/** The unit with the parent's code that stands above during the validity; a unit never stands below its own level. */
function parentOf(draft: UnitDraft, candidates: readonly PublishedRow<'units'>[]): PublishedRow<'units'> | Misfit {
  const above = candidates.filter((candidate) => RANKS[candidate.level] < RANKS[draft.level]);
  const day = draft.validFrom ?? draft.validUntil;
  const parent = above.find((candidate) => day === null || holdsOn(day, candidate.validFrom, candidate.validUntil));
  if (parent) return parent;
  if (candidates.length === 0) {
    return new Misfit(
      'PARENT_UNKNOWN',
      {
        en: 'names no unit above this one: it is missing, was set aside, or would form a circle',
        vi: 'không phải mã đơn vị cấp trên: bị thiếu, đã bị loại, hoặc tạo thành vòng',
      },
      { en: 'Add the unit above or correct the code.', vi: 'Bổ sung đơn vị cấp trên hoặc sửa mã.' },
    );
  }
  return new Misfit(
    'PARENT_NOT_THEN',
    {
      en: `names a unit that does not hold this one on ${day ?? 'any day'}`,
      vi: `là đơn vị không bao gồm đơn vị này vào ngày ${day ?? 'nào'}`,
    },
    { en: 'Check the level and the days of validity of both.', vi: 'Kiểm tra cấp và thời hạn hiệu lực của cả hai.' },
  );
}
