import { type JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ApiFailure, tooMany } from '../api/failure';
import { send } from '../api/transport';
import { type TrackReportMutation, TrackReportOperation } from '../generated/operations';
import { formatDate } from '../language/formats';
import { useTexts } from '../language/language-context';
import { FailureNotice } from '../page/failure-notice';
import { Dialog } from './dialog';
import { keptCodes } from './kept-codes';

type Tracked = Exclude<TrackReportMutation['trackListingReport'], { __typename: 'TooManyAttempts' }>;

function Answer({ tracked }: { tracked: Tracked }): JSX.Element {
  const texts = useTexts();
  if (tracked.__typename === 'NotFound') return <p class="notice">{texts.trackNotFound}</p>;
  return (
    <div class="tracked">
      <p>
        <strong>{texts.reportStatuses[tracked.reportStatus]}</strong>
      </p>
      <p class="hint">
        {texts.trackSent(formatDate(tracked.createdAt))}. {texts.trackUpdated(formatDate(tracked.updatedAt))}.
      </p>
      {tracked.answer && (
        <p>
          {texts.trackAnswer}: {tracked.answer}
        </p>
      )}
    </div>
  );
}

/** Shows what became of a report, by its tracking code; codes sent from this device are offered. */
export function TrackingDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const texts = useTexts();
  const id = useId();
  const [kept] = useState(keptCodes);
  const [code, setCode] = useState(kept[0] ?? '');
  const [tracked, setTracked] = useState<Tracked | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  const look = (): void => {
    if (code.trim() === '') return;
    setFailure(null);
    setTracked(null);
    send(TrackReportOperation, { trackingCode: code.trim() }).then(
      ({ trackListingReport: answer }) => {
        if (answer.__typename === 'TooManyAttempts') setFailure(tooMany(answer));
        else setTracked(answer);
      },
      (cause: unknown) => setFailure(cause instanceof ApiFailure ? cause : new ApiFailure('unknown')),
    );
  };

  return (
    <Dialog title={texts.trackTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <div class="field">
          <label for={id} class="field-label">
            {texts.trackCode}
          </label>
          <input
            id={id}
            type="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={64}
            list={`${id}-kept`}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <datalist id={`${id}-kept`}>
            {kept.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </div>
        <button type="submit" class="strong">
          {texts.trackAction}
        </button>
      </form>
      <div role="status">{tracked && <Answer tracked={tracked} />}</div>
      {failure && <FailureNotice failure={failure} onRetry={look} />}
    </Dialog>
  );
}
