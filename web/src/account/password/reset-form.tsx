import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiFailure, type Explanation } from '../../api/failure';
import { type AwaitedOtpFragment, ResetPasswordOperation } from '../../generated/account-operations';
import { useLanguage } from '../../language/language-context';
import { useAccount } from '../account-store';
import { useAskAccount } from '../ask-account';
import { AccountForm } from '../form/account-form';
import { faults, newPasswordFaults } from '../form/faults';
import { errorsOf, type FieldErrors, noErrors } from '../form/field-errors';
import { OtpField } from '../form/otp-field';
import { OtpLife } from '../form/otp-life';
import { useAccountTexts } from '../language/account-texts';
import { NewPasswordFields } from './new-password-fields';

/** Properties of the second step. */
export interface ResetFormProps {
  otp: AwaitedOtpFragment;
  onRestart: (why?: Explanation) => void;
}

/** Takes the code that was sent and the new password. */
export function ResetForm({ otp: first, onRestart }: ResetFormProps): JSX.Element {
  const texts = useAccountTexts();
  const language = useLanguage();
  const { store } = useAccount();
  const ask = useAskAccount();
  const [otp, setOtp] = useState(first);
  const [code, setCode] = useState('');
  const [newPassword, setNew] = useState('');
  const [newPasswordAgain, setAgain] = useState('');
  const [errors, setErrors] = useState<FieldErrors>(noErrors);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    const found: FieldErrors = {
      ...(code.length === 6 ? {} : { code: faults.sixDigits }),
      ...newPasswordFaults(newPassword, newPasswordAgain),
    };
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const input = { otpId: otp.otpId, code, newPassword, newPasswordAgain };
    const { data, failure: cause } = await ask(ResetPasswordOperation, { input });
    setBusy(false);
    setFailure(cause);
    const answer = data?.resetPassword;
    if (answer?.__typename === 'PasswordChanged') store.passwordReset();
    else if (answer?.__typename === 'InvalidInput') setErrors(errorsOf(answer.fields));
    else if (answer) {
      const refused = { vi: answer.message, en: answer.messageEn };
      if (answer.attemptsLeft === 0) onRestart(refused);
      else setErrors({ code: refused });
    }
  };

  return (
    <>
      <p class="otp-message">{language === 'vi' ? otp.message : otp.messageEn}</p>
      <p class="hint">{texts.onlyIfRight}</p>
      <AccountForm
        errors={errors}
        failure={failure}
        busy={busy}
        submitLabel={texts.setNewPassword}
        onSubmit={() => void submit()}
      >
        <OtpField code={code} error={errors['code']} onChange={setCode} />
        <OtpLife otp={otp} onRenewed={setOtp} onEnded={onRestart} />
        <NewPasswordFields
          newPassword={newPassword}
          newPasswordAgain={newPasswordAgain}
          errors={errors}
          onNew={setNew}
          onAgain={setAgain}
        />
      </AccountForm>
      <button type="button" class="plain" onClick={() => onRestart()}>
        {texts.beginAnew}
      </button>
    </>
  );
}
