import { type JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ApiFailure, type Explanation, tooMany } from '../api/failure';
import { send } from '../api/transport';
import { type ListingReportReason, type ReportListingInput, ReportListingOperation } from '../generated/operations';
import { useLanguage, useTexts } from '../language/language-context';
import { type ListingFacts } from '../listing/use-details';
import { FailureNotice } from '../page/failure-notice';
import { Dialog } from './dialog';
import { keepCode } from './kept-codes';

const reasons: readonly ListingReportReason[] = [
  'WRONG_PHONE',
  'WRONG_ADDRESS',
  'WRONG_POSITION',
  'WRONG_HOURS',
  'WRONG_NAME',
  'CLOSED',
  'MISSING',
  'OTHER',
];

type FieldErrors = Readonly<Record<string, Explanation>>;
type Sending =
  | { step: 'filling'; errors: FieldErrors }
  | { step: 'sending' }
  | { step: 'failed'; failure: ApiFailure }
  | { step: 'sent'; trackingCode: string };

async function report(input: ReportListingInput): Promise<Sending> {
  try {
    const { reportListing } = await send(ReportListingOperation, { input });
    if (reportListing.__typename === 'ReportAccepted') {
      keepCode(reportListing.trackingCode);
      return { step: 'sent', trackingCode: reportListing.trackingCode };
    }
    if (reportListing.__typename === 'TooManyAttempts') return { step: 'failed', failure: tooMany(reportListing) };
    const errors = reportListing.fields.map(({ path, message, messageEn }) => [
      path.split('.').pop() ?? path,
      { vi: message, en: messageEn },
    ]);
    return { step: 'filling', errors: Object.fromEntries(errors) as FieldErrors };
  } catch (cause) {
    return { step: 'failed', failure: cause instanceof ApiFailure ? cause : new ApiFailure('unknown') };
  }
}

function Sent({ trackingCode, onClose }: { trackingCode: string; onClose: () => void }): JSX.Element {
  const texts = useTexts();
  return (
    <div role="status">
      <p>{texts.reportThanks}</p>
      <p class="tracking-code">
        {texts.trackingCodeIs}: <strong>{trackingCode}</strong>
      </p>
      <p class="hint">{texts.trackingCodeKeep}</p>
      <button type="button" class="strong" onClick={onClose}>
        {texts.close}
      </button>
    </div>
  );
}

/** Lets anyone say what is wrong with a listing, and gives the code by which to follow it. */
export function ReportDialog({ facts, onClose }: { facts: ListingFacts; onClose: () => void }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const id = useId();
  const [reason, setReason] = useState<ListingReportReason>('WRONG_PHONE');
  const [message, setMessage] = useState('');
  const [sending, setSending] = useState<Sending>({ step: 'filling', errors: {} });
  const errors = sending.step === 'filling' ? sending.errors : {};

  const submit = (): void => {
    if (message.trim() === '') {
      setSending({
        step: 'filling',
        errors: { message: { vi: texts.reportMessageMissing, en: texts.reportMessageMissing } },
      });
      document.getElementById(`${id}-message`)?.focus();
      return;
    }
    setSending({ step: 'sending' });
    const input = { listingId: facts.id, reason, message: message.trim() };
    void report(input).then(setSending);
  };

  return (
    <Dialog title={texts.reportTitle} onClose={onClose}>
      {sending.step === 'sent' ? (
        <Sent trackingCode={sending.trackingCode} onClose={onClose} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <p lang="vi">{texts.reportAbout(facts.name)}</p>
          <div class="field">
            <label for={`${id}-reason`} class="field-label">
              {texts.reportReason}
            </label>
            <select
              id={`${id}-reason`}
              value={reason}
              onChange={(event) => setReason(reasons.find((one) => one === event.currentTarget.value) ?? 'OTHER')}
            >
              {reasons.map((one) => (
                <option key={one} value={one}>
                  {texts.reportReasons[one]}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for={`${id}-message`} class="field-label">
              {texts.reportMessage}
            </label>
            <textarea
              id={`${id}-message`}
              rows={4}
              maxLength={2000}
              required
              aria-invalid={errors['message'] !== undefined}
              aria-describedby={`${id}-hint ${id}-error`}
              value={message}
              onInput={(event) => setMessage(event.currentTarget.value)}
            />
            <p id={`${id}-hint`} class="hint">
              {texts.reportMessageHint}
            </p>
            <p id={`${id}-error`} class="field-error" role="alert">
              {errors['message']?.[language] ?? ''}
            </p>
          </div>
          {sending.step === 'failed' && <FailureNotice failure={sending.failure} onRetry={submit} />}
          <button type="submit" class="strong" disabled={sending.step === 'sending'}>
            {sending.step === 'sending' ? texts.reportSending : texts.reportSend}
          </button>
        </form>
      )}
    </Dialog>
  );
}
