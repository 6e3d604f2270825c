import { type JSX } from 'preact';
import {
  ChildrenVisitsOperation,
  MyVisitsOperation,
  type VisitRowsFragment,
} from '../../../generated/records-operations';
import { useAccountAnswer } from '../../ask-account';
import { type ChildSummary } from '../../account-store';
import { Problem } from '../../problem';
import { childOf } from '../child-notice';
import { RecordList } from '../list/record-list';
import { useRecordTexts } from '../language/record-texts';
import { onlyPage, type RecordPages, rowsOfPage, useRecordPages } from '../use-record-pages';
import { CostSum } from './cost-sum';
import { VisitBrief, VisitDetails } from './visit-row';

type Row = VisitRowsFragment['edges'][number]['node'];

function Visits<Data>({ pages, year }: { pages: RecordPages<Data, Row>; year: number }): JSX.Element {
  const texts = useRecordTexts();
  if (!pages.answer.data) return <Problem answer={pages.answer} />;
  return (
    <>
      {pages.rows.length === pages.totalCount && <CostSum visits={pages.rows} />}
      <RecordList
        title={texts.visitsInYear(year)}
        pages={pages}
        brief={(row) => <VisitBrief row={row} />}
        details={(row) => <VisitDetails row={row} />}
      />
    </>
  );
}

/** The own visits of a year, newest first. */
export function OwnVisits({ year }: { year: number }): JSX.Element {
  const pages = useRecordPages(MyVisitsOperation, { year, first: rowsOfPage }, ({ viewer }) => viewer?.visits);
  return <Visits pages={pages} year={year} />;
}

/** The visits of an approved child in a year, newest first. */
export function ChildVisits({ year, child }: { year: number; child: ChildSummary }): JSX.Element {
  const answer = useAccountAnswer(ChildrenVisitsOperation, { year });
  return <Visits pages={onlyPage(answer, childOf(answer.data?.viewer, child)?.visits)} year={year} />;
}
