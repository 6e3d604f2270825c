import { type JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
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

/** After this many milliseconds a person is better served with what the device keeps. */
const patienceMs = 3_000;

/** Whether something has been awaited for longer than a person likes. */
function useSlowness(isAwaited: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isAwaited) return;
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isAwaited]);
  return isSlow;
}

/** One's own card; without a network, or with one that is too slow, the one that this device keeps. */
export function OwnCard(): JSX.Element {
  const texts = useRecordTexts();
  const answer = useAccountAnswer(MyCardOperation, {});
  const viewer = answer.data?.viewer;
  // Another attempt does not take away what is shown meanwhile.
  const isCutOff = useRef(false);
  if (viewer) isCutOff.current = false;
  else if (answer.failure) isCutOff.current = networkTrouble.has(answer.failure.reason);
  const isSlow = useSlowness(viewer === undefined || viewer === null);
  if (isCutOff.current || (!viewer && !answer.failure && isSlow)) return <OfflineCard answer={answer} />;
  if (!viewer) return <Problem answer={answer} />;
  if (!viewer.healthCard) return <EmptyNotice title={texts.noCard} help={texts.noCardHelp} />;
  const facts = factsOf(viewer.profile, viewer.healthCard);
  return (
    <>
      <ShownCard holder={viewer.profile} card={viewer.healthCard} answer={answer} renewsItself />
      <KeepPanel card={facts} shownAt={viewer.healthCard.tokenExpiresAt} />
    </>
  );
}
