import { type JSX } from 'preact';
import { type VisitRowsFragment } from '../../../generated/records-operations';
import { formatDate } from '../../../language/formats';
import { RecordFact } from '../list/record-fact';
import { useRecordTexts } from '../language/record-texts';
import { formatDong } from '../record-formats';

type Row = VisitRowsFragment['edges'][number]['node'];

/** A visit at first sight: when, where, and what the two sides paid. */
export function VisitBrief({ row }: { row: Row }): JSX.Element {
  const texts = useRecordTexts();
  const { admittedAt, dischargedAt } = row;
  return (
    <span class="brief">
      <span class="brief-when">
        {dischargedAt === null || dischargedAt === admittedAt
          ? formatDate(admittedAt)
          : texts.days(formatDate(admittedAt), formatDate(dischargedAt))}
      </span>
      <span class="brief-what">
        {row.clinicName ?? texts.unknown}
        {row.diagnosis !== null && <small>{row.diagnosis}</small>}
      </span>
      <span class="brief-money">
        {formatDong(row.coveredVnd)}
        <small>{texts.covered}</small>
      </span>
    </span>
  );
}

/** Everything on record about a visit. */
export function VisitDetails({ row }: { row: Row }): JSX.Element {
  const texts = useRecordTexts();
  return (
    <>
      <RecordFact name={texts.admitted}>{formatDate(row.admittedAt)}</RecordFact>
      <RecordFact name={texts.discharged}>
        {row.dischargedAt === null ? texts.stillIn : formatDate(row.dischargedAt)}
      </RecordFact>
      <RecordFact name={texts.clinic}>
        {row.clinicName ?? texts.unknown}
        {row.clinic && (
          <a class="fact-link" href={`/clinic/${encodeURIComponent(row.clinic.code)}`}>
            {texts.seeClinic}
          </a>
        )}
      </RecordFact>
      <RecordFact name={texts.diagnosis}>{row.diagnosis}</RecordFact>
      <RecordFact name={texts.covered}>{formatDong(row.coveredVnd)}</RecordFact>
      <RecordFact name={texts.own}>{formatDong(row.ownVnd)}</RecordFact>
      <RecordFact name={texts.wholeCost}>{formatDong(row.coveredVnd + row.ownVnd)}</RecordFact>
    </>
  );
}
