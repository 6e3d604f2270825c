import { type JSX } from 'preact';
import { useId } from 'preact/hooks';
import { allKinds } from '../filters/filters';
import { type ListingKind, type ListingReportReason } from '../generated/operations';
import { useTexts } from '../language/language-context';
import { type Place } from '../map/mercator';

/** What can be wrong with a listing, the most frequent first. */
const reasons: readonly ListingReportReason[] = [
  'WRONG_PHONE',
  'WRONG_ADDRESS',
  'WRONG_POSITION',
  'WRONG_HOURS',
  'WRONG_NAME',
  'CLOSED',
  'OTHER',
];

/** Properties of the choice of what is wrong. */
export interface ReasonFieldProps {
  reason: ListingReportReason;
  onChange: (reason: ListingReportReason) => void;
}

/** Asks what is wrong. */
export function ReasonField({ reason, onChange }: ReasonFieldProps): JSX.Element {
  const texts = useTexts();
  const id = useId();
  return (
    <div class="field">
      <label for={id} class="field-label">
        {texts.reportReason}
      </label>
      <select
        id={id}
        value={reason}
        onChange={(event) => onChange(reasons.find((one) => one === event.currentTarget.value) ?? 'OTHER')}
      >
        {reasons.map((one) => (
          <option key={one} value={one}>
            {texts.reportReasons[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Properties of the choice of the kind of a place that is missing. */
export interface KindFieldProps {
  id: string;
  kind: ListingKind | null;
  /** What is wrong with the choice, or an empty text. */
  error: string;
  onChange: (kind: ListingKind) => void;
}

/** Asks which kind of place is missing. */
export function KindField({ id, kind, error, onChange }: KindFieldProps): JSX.Element {
  const texts = useTexts();
  return (
    <div class="field">
      <label for={id} class="field-label">
        {texts.reportKind}
      </label>
      <select
        id={id}
        value={kind ?? ''}
        required
        aria-invalid={error !== ''}
        aria-describedby={`${id}-error`}
        onChange={(event) => {
          const chosen = allKinds.find((one) => one === event.currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      >
        {kind === null && <option value="">{texts.reportKindNone}</option>}
        {allKinds.map((one) => (
          <option key={one} value={one}>
            {texts.kinds[one]}
          </option>
        ))}
      </select>
      <p id={`${id}-error`} class="field-error" role="alert">
        {error}
      </p>
    </div>
  );
}

/** Properties of the field for the words of a report. */
export interface MessageFieldProps {
  id: string;
  label: string;
  message: string;
  /** What is wrong with the message, or an empty text. */
  error: string;
  onChange: (message: string) => void;
}

/** Asks what would be right. */
export function MessageField({ id, label, message, error, onChange }: MessageFieldProps): JSX.Element {
  const texts = useTexts();
  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <textarea
        id={id}
        rows={4}
        maxLength={2000}
        required
        aria-invalid={error !== ''}
        aria-describedby={`${id}-hint ${id}-error`}
        value={message}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="hint">
        {texts.reportMessageHint}
      </p>
      <p id={`${id}-error`} class="field-error" role="alert">
        {error}
      </p>
    </div>
  );
}

/** Properties of the offer to send the middle of the map along. */
export interface PlaceFieldProps {
  place: Place;
  chosen: boolean;
  onChange: (chosen: boolean) => void;
}

/** Offers to send the middle of the map as the right position. */
export function PlaceField({ place, chosen, onChange }: PlaceFieldProps): JSX.Element {
  const texts = useTexts();
  const position = `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`;
  return (
    <label class="switch">
      <input type="checkbox" checked={chosen} onChange={(event) => onChange(event.currentTarget.checked)} />
      {texts.reportPlace(position)}
    </label>
  );
}
