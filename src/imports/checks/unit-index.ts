import { type Unit, UnitLevel } from '../../features/geography/unit/unit.entity';
import { holdsOn } from '../../shared/calendar';

/** What the checks need to know of a unit. */
export type KnownUnit = Pick<Unit, 'unitKey' | 'code' | 'level' | 'name' | 'parentKey' | 'validFrom' | 'validUntil'>;

/** All units, old and new, by code and key. */
export class UnitIndex {
  private readonly byCode = new Map<string, KnownUnit[]>();
  private readonly byKey = new Map<string, KnownUnit>();
  private readonly successorKeys = new Map<string, string[]>();
  /** The same few codes return in row after row. */
  private readonly provinceAnswers = new Map<string, readonly string[]>();
  private readonly answers = new Map<string, KnownUnit | null>();

  /** `today` is the day on which a unit counts as current. */
  constructor(
    units: readonly KnownUnit[],
    private readonly today: string,
  ) {
    for (const unit of units) {
      this.byKey.set(unit.unitKey, unit);
      const sharing = this.byCode.get(unit.code);
      if (sharing) sharing.push(unit);
      else this.byCode.set(unit.code, [unit]);
    }
  }

  addSuccession(predecessorKey: string, successorKey: string): void {
    this.provinceAnswers.clear();
    const known = this.successorKeys.get(predecessorKey);
    if (known) known.push(successorKey);
    else this.successorKeys.set(predecessorKey, [successorKey]);
  }

  /** All units that ever had the code. */
  withCode(code: string): readonly KnownUnit[] {
    return this.byCode.get(code) ?? [];
  }

  withKey(unitKey: string): KnownUnit | null {
    return this.byKey.get(unitKey) ?? null;
  }

  /**
   * The unit that a code names: the one valid on `asOf` when a day is given; else the current one, else the one that
   * ended last. Null when there is none.
   */
  named(code: string, asOf: string | null): KnownUnit | null {
    const question = asOf === null ? code : `${code}@${asOf}`;
    const known = this.answers.get(question);
    if (known !== undefined) return known;
    const sharing = this.withCode(code);
    const answer =
      sharing.find((unit) => holdsOn(asOf ?? this.today, unit.validFrom, unit.validUntil)) ??
      (asOf === null ? lastEnded(sharing) : null);
    this.answers.set(question, answer);
    return answer;
  }

  /** The provinces whose area a unit lies in: its own and those that followed it. */
  provinceKeysOf(unitKey: string): readonly string[] {
    const known = this.provinceAnswers.get(unitKey);
    if (known) return known;
    const answer = this.provincesFound(unitKey);
    this.provinceAnswers.set(unitKey, answer);
    return answer;
  }

  private provincesFound(unitKey: string): readonly string[] {
    let unit = this.withKey(unitKey);
    // Levels rise with every step, so three steps reach the province.
    for (let step = 0; unit && unit.level !== UnitLevel.PROVINCE && step < 3; step++) {
      unit = unit.parentKey === null ? null : this.withKey(unit.parentKey);
    }
    return unit ? [unit.unitKey, ...(this.successorKeys.get(unit.unitKey) ?? [])] : [];
  }
}

function lastEnded(units: readonly KnownUnit[]): KnownUnit | null {
  return units.reduce<KnownUnit | null>(
    (last, unit) => (last === null || (unit.validUntil ?? '9') > (last.validUntil ?? '9') ? unit : last),
    null,
  );
}
