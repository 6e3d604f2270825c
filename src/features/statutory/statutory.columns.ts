import {
  choice,
  codeLike,
  day,
  type FieldMisfit,
  Misfit,
  optional,
  type RecordColumns,
  required,
  whole,
  words,
} from '../../shared/columns';
import { StatutoryFact, type StatutoryValue } from './statutory-value.entity';

const INSURANCE = /^(SOCIAL|UNEMPLOYMENT|OCCUPATIONAL|HEALTH)(\.STATE_PAY)?$/;
const NOTHING = /^$/;
const ONE_TO_FOUR = /^[1-4]$/;
const LARGEST_VND = 2_000_000_000;

interface Form {
  readonly subject: RegExp;
  readonly least: number;
  readonly most: number;
}

/** What the subject of each fact looks like, and between what its value lies. */
const FORMS: Readonly<Record<StatutoryFact, Form>> = {
  BASE_SALARY: { subject: NOTHING, least: 1, most: LARGEST_VND },
  REGIONAL_MINIMUM_WAGE: { subject: ONE_TO_FOUR, least: 1, most: LARGEST_VND },
  WAGE_REGION: { subject: /^\d{2,5}$/, least: 1, most: 4 },
  CAP_IN_BASE_SALARIES: { subject: INSURANCE, least: 1, most: 1_000 },
  CAP_IN_REGIONAL_MINIMUM_WAGES: { subject: INSURANCE, least: 1, most: 1_000 },
  COVERAGE_PERCENT: { subject: /^[1-5]$/, least: 0, most: 100 },
  BENEFIT_LEVEL: { subject: /^[A-Z]{2}$/, least: 1, most: 5 },
  CONTINUOUS_MONTHS: { subject: NOTHING, least: 1, most: 1_200 },
  LONGEST_BREAK_MONTHS: { subject: NOTHING, least: 0, most: 1_200 },
};

/** Which column of a list of statutory values means what. */
export const STATUTORY_COLUMNS: RecordColumns<StatutoryValue> = {
  fields: {
    fact: required<string>(choice(StatutoryFact), { en: 'What is set', vi: 'Nội dung được quy định' }),
    subject: optional(
      codeLike(/^[0-9A-Z._]{1,40}$/, { en: 'digits and capital letters', vi: 'chữ số và chữ in hoa' }),
      '',
      {
        en: 'What it is about: region, unit, insurance, level or object',
        vi: 'Vùng, đơn vị, bảo hiểm, mức, đối tượng',
      },
      true,
    ),
    validFrom: required(day, { en: 'First day', vi: 'Từ ngày' }),
    value: optional(whole(0, LARGEST_VND), null, {
      en: 'Value; empty when nothing holds from that day on',
      vi: 'Giá trị; để trống khi từ ngày đó không còn áp dụng',
    }),
    source: required(words(200), { en: 'Law or decree', vi: 'Văn bản quy định' }),
  },
  check: formMisfits,
};

/** Which column of a file that takes statutory values back means what. */
export const STATUTORY_KEY_COLUMNS: RecordColumns<Pick<StatutoryValue, 'fact' | 'subject' | 'validFrom'>> = {
  fields: {
    fact: STATUTORY_COLUMNS.fields.fact,
    subject: STATUTORY_COLUMNS.fields.subject,
    validFrom: STATUTORY_COLUMNS.fields.validFrom,
  },
  check: () => [],
};

function formMisfits({ fact, subject, value }: StatutoryValue): FieldMisfit<StatutoryValue>[] {
  const form = FORMS[fact as StatutoryFact];
  const misfits: FieldMisfit<StatutoryValue>[] = [];
  if (!form.subject.test(subject)) misfits.push({ field: 'subject', misfit: wrongSubject(fact), doubt: false });
  if (value !== null && (value < form.least || value > form.most))
    misfits.push({ field: 'value', misfit: outside(fact, form), doubt: false });
  return misfits;
}

function wrongSubject(fact: string): Misfit {
  return new Misfit(
    'SUBJECT_NOT_OF_FACT',
    { en: `is nothing that ${fact} can be about`, vi: `không phải đối tượng của ${fact}` },
    {
      en: 'Give a region 1 to 4, a unit code, an insurance, a level or an object, as the fact wants; or nothing.',
      vi: 'Ghi vùng 1 đến 4, mã đơn vị hành chính, loại bảo hiểm, mức hoặc đối tượng theo nội dung; hoặc để trống.',
    },
  );
}

function outside(fact: string, { least, most }: Form): Misfit {
  return new Misfit(
    'VALUE_OUT_OF_RANGE',
    { en: `is outside ${least} to ${most} for ${fact}`, vi: `nằm ngoài khoảng ${least} đến ${most} của ${fact}` },
    { en: 'Check the value and its unit.', vi: 'Kiểm tra giá trị và đơn vị tính.' },
  );
}
