import { type JSX } from 'preact';
import { type ContributionRowsFragment } from '../../../generated/records-operations';
import { useRecordTexts } from '../language/record-texts';
import { RecordFact } from '../list/record-fact';
import { monthsBetween } from '../pay/month.rules';
import { formatDong, formatMonth } from '../record-formats';
import { SalaryCapFact } from './salary-cap';

type Row = ContributionRowsFragment['edges'][number]['node'];

/** A stretch of contributions at first sight: when, where, as what, for which pay. */
export function ContributionBrief({ row }: { row: Row }): JSX.Element {
  const texts = useRecordTexts();
  return (
    <span class="brief">
      <span class="brief-when">
        {formatMonth(row.fromMonth)} – {formatMonth(row.toMonth)}
        <small>{texts.months(monthsBetween(row.fromMonth, row.toMonth))}</small>
      </span>
      <span class="brief-what">
        {row.employerName ?? texts.paysAlone}
        {row.position !== null && <small>{row.position}</small>}
      </span>
      {row.salaryVnd !== null && <span class="brief-money">{formatDong(row.salaryVnd)}</span>}
    </span>
  );
}

/** Everything on record about a stretch of contributions. */
export function ContributionDetails({ row }: { row: Row }): JSX.Element {
  const texts = useRecordTexts();
  return (
    <>
      <RecordFact name={texts.fromMonth}>{formatMonth(row.fromMonth)}</RecordFact>
      <RecordFact name={texts.toMonth}>{formatMonth(row.toMonth)}</RecordFact>
      <RecordFact name={texts.employer}>
        {row.employerName ?? texts.paysAlone}
        {row.employer && (
          <a class="fact-link" href={`/employer/${encodeURIComponent(row.employer.code)}`}>
            {texts.seeEmployer}
          </a>
        )}
      </RecordFact>
      <RecordFact name={texts.position}>{row.position}</RecordFact>
      <RecordFact name={texts.workplace}>{row.workplace}</RecordFact>
      <RecordFact name={texts.salary}>{row.salaryVnd === null ? null : formatDong(row.salaryVnd)}</RecordFact>
      <SalaryCapFact row={row} />
      <RecordFact name={texts.currency}>{row.currency}</RecordFact>
      <RecordFact name={texts.coefficient}>{row.coefficient?.toLocaleString('vi-VN') ?? null}</RecordFact>
    </>
  );
}
