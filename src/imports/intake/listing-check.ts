import { type ListingDraft } from '../../features/directory/listing/listing.columns';
import { Misfit } from '../../shared/columns';
import { FirstSeen } from '../checks/first-seen';
import { type IncomingRow, type IntakeParts } from './intake';
import { unitNamed } from './unit-reference';

const POINT_STEPS = 1e6;

const OUTSIDE_PROVINCE = new Misfit(
  'POSITION_OUTSIDE_PROVINCE',
  {
    en: 'the position lies outside the province that the unit code states',
    vi: 'vị trí nằm ngoài tỉnh theo mã đơn vị hành chính',
  },
  { en: 'Check the position and the unit code.', vi: 'Kiểm tra vị trí và mã đơn vị hành chính.' },
);

/** What must hold between a listing and the rest: its unit is known; doubts about its place and its unit. */
export class ListingCheck {
  private readonly points = new FirstSeen();

  constructor(private readonly parts: IntakeParts) {}

  /** The key of the row's unit, null when it states none, undefined when the row is at fault. */
  unitKeyOf(row: IncomingRow<ListingDraft>): string | null | undefined {
    const { unitCode } = row.draft;
    if (unitCode === null) return null;
    const unit = unitNamed(this.parts.knowledge.units, unitCode, row.origin.unitsAsOf);
    if (unit instanceof Misfit) {
      this.parts.reporter.strayReference(row.place, 'unitCode', unit, 'units');
      return undefined;
    }
    const { validUntil } = row.draft;
    if (
      unit.validUntil !== null &&
      unit.validUntil < this.parts.today &&
      (validUntil === null || validUntil > unit.validUntil)
    ) {
      this.parts.reporter.doubt(row.place, 'unitCode', endedUnit(unit.name, unit.validUntil));
    }
    return unit.unitKey;
  }

  /** Doubts about the position: outside its province, or shared with another listing of today; it ends on `endsOn`. */
  doubtPosition(row: IncomingRow<ListingDraft>, unitKey: string | null, endsOn: string | null): void {
    const { latitude, longitude } = row.draft;
    if (latitude === null || longitude === null) return;
    const { knowledge, reporter } = this.parts;
    const value = `${latitude}, ${longitude}`;
    const isInside =
      unitKey === null
        ? null
        : knowledge.provinceAreas.hold(knowledge.units.provinceKeysOf(unitKey), latitude, longitude);
    if (isInside === false) reporter.doubt(row.place, 'latitude', OUTSIDE_PROVINCE, value);
    // An entry that ended makes room for its successor at the same place.
    if (endsOn !== null && endsOn < this.parts.today) return;
    const { record } = row.place;
    const first = this.points.see(
      Math.round(latitude * POINT_STEPS),
      Math.round(longitude * POINT_STEPS),
      row.origin.index,
      record.line,
    );
    if (first === null) return;
    const path = this.parts.files[first.file]?.path ?? row.origin.path;
    reporter.doubt(row.place, 'latitude', sharedPoint(path, first.line), value);
    if (first.wasRepeated || first.file !== row.origin.index) return;
    reporter.doubt(
      { ...row.place, record: { ...record, line: first.line } },
      'latitude',
      sharedPoint(row.origin.path, record.line),
      value,
    );
  }
}

function endedUnit(name: string, day: string): Misfit {
  return new Misfit(
    'UNIT_ENDED',
    {
      en: `the unit ${name} ended on ${day}; the entry is found through its successors`,
      vi: `đơn vị ${name} đã kết thúc ngày ${day}; mục này được tìm qua các đơn vị kế thừa`,
    },
    { en: 'Give the code of the unit of today when it is known.', vi: 'Khai mã đơn vị hiện nay nếu biết.' },
  );
}

function sharedPoint(path: string, line: number): Misfit {
  return new Misfit(
    'POINT_SHARED',
    { en: `the same point as line ${line} of ${path}`, vi: `trùng vị trí với dòng ${line} của ${path}` },
    {
      en: 'Harmless for neighbours in one building; else look for better positions.',
      vi: 'Bình thường nếu cùng tòa nhà; nếu không, cần vị trí chính xác hơn.',
    },
  );
}
