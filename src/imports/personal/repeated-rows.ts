import type { Visit } from '../../features/records/visit.entity';
import { visitCodeOf } from '../../features/records/visit-code.rules';
import { keyOf, type PersonalKind, type PersonalRow } from '../../features/records/personal-kinds';
import type { BilingualMessage } from '../../shared/errors';
import { Misfit } from '../../shared/columns';
import { FirstSeen } from '../checks/first-seen';
import type { RowPlace, RowReporter } from '../rows/row-reporter';

/** A row that comes with a file, and where. */
interface Arrival {
  readonly row: PersonalRow;
  readonly place: RowPlace;
}

/**
 * Sees to it that no row of an import silently takes the place of another one of the same import: rows that say the same
 * count once, with a warning; two visits of a day without a code are both kept, with a warning; else the second is a fault.
 */
export class RepeatedRows {
  private readonly keys = new FirstSeen();
  private readonly wholeRows = new FirstSeen();
  private readonly paths: string[] = [];
  /** How many different visits without a code came under a key, where there were several. */
  private readonly visitsOfKey = new Map<string, number>();

  constructor(
    private readonly kind: PersonalKind,
    private readonly reporter: RowReporter,
  ) {}

  /** The row as it is to be taken; null when it is not. Places come in the order of reading. */
  kept({ row, place }: Arrival): PersonalRow | null {
    const key = keyOf(this.kind, row);
    const file = this.numberOf(place.plan.file.path);
    const { line } = place.record;
    const first = this.keys.seeText(key, file, line);
    const same = this.wholeRows.seeText(JSON.stringify(row), file, line);
    if (first === null) return row;
    if (same) {
      this.reporter.doubt(place, null, sameRow(this.whereWas(same.file, same.line, file)));
      return null;
    }
    const where = this.whereWas(first.file, first.line, file);
    if (!isVisitWithoutCode(this.kind, row)) {
      this.reporter.fault(place, null, otherRow(where));
      return null;
    }
    const visit = this.apart(row, key, file, line);
    this.reporter.doubt(place, 'visitCode', visitOfOneDay(where, visit.visitCode));
    return visit;
  }

  /** The visit with the next code of its day that no other row of the import has. */
  private apart(row: Visit, key: string, file: number, line: number): Visit {
    let ordinal = this.visitsOfKey.get(key) ?? 1;
    let visit: Visit;
    do {
      ordinal++;
      visit = { ...row, visitCode: visitCodeOf(ordinal) };
    } while (this.keys.seeText(keyOf(this.kind, visit), file, line) !== null);
    this.visitsOfKey.set(key, ordinal);
    return visit;
  }

  private numberOf(path: string): number {
    const known = this.paths.lastIndexOf(path);
    return known < 0 ? this.paths.push(path) - 1 : known;
  }

  private whereWas(file: number, line: number, now: number): BilingualMessage {
    const path = file === now ? '' : (this.paths[file] ?? '');
    const of = path === '' ? { en: '', vi: '' } : { en: ` of ${path}`, vi: ` của ${path}` };
    return { en: `line ${line}${of.en}`, vi: `dòng ${line}${of.vi}` };
  }
}

function isVisitWithoutCode(kind: PersonalKind, row: PersonalRow): row is Visit {
  return kind === 'visits' && 'visitCode' in row && row.visitCode === '';
}

function sameRow(where: BilingualMessage): Misfit {
  return new Misfit(
    'ROW_REPEATED',
    { en: `says the same as ${where.en} and counts once`, vi: `trùng hoàn toàn với ${where.vi} nên chỉ tính một lần` },
    { en: 'Remove one of the two rows.', vi: 'Xóa một trong hai dòng.' },
  );
}

function otherRow(where: BilingualMessage): Misfit {
  return new Misfit(
    'KEY_REPEATED',
    {
      en: `has the key of ${where.en}, but says something else`,
      vi: `có cùng khóa với ${where.vi} nhưng nội dung khác`,
    },
    { en: 'Keep the row that is right, or correct its key.', vi: 'Giữ dòng đúng, hoặc sửa khóa của dòng này.' },
  );
}

function visitOfOneDay(where: BilingualMessage, visitCode: string): Misfit {
  return new Misfit(
    'VISIT_WITHOUT_CODE',
    {
      en: `is another visit of the person, clinic and day of ${where.en}, neither with a code; both are kept, this one as ${visitCode}`,
      vi: `là lượt khám khác của cùng người, cùng cơ sở, cùng ngày với ${where.vi} mà không có mã; giữ cả hai, lượt này là ${visitCode}`,
    },
    {
      en: 'Map the code of the visit to visitCode, which tells visits of one day apart.',
      vi: 'Ánh xạ mã lượt khám vào visitCode để phân biệt các lượt trong ngày.',
    },
  );
}
