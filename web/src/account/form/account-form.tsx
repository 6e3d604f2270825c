import { type ComponentChildren, type JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type ApiFailure } from '../../api/failure';
import { AccountFailure } from '../account-failure';
import { useAccountTexts } from '../language/account-texts';
import { type FieldErrors, focusFirstFault } from './field-errors';

/** Properties of a form. */
export interface AccountFormProps {
  /** The faults shown in the fields; new ones move the focus to the first of them. */
  errors: FieldErrors;
  /** Set when the answer did not come. */
  failure: ApiFailure | null;
  busy: boolean;
  submitLabel: string;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A form whose button says when it is at work, and which leads to what is to be mended. */
export function AccountForm(props: AccountFormProps): JSX.Element {
  const { errors, failure, busy, submitLabel, onSubmit, children } = props;
  const texts = useAccountTexts();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0) focusFirstFault(form.current);
  }, [errors]);
  return (
    <form
      ref={form}
      class="account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      {children}
      {failure && <AccountFailure title={texts.notSent} failure={failure} onRetry={onSubmit} />}
      {/* Not disabled while at work: a disabled button would lose the focus. */}
      <button type="submit" class="strong" aria-disabled={busy}>
        {busy ? texts.oneMoment : submitLabel}
      </button>
    </form>
  );
}
