import type { PublishedRow } from '../../features/directory/kinds/published-kinds';
import { type UnitBoundaryDraft } from '../../features/geography/boundary/unit-boundary.columns';
import { Misfit } from '../../shared/columns';
import { areaOf } from '../checks/area.rules';
import { type Crossing, crossingOf } from '../checks/crossing.rules';
import { type IncomingRow, Intake, type IntakeParts } from './intake';
import { unitNamed } from './unit-reference';

const OTHER_LEVEL = new Misfit(
  'BOUNDARY_OF_OTHER_LEVEL',
  { en: 'names a unit of another level than the file states', vi: 'là mã đơn vị khác cấp đã khai cho tệp' },
  { en: 'Correct "level" in the manifest or the code.', vi: 'Sửa "level" trong tệp kê khai hoặc mã.' },
);

const TOO_INTRICATE = new Misfit(
  'AREA_TOO_INTRICATE',
  {
    en: 'the outline is too intricate to check whether it crosses itself',
    vi: 'đường bao quá phức tạp để kiểm tra có tự cắt hay không',
  },
  { en: 'Simplify the shape.', vi: 'Đơn giản hóa hình.' },
);

function crossesItself({ latitude, longitude }: Exclude<Crossing, string>): Misfit {
  const at = `${latitude}, ${longitude}`;
  return new Misfit(
    'AREA_CROSSES_ITSELF',
    {
      en: `the outline crosses itself at ${at} (latitude, longitude), so inside and outside are unclear there`,
      vi: `đường bao tự cắt tại ${at} (vĩ độ, kinh độ) nên không rõ bên trong hay bên ngoài`,
    },
    {
      en: 'Repair the shape, for example with "Fix geometries" of QGIS, and export it again.',
      vi: 'Sửa hình, ví dụ bằng "Fix geometries" trong QGIS, rồi xuất lại.',
    },
  );
}

/** Takes areas of units; they serve the check of positions that follow. */
export class UnitBoundaryIntake extends Intake<UnitBoundaryDraft, PublishedRow<'unitBoundaries'>> {
  constructor(parts: IntakeParts) {
    super('unitBoundaries', parts);
  }

  take(row: IncomingRow<UnitBoundaryDraft>): void {
    const { reporter, knowledge } = this.parts;
    const { code, level } = row.draft;
    const unit = unitNamed(knowledge.units, code, row.origin.unitsAsOf);
    const area = areaOf(row.place.record.geometry);
    if (unit instanceof Misfit) reporter.strayReference(row.place, 'code', unit, 'units');
    if (area instanceof Misfit) reporter.fault(row.place, null, area, code);
    if (unit instanceof Misfit || area instanceof Misfit) return;
    if (unit.level !== level) return reporter.fault(row.place, 'code', OTHER_LEVEL);
    if (!this.isNew(unit.unitKey, 'code', row)) return;
    const crossing = crossingOf(area);
    if (crossing) this.doubtCrossing(row, crossing);
    knowledge.learnArea(unit.unitKey, area);
    this.keep({ unitKey: unit.unitKey, level, coordinates: JSON.stringify(area) });
  }

  private doubtCrossing({ place, draft }: IncomingRow<UnitBoundaryDraft>, crossing: Crossing): void {
    if (crossing === 'TOO_INTRICATE') this.parts.reporter.doubt(place, null, TOO_INTRICATE, draft.code);
    else this.parts.reporter.doubt(place, null, crossesItself(crossing), draft.code);
  }
}
