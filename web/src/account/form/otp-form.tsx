import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiFailure, type Explanation } from '../../api/failure';
import { type AwaitedOtpFragment } from '../../generated/account-operations';
import { useLanguage } from '../../language/language-context';
import { useAccountTexts } from '../language/account-texts';
import { AccountForm } from './account-form';
import { faults } from './faults';
import { type FieldErrors, noErrors } from './field-errors';
import { OtpField } from './otp-field';
import { OtpLife } from './otp-life';

/** What became of a code that was typed in: what is wrong, or why there is no answer; nothing when it was right. */
export interface CodeOutcome {
  readonly refused?: Explanation & { readonly attemptsLeft: number };
  readonly failure?: ApiFailure | null;
}

/** Properties of the step in which a code is typed in. */
export interface OtpFormProps {
  otp: AwaitedOtpFragment;
  submitLabel: string;
  onCode: (code: string) => Promise<CodeOutcome>;
  /** Begins anew, with the reason when the code is worth nothing any more. */
  onRestart: (why?: Explanation) => void;
}

/** Asks for the code of six digits that was sent, and lets it be sent again. */
export function OtpForm({ otp: first, submitLabel, onCode, onRestart }: OtpFormProps): JSX.Element {
  const texts = useAccountTexts();
  const language = useLanguage();
  const [otp, setOtp] = useState(first);
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<FieldErrors>(noErrors);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    if (code.length !== 6) {
      setErrors({ code: faults.sixDigits });
      return;
    }
    setBusy(true);
    setFailure(null);
    const outcome = await onCode(code);
    setBusy(false);
    setFailure(outcome.failure ?? null);
    if (!outcome.refused) return;
    if (outcome.refused.attemptsLeft === 0) onRestart(outcome.refused);
    else setErrors({ code: outcome.refused });
  };

  return (
    <>
      <p class="otp-message">{language === 'vi' ? otp.message : otp.messageEn}</p>
      <AccountForm
        errors={errors}
        failure={failure}
        busy={busy}
        submitLabel={submitLabel}
        onSubmit={() => void submit()}
      >
        <OtpField code={code} error={errors['code']} onChange={setCode} />
        <OtpLife otp={otp} onRenewed={setOtp} onEnded={onRestart} />
      </AccountForm>
      <button type="button" class="plain" onClick={() => onRestart()}>
        {texts.beginAnew}
      </button>
    </>
  );
}
