import { type JSX } from 'preact';
import { type InsuranceKind, MyContributionsOperation } from '../../../generated/records-operations';
import { Problem } from '../../problem';
import { EmptyNotice } from '../list/empty-notice';
import { RecordList } from '../list/record-list';
import { useRecordTexts } from '../language/record-texts';
import { PayChart } from '../pay/pay-chart';
import { useOwnPay } from '../pay/use-own-pay';
import { rowsOfPage, useRecordPages } from '../use-record-pages';
import { ContributionBrief, ContributionDetails } from './contribution-row';
import { ContributionTotal } from './contribution-total';

/** The own history of one insurance: the total on top, the pay as a chart, then the rows. */
export function OwnContributions({ kind }: { kind: InsuranceKind }): JSX.Element {
  const texts = useRecordTexts();
  const pages = useRecordPages(
    MyContributionsOperation,
    { kind, first: rowsOfPage },
    ({ viewer }) => viewer?.contributions,
  );
  const total = pages.answer.data?.viewer?.contributionTotal;
  const pay = useOwnPay(kind, pages);
  if (!total) return <Problem answer={pages.answer} />;
  if (pages.totalCount === 0) {
    return <EmptyNotice title={texts.noContributions(texts.insurances[kind])} help={texts.noContributionsHelp} />;
  }
  return (
    <>
      <ContributionTotal total={total} />
      {pay && <PayChart spans={pay} />}
      <RecordList
        title={texts.contributionRows}
        pages={pages}
        brief={(row) => <ContributionBrief row={row} />}
        details={(row) => <ContributionDetails row={row} />}
      />
    </>
  );
}
