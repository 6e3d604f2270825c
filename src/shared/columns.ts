import { isIsoDate } from './calendar';
import { type BilingualMessage } from './errors';

/** Why the text of a cell does not fit its field: a stable code, what is expected, and how to mend it. */
export class Misfit {
  constructor(
    readonly code: string,
    readonly problem: BilingualMessage,
    readonly mend: BilingualMessage,
  ) {}
}

/** One field that a manifest can map a column to. Texts reach `read` normalised, trimmed and never empty. */
export interface FieldColumn<T> {
  /** Whether every row must have it. */
  readonly required: boolean;
  /** Value of an empty or unmapped cell; never used for a required field. */
  readonly absent: T;
  /** A code or telephone number: a number cell of a spreadsheet has lost its leading zeros. */
  readonly digitsMatter: boolean;
  readonly read: (text: string) => T | Misfit;
  readonly doc: BilingualMessage;
}

/** A misfit that concerns a field of a record, found when fields are compared; a doubt does not refuse the record. */
export interface FieldMisfit<Draft> {
  readonly field: keyof Draft & string;
  readonly misfit: Misfit;
  readonly doubt: boolean;
}

/** What a kind of record is made of: its fields by name, and what must hold between them. */
export interface RecordColumns<Draft> {
  readonly fields: { readonly [Field in keyof Draft]: FieldColumn<Draft[Field]> };
  readonly check: (draft: Draft) => readonly FieldMisfit<Draft>[];
}

type Read<T> = (text: string) => T | Misfit;

/** A field that every row must have. */
export function required<T>(read: Read<T>, doc: BilingualMessage, digitsMatter = false): FieldColumn<T> {
  // The cast is safe: the mapper reports an empty required cell and drops the row before anyone reads the value.
  return { required: true, absent: undefined as T, digitsMatter, read, doc };
}

/** A field that may be missing; then its value is `absent`. */
export function optional<T, A extends T | null>(
  read: Read<T>,
  absent: A,
  doc: BilingualMessage,
  digitsMatter = false,
): FieldColumn<T | A> {
  return { required: false, absent, digitsMatter, read, doc };
}

/** Text of at most `maxLength` characters. */
export function words(maxLength: number): Read<string> {
  return (text) =>
    text.length <= maxLength
      ? text
      : new Misfit(
          'TOO_LONG',
          {
            en: `has ${text.length} characters; expected at most ${maxLength}`,
            vi: `có ${text.length} ký tự; tối đa là ${maxLength}`,
          },
          {
            en: 'Shorten the text, or check for a missing line break or quote.',
            vi: 'Rút ngắn nội dung, hoặc kiểm tra xem có thiếu xuống dòng hay dấu nháy không.',
          },
        );
}

/** A code that matches `pattern`; `shape` says in words what that is. */
export function codeLike(pattern: RegExp, shape: BilingualMessage): Read<string> {
  const misfit = new Misfit(
    'BAD_CODE',
    { en: `is not a code of this kind; expected ${shape.en}`, vi: `không phải là mã hợp lệ; cần ${shape.vi}` },
    {
      en: 'Check for lost leading zeros, spaces or a shifted column.',
      vi: 'Kiểm tra xem có mất số 0 ở đầu, thừa khoảng trắng hoặc lệch cột không.',
    },
  );
  return (text) => (pattern.test(text) ? text : misfit);
}

const ACCEPTED_CODE = /^[0-9A-Za-z][0-9A-Za-z._-]{1,39}$/;

/** A code of a kind for which no law fixes a form: letters, digits, `.`, `_` and `-`. */
export const anyCode = codeLike(ACCEPTED_CODE, {
  en: '2 to 40 letters without accents, digits, ".", "_" or "-", beginning with a letter or digit',
  vi: '2 đến 40 chữ cái không dấu, chữ số, ".", "_" hoặc "-", bắt đầu bằng chữ cái hoặc chữ số',
});

const BAD_DAY = new Misfit(
  'BAD_DATE',
  { en: 'is not a day that exists; expected YYYY-MM-DD', vi: 'không phải là ngày có thật; cần dạng YYYY-MM-DD' },
  {
    en: 'Write for example 2025-07-01; or give "dateForm" in the manifest, for example "DD/MM/YYYY".',
    vi: 'Viết ví dụ 2025-07-01; hoặc khai "dateForm" trong tệp kê khai, ví dụ "DD/MM/YYYY".',
  },
);
// The same few days return in row after row, so what was found valid once is remembered.
const knownDays = new Set<string>();
const MAX_KNOWN_DAYS = 50_000;

