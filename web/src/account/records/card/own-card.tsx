import { type JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { MyCardOperation } from '../../../generated/records-operations';
import { useAccountAnswer } from '../../ask-account';
import { Problem } from '../../problem';
import { EmptyNotice } from '../list/empty-notice';
import { useRecordTexts } from '../language/record-texts';
import { factsOf } from './card-facts';
import { KeepPanel } from './keep-panel';
import { OfflineCard } from './offline-card';
import { ShownCard } from './shown-card';

const networkTrouble: ReadonlySet<string> = new Set(['offline', 'unreachable', 'timeout']);

/** One's own card; without a network the one that this device keeps. */
export function OwnCard(): JSX.Element {
  const texts = useRecordTexts();
  const answer = useAccountAnswer(MyCardOperation, {});
  const viewer = answer.data?.viewer;
  // Another attempt does not take away what is shown meanwhile.
  const isCutOff = useRef(false);
  if (viewer) isCutOff.current = false;
  else if (answer.failure) isCutOff.current = networkTrouble.has(answer.failure.reason);
  if (isCutOff.current) return <OfflineCard answer={answer} />;
  if (!viewer) return <Problem answer={answer} />;
  if (!viewer.healthCard) return <EmptyNotice title={texts.noCard} help={texts.noCardHelp} />;
  const facts = factsOf(viewer.profile, viewer.healthCard);
  return (
    <>
      <ShownCard holder={viewer.profile} card={viewer.healthCard} answer={answer} />
      <KeepPanel card={facts} shownAt={viewer.healthCard.tokenExpiresAt} />
    </>
  );
}
