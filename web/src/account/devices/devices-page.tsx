import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiFailure } from '../../api/failure';
import { EndSessionOperation, SessionsOperation, type SessionsQuery } from '../../generated/account-operations';
import { AccountFailure } from '../account-failure';
import { useAccount } from '../account-store';
import { useAccountAnswer, useAskAccount } from '../ask-account';
import { useAccountTexts } from '../language/account-texts';
import { formatMoment } from '../moment';
import { PageHeading } from '../page-heading';
import { Problem } from '../problem';

type Session = NonNullable<SessionsQuery['viewer']>['sessions'][number];

function Device({ session, onEnded }: { session: Session; onEnded: () => void }): JSX.Element {
  const texts = useAccountTexts();
  const { store } = useAccount();
  const ask = useAskAccount();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const end = async (): Promise<void> => {
    setBusy(true);
    const { data, failure: cause } = await ask(EndSessionOperation, { id: session.id });
    setBusy(false);
    setFailure(cause);
    if (data && session.current) store.signedOut();
    else if (data) onEnded();
  };
  return (
    <li class="entry">
      <h2>
        {session.deviceName}
        {session.current && <span class="mark">{texts.thisDevice}</span>}
      </h2>
      <p>{texts.signedInAt(formatMoment(session.createdAt))}</p>
      <p>{texts.lastUsedAt(formatMoment(session.lastUsedAt))}</p>
      <button
        type="button"
        class="plain"
        disabled={busy}
        aria-label={`${texts.endSession}: ${session.deviceName}`}
        onClick={() => void end()}
      >
        {texts.endSession}
      </button>
      {failure && <AccountFailure title={texts.notSent} failure={failure} onRetry={() => void end()} />}
    </li>
  );
}

/** The devices that are signed in, each of which can be signed out from here. */
export function DevicesPage(): JSX.Element {
  const texts = useAccountTexts();
  const answer = useAccountAnswer(SessionsOperation, {});
  return (
    <>
      <PageHeading title={texts.places.devices} />
      <p class="lead">{texts.devicesHelp}</p>
      <Problem answer={answer} />
      <ul class="entries">
        {answer.data?.viewer?.sessions.map((session) => (
          <Device key={session.id} session={session} onEnded={answer.retry} />
        ))}
      </ul>
    </>
  );
}
