import { type JSX } from 'preact';
import {
  type BenefitKind,
  type BenefitRowsFragment,
  ChildrenBenefitsOperation,
  MyBenefitsOperation,
} from '../../../generated/records-operations';
import { formatDate } from '../../../language/formats';
import { type ChildSummary } from '../../account-store';
import { useAccountAnswer } from '../../ask-account';
import { Problem } from '../../problem';
import { childOf } from '../child-notice';
import { EmptyNotice } from '../list/empty-notice';
import { RecordFact } from '../list/record-fact';
import { RecordList } from '../list/record-list';
import { type RecordTexts } from '../language/catalogue';
import { useRecordTexts } from '../language/record-texts';
import { formatDong } from '../record-formats';
import { onlyPage, type RecordPages, rowsOfPage, useRecordPages } from '../use-record-pages';

type Row = BenefitRowsFragment['edges'][number]['node'];

/** The days of a benefit in words: a monthly one without an end runs, any other without an end was paid on one day. */
function daysOf({ from, to }: Row, kind: BenefitKind, texts: RecordTexts): string {
  if (to !== null && to !== from) return texts.days(formatDate(from), formatDate(to));
  return kind === 'MONTHLY' && to === null ? texts.since(formatDate(from)) : texts.onDay(formatDate(from));
}

function Benefits<Data>({ pages, kind }: { pages: RecordPages<Data, Row>; kind: BenefitKind }): JSX.Element {
  const texts = useRecordTexts();
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

/** The own benefits of one sort, newest first. */
export function OwnBenefits({ kind }: { kind: BenefitKind }): JSX.Element {
  const pages = useRecordPages(MyBenefitsOperation, { kind, first: rowsOfPage }, ({ viewer }) => viewer?.benefits);
  return <Benefits pages={pages} kind={kind} />;
}

/** The benefits of one sort that an approved child received, newest first. */
export function ChildBenefits({ kind, child }: { kind: BenefitKind; child: ChildSummary }): JSX.Element {
  const texts = useRecordTexts();
  const answer = useAccountAnswer(ChildrenBenefitsOperation, { kind });
  const found = childOf(answer.data?.viewer, child);
  if (answer.data && !found) return <p class="stored">{texts.childGone}</p>;
  return <Benefits pages={onlyPage(answer, found?.benefits)} kind={kind} />;
}
