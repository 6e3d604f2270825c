import type { PublishedRow } from '../../features/directory/kinds/published-kinds';
import { type UnitSuccessionDraft } from '../../features/geography/unit/unit-succession.columns';
import { levelOfCode } from '../../features/geography/unit/unit.rules';
import { holdsOn } from '../../shared/calendar';
import { Misfit } from '../../shared/columns';
import { type KnownUnit } from '../checks/unit-index';
import { type IncomingRow, Intake, type IntakeParts } from './intake';

const SUCCEEDS_ITSELF = new Misfit(
  'SUCCEEDS_ITSELF',
  { en: 'names the same unit on both sides of the day', vi: 'là cùng một đơn vị ở cả hai phía của ngày này' },
  { en: 'Correct the day or one of the codes.', vi: 'Sửa ngày hoặc một trong hai mã.' },
);

/** Takes successions: both units must be known, one before the day, the other from it on. */
export class UnitSuccessionIntake extends Intake<UnitSuccessionDraft, PublishedRow<'unitSuccessions'>> {
  constructor(parts: IntakeParts) {
    super('unitSuccessions', parts);
  }

  take(row: IncomingRow<UnitSuccessionDraft>): void {
    const { predecessorCode, successorCode, level, on } = row.draft;
    const { units } = this.parts.knowledge;
    const predecessor = latest(
      units.withCode(predecessorCode).filter((unit) => unit.level === level && (unit.validFrom ?? '') < on),
    );
    const successorLevel = levelOfCode(successorCode);
    const successor = units
      .withCode(successorCode)
      .find((unit) => unit.level === successorLevel && holdsOn(on, unit.validFrom, unit.validUntil));
    if (!predecessor)
      this.parts.reporter.strayReference(
        row.place,
        'predecessorCode',
        notThere(`before ${on}`, `trước ngày ${on}`),
        'units',
      );
    if (!successor)
      this.parts.reporter.strayReference(row.place, 'successorCode', notThere(`on ${on}`, `vào ngày ${on}`), 'units');
    if (!predecessor || !successor) return;
    if (predecessor === successor) return this.parts.reporter.fault(row.place, 'successorCode', SUCCEEDS_ITSELF);
    const successionKey = `${predecessor.unitKey}>${successor.unitKey}`;
    if (!this.isNew(successionKey, 'successorCode', row)) return;
    units.addSuccession(predecessor.unitKey, successor.unitKey);
    this.keep({ successionKey, predecessorKey: predecessor.unitKey, successorKey: successor.unitKey, effectiveOn: on });
  }
}

function latest(units: readonly KnownUnit[]): KnownUnit | null {
  return units.reduce<KnownUnit | null>(
    (last, unit) => (last === null || (unit.validFrom ?? '') > (last.validFrom ?? '') ? unit : last),
    null,
  );
}

function notThere(en: string, vi: string): Misfit {
  return new Misfit(
    'UNKNOWN_UNIT',
    { en: `names no unit of the level ${en}`, vi: `không phải mã đơn vị nào của cấp đó ${vi}` },
    { en: 'Correct the code, the level or the day.', vi: 'Sửa mã, cấp hoặc ngày.' },
  );
}
