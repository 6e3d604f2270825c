import { type JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/icon';
import { KindIcon } from '../icons/kind-icon';
import { formatAge, formatDate, today } from '../language/formats';
import { useTexts } from '../language/language-context';
import { FailureNotice } from '../page/failure-notice';
import { ReportDialog } from '../report/report-dialog';
import { kindOf } from '../results/result';
import { DemonstrationMark } from './demonstration-mark';
import { ListingActions } from './listing-actions';
import { ListingLines } from './listing-lines';
import { type Details } from './use-details';

/** What the panel shows of the chosen listing. */
export interface ListingPanelProps {
  details: Details;
  /** The date for which a contract is judged; today if null. */
  on: string | null;
  onRetry: () => void;
  onClose: () => void;
}

/** Everything about one listing. It takes the focus when it opens, and Escape closes it. */
export function ListingPanel({ details, on, onRetry, onClose }: ListingPanelProps): JSX.Element {
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const [reporting, setReporting] = useState(false);
  const { facts, status, failure, storedAt } = details;
  useEffect(() => {
    setReporting(false);
    heading.current?.focus({ preventScroll: true });
  }, [details.key]);

  return (
    <section
      class="listing"
      aria-label={texts.detailsLabel}
      aria-busy={status === 'loading'}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !reporting) onClose();
      }}
    >
      <header class="listing-head">
        <button type="button" class="bare" aria-label={texts.back} onClick={onClose}>
          <Icon name="back" />
        </button>
        <div>
          {facts && (
            <p class={`listing-kind ${kindOf(facts).toLowerCase()}`}>
              <KindIcon kind={kindOf(facts)} />
              {texts.kindNames[kindOf(facts)]}
              {facts.demonstration && <DemonstrationMark />}
            </p>
          )}
          <h2 ref={heading} tabIndex={-1} lang={facts ? 'vi' : undefined}>
            {facts
              ? facts.name
              : status === 'ready'
                ? texts.notFoundTitle
                : status === 'failed'
                  ? texts.detailsLabel
                  : texts.loading}
          </h2>
        </div>
      </header>
      {failure && <FailureNotice failure={failure} onRetry={onRetry} />}
      {status === 'ready' && !facts && <p class="notice">{texts.notFoundHelp}</p>}
      {facts && (
        <div class="listing-body">
          {storedAt !== null && <p class="stored">{texts.storedAnswer(formatAge(storedAt, texts))}</p>}
          {facts.demonstration && <p class="demonstration-note">{texts.demonstrationNotice}</p>}
          <ListingActions facts={facts} onReport={() => setReporting(true)} />
          <ListingLines facts={facts} on={on} />
          <p class="print-only">{texts.printedFrom(location.host, formatDate(today()))}</p>
          {reporting && <ReportDialog facts={facts} onClose={() => setReporting(false)} />}
        </div>
      )}
    </section>
  );
}
