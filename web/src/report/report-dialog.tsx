import { type JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { ApiFailure, type Explanation, tooMany } from '../api/failure';
import { send } from '../api/transport';
import {
  type ListingKind,
  type ListingReportReason,
  type ReportListingInput,
  ReportListingOperation,
} from '../generated/operations';
import { useLanguage, useTexts } from '../language/language-context';
import { type ListingFacts } from '../listing/use-details';
import { FailureNotice } from '../page/failure-notice';
import { usePage } from '../page/page-store';
import { Dialog } from './dialog';
import { keepCode } from './kept-codes';
import { KindField, MessageField, PlaceField, ReasonField } from './report-fields';

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
    const errors: Record<string, Explanation> = {};
    for (const { path, message, messageEn } of reportListing.fields) {
      errors[path.split('.').pop() ?? path] = { vi: message, en: messageEn };
    }
    return { step: 'filling', errors };
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

/** Lets anyone say what is wrong with a listing, or that one is missing, and gives the code by which to follow it. */
export function ReportDialog({ facts, onClose }: { facts: ListingFacts | null; onClose: () => void }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { view, kinds } = usePage().state;
  const id = useId();
  const kindId = useId();
  const [kind, setKind] = useState<ListingKind | null>(kinds.length === 1 ? (kinds[0] ?? null) : null);
  const [reason, setReason] = useState<ListingReportReason>(facts ? 'WRONG_PHONE' : 'MISSING');
  const [message, setMessage] = useState('');
  const [withPlace, setWithPlace] = useState(false);
  const [sending, setSending] = useState<Sending>({ step: 'filling', errors: {} });
  const errors = sending.step === 'filling' ? sending.errors : {};
  const aboutPlace = view !== null && (reason === 'WRONG_POSITION' || reason === 'MISSING');

  // What is wrong with a field that this dialog does not show is told too.
  const otherErrors = Object.entries(errors).filter(([field]) => field !== 'message' && (facts || field !== 'kind'));

  const submit = (): void => {
    const lacking: [string, string, string][] = [];
    if (!facts && kind === null) lacking.push(['kind', kindId, texts.reportKindMissing]);
    if (message.trim() === '') lacking.push(['message', id, texts.reportMessageMissing]);
    if (lacking[0]) {
      const told = lacking.map(([field, , words]) => [field, { vi: words, en: words }] as const);
      setSending({ step: 'filling', errors: Object.fromEntries(told) });
      document.getElementById(lacking[0][1])?.focus();
      return;
    }
    setSending({ step: 'sending' });
    const place = aboutPlace && withPlace ? { latitude: view.latitude, longitude: view.longitude } : {};
    const about = facts ? { listingId: facts.id } : { kind };
    void report({ ...about, ...place, reason, message: message.trim() }).then(setSending);
  };

  return (
    <Dialog title={facts ? texts.reportTitle : texts.reportMissing} onClose={onClose}>
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
          {facts && <p lang="vi">{texts.reportAbout(facts.name)}</p>}
          {facts && <ReasonField reason={reason} onChange={setReason} />}
          {!facts && <KindField id={kindId} kind={kind} error={errors['kind']?.[language] ?? ''} onChange={setKind} />}
          <MessageField
            id={id}
            label={facts ? texts.reportMessage : texts.reportMissingMessage}
            message={message}
            error={errors['message']?.[language] ?? ''}
            onChange={setMessage}
          />
          {aboutPlace && <PlaceField place={view} chosen={withPlace} onChange={setWithPlace} />}
          {otherErrors.map(([field, words]) => (
            <p key={field} class="field-error" role="alert">
              {words[language]}
            </p>
          ))}
          {sending.step === 'failed' && (
            <FailureNotice title={texts.reportNotSent} failure={sending.failure} onRetry={submit} />
          )}
          <button type="submit" class="strong" disabled={sending.step === 'sending'}>
            {sending.step === 'sending' ? texts.reportSending : texts.reportSend}
          </button>
        </form>
      )}
    </Dialog>
  );
}