/** A day that exists, `YYYY-MM-DD`, of the years 1900 to 2199. */
export function day(text: string): string | Misfit {
  if (knownDays.has(text)) return text;
  if (!isIsoDate(text) || text < '1900-01-01' || text > '2199-12-31') return BAD_DAY;
  if (knownDays.size < MAX_KNOWN_DAYS) knownDays.add(text);
  return text;
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['có', true],
  ['false', false],
  ['0', false],
  ['no', false],
  ['không', false],
]);
const BAD_FLAG = new Misfit(
  'BAD_BOOLEAN',
  {
    en: 'is neither true nor false; expected true, false, 1, 0, yes or no',
    vi: 'không phải là đúng hay sai; cần true, false, 1, 0, có hoặc không',
  },
  {
    en: 'Write one of these, or map the value in "values".',
    vi: 'Viết một trong các giá trị đó, hoặc ánh xạ giá trị trong "values".',
  },
);

/** A yes or no. */
export function flag(text: string): boolean | Misfit {
  return FLAGS.get(text.toLowerCase()) ?? BAD_FLAG;
}

/** One of the values of an enumeration. */
export function choice<E extends string>(values: Readonly<Record<string, E>>): Read<E> {
  const allowed = new Map<string, E>(Object.values(values).map((value) => [value, value]));
  const list = [...allowed.keys()].join(', ');
  const misfit = new Misfit(
    'UNKNOWN_VALUE',
    { en: `is not one of the allowed values: ${list}`, vi: `không nằm trong các giá trị cho phép: ${list}` },
    {
      en: 'Correct the cell, or map the value in "values" of the manifest.',
      vi: 'Sửa ô, hoặc ánh xạ giá trị trong "values" của tệp kê khai.',
    },
  );
  return (text) => allowed.get(text) ?? misfit;
}

const WHOLE = /^\d{1,16}$/;
const BAD_WHOLE = new Misfit(
  'BAD_WHOLE_NUMBER',
  {
    en: 'is not a whole number from 0 in the expected range',
    vi: 'không phải là số nguyên từ 0 trong khoảng cho phép',
  },
  { en: 'Write digits only, without separators.', vi: 'Chỉ viết chữ số, không dùng dấu phân cách.' },
);
/** A whole number between `least` and `most`, of digits alone. */
export function whole(least: number, most: number): (text: string) => number | Misfit {
  return (text) => {
    const value = WHOLE.test(text) ? Number(text) : NaN;
    return value >= least && value <= most ? value : BAD_WHOLE;
  };
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;

/** A number between `min` and `max`, with a decimal point. */
export function decimal(min: number, max: number): Read<number> {
  return (text) => {
    if (!NUMBER.test(text)) return badNumber(DECIMAL_COMMA.test(text));
    const value = Number(text);
    if (value >= min && value <= max) return value;
    return new Misfit(
      'OUT_OF_RANGE',
      { en: `is outside ${min} to ${max}`, vi: `nằm ngoài khoảng ${min} đến ${max}` },
      {
        en: 'Check the unit and the column; degrees are expected with a decimal point.',
        vi: 'Kiểm tra đơn vị và cột; cần độ thập phân với dấu chấm.',
      },
    );
  };
}

function badNumber(decimalComma: boolean): Misfit {
  return new Misfit(
    'BAD_NUMBER',
    { en: 'is not a number', vi: 'không phải là số' },
    decimalComma
      ? { en: 'Write a decimal point instead of the comma.', vi: 'Dùng dấu chấm thập phân thay cho dấu phẩy.' }
      : {
          en: 'Write digits with a decimal point, for example 21.0154.',
          vi: 'Viết chữ số với dấu chấm thập phân, ví dụ 21.0154.',
        },
  );
}

/** The parts of a cell that holds several values, separated by `|` or `;`. */
function severalOf(text: string): string[] {
  return text
    .split(/[|;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Reads every part of a cell that holds several values; the first misfit counts for the cell. */
export function listOf<T>(read: Read<T>): Read<T[]> {
  return (text) => {
    const values: T[] = [];
    for (const part of severalOf(text)) {
      const value = read(part);
      if (value instanceof Misfit) return value;
      values.push(value);
    }
    return values;
  };
}

/** Says that a first day comes after the last day, or nothing. */
export function daysInOrder<Draft>(
  draft: Draft,
  from: keyof Draft & string,
  until: keyof Draft & string,
): readonly FieldMisfit<Draft>[] {
  const first = draft[from];
  const last = draft[until];
  if (typeof first !== 'string' || typeof last !== 'string' || first <= last) return [];
  const misfit = new Misfit(
    'DAYS_REVERSED',
    {
      en: `${last} comes before the first day, ${first} (${from})`,
      vi: `${last} đứng trước ngày đầu, ${first} (${from})`,
    },
    { en: 'Check whether the two columns are exchanged.', vi: 'Kiểm tra xem hai cột có bị đổi chỗ không.' },
  );
  return [{ field: until, misfit, doubt: false }];
}
