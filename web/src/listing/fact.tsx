import { type ComponentChildren, type JSX } from 'preact';
import { type Catalogue } from '../language/catalogue';
import { formatDate, today } from '../language/formats';

/** One line of the details: what it is, and what is known. Nothing known: no line. */
export function Fact({ label, children }: { label: string; children: ComponentChildren }): JSX.Element | null {
  const empty = children === null || children === undefined || children === '' || children === false;
  if (empty) return null;
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A period in words, marked when it is over; empty when neither end is known. */
export function describePeriod(from: string | null, until: string | null, texts: Catalogue): string {
  const ended = until !== null && until < today() ? ` (${texts.ended.toLowerCase()})` : '';
  if (from !== null && until !== null) return texts.validBetween(formatDate(from), formatDate(until)) + ended;
  if (until !== null) return texts.validUntil(formatDate(until)) + ended;
  return from === null ? '' : texts.validFrom(formatDate(from));
}
