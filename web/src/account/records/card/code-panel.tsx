import { type JSX } from 'preact';
import { useOnline } from '../../../page/use-online';
import { useRecordTexts } from '../language/record-texts';
import { formatClock } from '../record-formats';

/** A code as it came: its picture, whose it is, and when it ends on the gateway's clock. */
interface ShownCode {
  readonly svg: string;
  readonly holderName: string;
  readonly endsAt: string;
  readonly hasEnded: boolean;
}

/** Properties of the panel; without a code one has to be fetched first. */
export interface CodePanelProps {
  code: ShownCode | null;
  /** How to use the code. */
  help?: string;
  inForce: boolean;
  loading: boolean;
  onRenew: () => void;
}

/** The QR code to show at a clinic, until when it holds; never one that has ended. */
export function CodePanel({ code, help, inForce, loading, onRenew }: CodePanelProps): JSX.Element {
  const texts = useRecordTexts();
  const online = useOnline();
  if (!inForce) {
    return (
      <section class="code-panel">
        <h2>{texts.qrTitle}</h2>
        <p>{texts.qrNotInForce}</p>
      </section>
    );
  }
  if (!code || code.hasEnded) {
    return (
      <section class="code-panel ended">
        <div role="status">
          <h2>{texts.qrEnded}</h2>
          {code && <p>{texts.qrEndedAt(formatClock(code.endsAt))}</p>}
          {!online && <p>{texts.qrNeedsNetwork}</p>}
        </div>
        <button type="button" class="strong" disabled={loading} onClick={onRenew}>
          {texts.qrRenew}
        </button>
      </section>
    );
  }
  return (
    <section class="code-panel">
      <h2>{texts.qrTitle}</h2>
      <img
        class="qr-code"
        src={`data:image/svg+xml,${encodeURIComponent(code.svg)}`}
        alt={texts.qrAlt(code.holderName)}
        width="320"
        height="320"
      />
      <p class="qr-until">{texts.qrUntil(formatClock(code.endsAt))}</p>
      <p class="hint">{help}</p>
      <button type="button" class="plain" disabled={loading} onClick={onRenew}>
        {texts.qrRenew}
      </button>
    </section>
  );
}
