import { type JSX } from 'preact';
import { ChildrenCardsOperation } from '../../../generated/records-operations';
import { useAccountAnswer } from '../../ask-account';
import { type ChildSummary } from '../../account-store';
import { Problem } from '../../problem';
import { childOf, ChildNotice } from '../child-notice';
import { EmptyNotice } from '../list/empty-notice';
import { useRecordTexts } from '../language/record-texts';
import { ShownCard } from './shown-card';

/**
 * The card of an approved child. No device keeps it, and its code is renewed on demand alone: the child can read how
 * often somebody looked, and an open page is no look.
 */
export function ChildCard({ child }: { child: ChildSummary }): JSX.Element {
  const texts = useRecordTexts();
  const answer = useAccountAnswer(ChildrenCardsOperation, {});
  const found = childOf(answer.data?.viewer, child);
  return (
    <>
      <ChildNotice />
      {!answer.data && <Problem answer={answer} />}
      {answer.data && !found && <p class="stored">{texts.childGone}</p>}
      {found && !found.healthCard && <EmptyNotice title={texts.noCard} help={texts.noCardHelp} />}
      {found?.healthCard && <ShownCard holder={found} card={found.healthCard} answer={answer} renewsItself={false} />}
    </>
  );
}
