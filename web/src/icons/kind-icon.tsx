import { type JSX } from 'preact';
import { type ListingKind } from '../generated/operations';

/** Outlines on a 24 × 24 grid: a civic building, a medical cross, a briefcase, a hand-over of coins. */
export const kindPaths: Record<ListingKind, string> = {
  OFFICE: 'M12 3 3 8v2h18V8l-9-5Zm-7 9v6h3v-6H5Zm5.5 0v6h3v-6h-3ZM16 12v6h3v-6h-3ZM3 19v2h18v-2H3Z',
  CLINIC: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6V3Z',
  EMPLOYER:
    'M9 4a2 2 0 0 0-2 2v1H4a2 2 0 0 0-2 2v3h20V9a2 2 0 0 0-2-2h-3V6a2 2 0 0 0-2-2H9Zm0 3V6h6v1H9Zm-7 7v4a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-4h-8v2h-4v-2H2Z',
  AGENT:
    'M12 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12Zm-1 2.5v1.1c-1 .2-1.7.9-1.7 1.9 0 2.3 3.6 1.5 3.6 2.7 0 .4-.4.6-1 .6-.7 0-1.2-.3-1.6-.7l-.9 1.2c.4.4 1 .7 1.6.8v1h1.6v-1c1.1-.2 1.8-.9 1.8-2 0-2.4-3.6-1.6-3.6-2.7 0-.4.4-.5.8-.5.6 0 1 .2 1.4.5l.8-1.2c-.4-.3-.8-.5-1.2-.6V4.5H11ZM3 16h4.5l3 1.5H14a1.3 1.3 0 0 1 0 2.6h-3l5 .1 4-2.2a1.3 1.3 0 0 1 1.3 2.3L16 22.5 3 21.5V16Z',
};

/** The sign of a kind of listing; decorative, its name stands beside it. */
export function KindIcon({ kind }: { kind: ListingKind }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={kindPaths[kind]} />
    </svg>
  );
}
