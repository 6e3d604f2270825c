import { type JSX } from 'preact';
import { type BenefitKind, type MyBenefitsQuery, MyBenefitsOperation } from '../../../generated/records-operations';
import { formatDate } from '../../../language/formats';
import { Problem } from '../../problem';
import { EmptyNotice } from '../list/empty-notice';
import { RecordFact } from '../list/record-fact';
import { RecordList } from '../list/record-list';
import { type RecordTexts } from '../language/catalogue';
import { useRecordTexts } from '../language/record-texts';
import { formatDong } from '../record-formats';
import { rowsOfPage, useRecordPages } from '../use-record-pages';

type Row = NonNullable<MyBenefitsQuery['viewer']>['benefits']['edges'][number]['node'];

/** The days of a benefit in words: a monthly one without an end runs, any other without an end was paid on one day. */
function daysOf({ from, to }: Row, kind: BenefitKind, texts: RecordTexts): string {
  if (to !== null && to !== from) return texts.days(formatDate(from), formatDate(to));
  return kind === 'MONTHLY' && to === null ? texts.since(formatDate(from)) : texts.onDay(formatDate(from));
}

/** The benefits of one sort, newest first. */
export function BenefitList({ kind }: { kind: BenefitKind }): JSX.Element {
  const texts = useRecordTexts();
  const pages = useRecordPages(MyBenefitsOperation, { kind, first: rowsOfPage }, ({ viewer }) => viewer?.benefits);
  if (!pages.answer.data) return <Problem answer={pages.answer} />;
  if (pages.totalCount === 0) {
    return <EmptyNotice title={texts.noBenefits(texts.benefitKinds[kind])} help={texts.noBenefitsHelp} />;
  }
  const isMonthly = kind === 'MONTHLY';
  return (
    <RecordList
      title={texts.benefitRows}
      pages={pages}
      brief={(row) => (
        <span class="brief">
          <span class="brief-when">{daysOf(row, kind, texts)}</span>
          <span class="brief-what">{row.regime}</span>
          <span class="brief-money">
            {isMonthly ? texts.perMonth(formatDong(row.amountVnd)) : formatDong(row.amountVnd)}
          </span>
        </span>
      )}
      details={(row) => (
        <>
          <RecordFact name={texts.regime}>{row.regime}</RecordFact>
          <RecordFact name={texts.fromDay}>{formatDate(row.from)}</RecordFact>
          {row.to !== null && <RecordFact name={texts.toDay}>{formatDate(row.to)}</RecordFact>}
          {row.to === null && isMonthly && <RecordFact name={texts.toDay}>{texts.running}</RecordFact>}
          <RecordFact name={isMonthly ? texts.amountPerMonth : texts.amount}>{formatDong(row.amountVnd)}</RecordFact>
          <RecordFact name={texts.filedBy}>{row.filedBy}</RecordFact>
        </>
      )}
    />
  );
}
