import { type FieldColumn, Misfit, type RecordColumns } from '../../shared/columns';
import { legacyText } from '../../shared/vietnamese/legacy-text.rules';
import { isPersonal } from '../import-kind';
import { cleanText, matchedText } from './clean-text';
import { type ColumnPlan, type PlannedField } from './column-plan';
import { dateReading, type DateReading } from './date-form.rules';
import { legacyDoubt, lostText } from './legacy-misfits';
import { type RowPlace, type RowReporter } from './row-reporter';

const EMPTY_CELL = new Misfit(
  'EMPTY_REQUIRED',
  { en: 'is empty, but every row needs it', vi: 'đang trống nhưng bắt buộc phải có' },
  { en: 'Fill in the cell, or map another column as a fallback.', vi: 'Điền ô này, hoặc ánh xạ thêm cột dự phòng.' },
);
const NUMBER_CELL = new Misfit(
  'NUMBER_IN_CODE',
  {
    en: 'is a number of the file, so leading zeros may be lost; expected text',
    vi: 'là kiểu số trong tệp nên có thể mất số 0 ở đầu; cần kiểu văn bản',
  },
  {
    en: 'Store it as text, or give "pad": { field: length } in the manifest.',
    vi: 'Lưu dưới dạng văn bản, hoặc khai "pad": { trường: độ dài } trong tệp kê khai.',
  },
);

const ERROR_CELL = new Misfit(
  'ERROR_CELL',
  { en: 'is an error of the spreadsheet, not a value', vi: 'là lỗi của bảng tính, không phải giá trị' },
  { en: 'Mend the formula or write the value.', vi: 'Sửa công thức hoặc ghi giá trị.' },
);

interface MappedField extends PlannedField {
  readonly name: string;
  readonly column: FieldColumn<unknown>;
  readonly dateOf: DateReading;
}

/** Makes typed drafts from the rows of one file. */
export class RowMapper<Draft extends object> {
  /** The values of a row without cells. A copy of the fields' object, because one built by name is slow to copy. */
  private readonly template: Record<string, unknown>;
  private readonly mapped: MappedField[] = [];

  constructor(
    private readonly columns: RecordColumns<Draft>,
    private readonly plan: ColumnPlan,
    private readonly reporter: RowReporter,
  ) {
    const fields = columns.fields as Readonly<Record<string, FieldColumn<unknown>>>;
    this.template = { ...fields };
    for (const [name, column] of Object.entries(fields)) this.template[name] = column.absent;
    for (const planned of plan.fields) {
      const column = fields[planned.mapping.field];
      if (!column) continue;
      const dateOf = dateReading(column, planned.mapping.dateForm);
      this.takeField({ ...planned, name: planned.mapping.field, column, dateOf });
    }
  }

  /** The draft of a row; null when it has faults, and then all of them are reported. */
  map(place: RowPlace): Draft | null {
    const { cells } = place.record;
    if (cells.length !== this.plan.headers.length) return this.wrongCellCount(place);
    const draft = { ...this.template };
    let isWhole = true;
    for (const field of this.mapped) {
      const value = this.readField(field, place);
      if (value instanceof Misfit) {
        this.reporter.fault(place, field.name, value);
        isWhole = false;
      } else {
        draft[field.name] = value;
      }
    }
    return isWhole ? this.checked(draft as Draft, place) : null;
  }

  /** Constants are the same in every row, so they go into the template once; the manifest's check has read them before. */
  private takeField(field: MappedField): void {
    const { constant } = field.mapping;
    if (constant === null) this.mapped.push(field);
    else if (constant !== '') this.template[field.name] = field.column.read(constant);
  }

  private readField(field: MappedField, place: RowPlace): unknown {
    const { column, mapping, cells } = field;
    for (const index of cells) {
      const cell = place.record.cells[index];
      if (cell === undefined || cell === '') continue;
      if (place.record.errorCells?.has(index) === true) return ERROR_CELL;
      const modern = this.modernised(cell, field, place);
      const clean = modern instanceof Misfit ? modern : cleanText(modern);
      if (clean instanceof Misfit) return clean;
      if (clean === '') continue;
      const isNumber = column.digitsMatter && place.record.numberCells?.has(index) === true;
      if (isNumber && mapping.padTo === null) return NUMBER_CELL;
      // Codes are compared, names are shown: a dash in a code is the hyphen that it should have been.
      const typed = column.digitsMatter ? matchedText(clean) : clean;
      const padded = mapping.padTo !== null && /^\d+$/.test(typed) ? typed.padStart(mapping.padTo, '0') : typed;
      const text = mapping.values?.get(matchedText(padded)) ?? padded;
      if (text !== '') return column.read(field.dateOf(text));
    }
    const forEmpty = mapping.values?.get('') ?? '';
    if (forEmpty !== '') return column.read(forEmpty);
    return column.required ? EMPTY_CELL : column.absent;
  }

  /** The text of a cell, put right where it is clearly Vietnamese of an old encoding; that is told. */
  private modernised(cell: string, { name }: MappedField, place: RowPlace): string | Misfit {
    const found = legacyText(cell);
    if (found === null) return cell;
    if (found.kind === 'LOST') return lostText(found.encoding);
    this.reporter.doubt(place, name, legacyDoubt(found, isPersonal(this.plan.file.kind) ? null : cell));
    return found.kind === 'READABLE' ? found.meant : cell;
  }

  private checked(draft: Draft, place: RowPlace): Draft | null {
    let isGood = true;
    for (const { field, misfit, doubt } of this.columns.check(draft)) {
      if (doubt) this.reporter.doubt(place, field, misfit);
      else this.reporter.fault(place, field, misfit);
      isGood &&= doubt;
    }
    return isGood ? draft : null;
  }

  private wrongCellCount(place: RowPlace): null {
    const has = place.record.cells.length;
    const expected = this.plan.headers.length;
    const misfit = new Misfit(
      'WRONG_CELL_COUNT',
      {
        en: `the row has ${has} cells; expected ${expected} as in the header`,
        vi: `dòng có ${has} ô; cần ${expected} như tiêu đề`,
      },
      { en: 'Put cells that hold the delimiter in quotes.', vi: 'Đặt các ô chứa dấu phân cách trong dấu nháy.' },
    );
    this.reporter.fault(place, null, misfit, place.record.cells.join(' ¦ '));
    return null;
  }
}
