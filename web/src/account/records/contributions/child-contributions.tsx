import { type JSX } from 'preact';
import { ChildrenContributionsOperation, type InsuranceKind } from '../../../generated/records-operations';
import { useAccountAnswer } from '../../ask-account';
import { type ChildSummary } from '../../account-store';
import { Problem } from '../../problem';
import { childOf, ChildNotice } from '../child-notice';
import { EmptyNotice } from '../list/empty-notice';
import { RecordList } from '../list/record-list';
import { useRecordTexts } from '../language/record-texts';
import { onlyPage } from '../use-record-pages';
import { ContributionBrief, ContributionDetails } from './contribution-row';
import { ContributionTotal } from './contribution-total';

/** The history of an approved child for one insurance. */
export function ChildContributions({ kind, child }: { kind: InsuranceKind; child: ChildSummary }): JSX.Element {
  const texts = useRecordTexts();
  const answer = useAccountAnswer(ChildrenContributionsOperation, { kind });
  const found = childOf(answer.data?.viewer, child);
  const pages = onlyPage(answer, found?.contributions);
  const isEmpty = found !== undefined && pages.totalCount === 0;
  return (
    <>
      <ChildNotice />
      <Problem answer={answer} />
      {answer.data && !found && <p class="stored">{texts.childGone}</p>}
      {isEmpty && (
        <EmptyNotice title={texts.noContributions(texts.insurances[kind])} help={texts.noContributionsHelp} />
      )}
      {found && !isEmpty && (
        <>
          <ContributionTotal total={found.contributionTotal} />
          <RecordList
            title={texts.contributionRows}
            pages={pages}
            brief={(row) => <ContributionBrief row={row} />}
            details={(row) => <ContributionDetails row={row} />}
          />
        </>
      )}
    </>
  );
}
