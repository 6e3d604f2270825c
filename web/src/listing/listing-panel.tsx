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
import { describePeriod, Fact } from './fact';
import { KindFacts } from './kind-facts';
import { telephoneLink, websiteLink } from './links';
import { ListingActions } from './listing-actions';
import { type Details, type ListingFacts } from './use-details';

function CommonFacts({ facts, on }: { facts: ListingFacts; on: string | null }): JSX.Element {
  const texts = useTexts();
  const { unit, statedUnit, phones, source, verifiedAt, positionPrecision } = facts;
  const place = unit && [...new Set([unit.name, unit.province?.name])].filter(Boolean).join(', ');
  const former = statedUnit && statedUnit.code !== unit?.code ? statedUnit.name : null;
  const precision = positionPrecision ? texts.precisions[positionPrecision] : texts.precisionUnknown;
  const checked = verifiedAt ? texts.lastChecked(formatDate(verifiedAt)) : texts.neverChecked;
  return (
    <dl class="facts">
      <Fact label={texts.address}>{facts.address && <span lang="vi">{facts.address}</span>}</Fact>
      <Fact label={texts.unit}>
        {place && <span lang="vi">{place}</span>}
        {former && <small> ({texts.formerUnit(former)})</small>}
      </Fact>
      <Fact label={texts.phone}>
        {phones.length > 0 && (
          <ul class="plain-list">
            {phones.map(({ label, number }) => (
              <li key={number}>
                {label && `${label}: `}
                <a href={telephoneLink(number)}>{number}</a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={texts.openingHours}>{facts.openingHours ?? texts.openingHoursUnknown}</Fact>
      <KindFacts facts={facts} on={on} />
      <Fact label={texts.email}>{facts.email && <a href={`mailto:${facts.email}`}>{facts.email}</a>}</Fact>
      <Fact label={texts.website}>
        {facts.website && (
          <a href={websiteLink(facts.website)} target="_blank" rel="noopener noreferrer nofollow">
            {facts.website}
          </a>
        )}
      </Fact>
      <Fact label={texts.validity}>{describePeriod(facts.validFrom, facts.validUntil, texts)}</Fact>
      <Fact label={texts.formerName}>{facts.formerName && <span lang="vi">{facts.formerName}</span>}</Fact>
      <Fact label={texts.code}>{facts.code}</Fact>
      <Fact label={texts.position}>{facts.position ? precision : texts.noPosition}</Fact>
      <Fact label={texts.source}>
        {source?.url ? (
          <a href={websiteLink(source.url)} target="_blank" rel="noopener noreferrer">
            {source.name}
          </a>
        ) : (
          (source?.name ?? texts.unknown)
        )}
        , {checked}
      </Fact>
    </dl>
  );
}

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
          <CommonFacts facts={facts} on={on} />
          <p class="print-only">{texts.printedFrom(location.host, formatDate(today()))}</p>
          {reporting && <ReportDialog facts={facts} onClose={() => setReporting(false)} />}
        </div>
      )}
    </section>
  );
}
