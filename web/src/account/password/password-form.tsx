import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiFailure, tooMany } from '../../api/failure';
import { type AwaitedOtpFragment, ChangePasswordOperation } from '../../generated/account-operations';
import { useAskAccount } from '../ask-account';
import { AccountForm } from '../form/account-form';
import { faults, newPasswordFaults } from '../form/faults';
import { errorsOf, type FieldErrors, noErrors } from '../form/field-errors';
import { PasswordField } from '../form/password-field';
import { useAccountTexts } from '../language/account-texts';
import { NewPasswordFields } from './new-password-fields';

/** Asks for the old password and twice for the new one, and has a code sent that confirms the change. */
export function PasswordForm({ onOtp }: { onOtp: (otp: AwaitedOtpFragment) => void }): JSX.Element {
  const texts = useAccountTexts();
  const ask = useAskAccount();
  const [oldPassword, setOld] = useState('');
  const [newPassword, setNew] = useState('');
  const [newPasswordAgain, setAgain] = useState('');
  const [errors, setErrors] = useState<FieldErrors>(noErrors);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    const found: FieldErrors = {
      ...(oldPassword === '' ? { oldPassword: faults.missing } : {}),
      ...newPasswordFaults(newPassword, newPasswordAgain),
    };
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const input = { oldPassword, newPassword, newPasswordAgain };
    const { data, failure: cause } = await ask(ChangePasswordOperation, { input });
    setBusy(false);
    setFailure(cause);
    const answer = data?.changePassword;
    if (answer?.__typename === 'OtpRequired') onOtp(answer);
    else if (answer?.__typename === 'InvalidInput') setErrors(errorsOf(answer.fields));
    else if (answer) setFailure(tooMany(answer));
  };

  return (
    <AccountForm
      errors={errors}
      failure={failure}
      busy={busy}
      submitLabel={texts.sendCode}
      onSubmit={() => void submit()}
    >
      <PasswordField
        label={texts.oldPassword}
        error={errors['oldPassword']}
        value={oldPassword}
        onChange={setOld}
        autocomplete="current-password"
      />
      <NewPasswordFields
        newPassword={newPassword}
        newPasswordAgain={newPasswordAgain}
        errors={errors}
        onNew={setNew}
        onAgain={setAgain}
      />
    </AccountForm>
  );
}
