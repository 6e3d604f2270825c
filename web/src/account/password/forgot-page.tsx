import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ApiFailure, type Explanation, tooMany } from '../../api/failure';
import { type AwaitedOtpFragment, ForgotPasswordOperation } from '../../generated/account-operations';
import { AccountLink } from '../account-link';
import { askSolving, useAskAccount } from '../ask-account';
import { AccountForm } from '../form/account-form';
import { BhxhCodeField } from '../form/bhxh-code-field';
import { faults, looksLikeCode } from '../form/faults';
import { type FieldErrors, noErrors } from '../form/field-errors';
import { TextField } from '../form/text-field';
import { Refusal } from '../form/refusal';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { ResetForm } from './reset-form';

function WhoForm({ onOtp }: { onOtp: (otp: AwaitedOtpFragment) => void }): JSX.Element {
  const texts = useAccountTexts();
  const ask = useAskAccount();
  const [bhxhCode, setCode] = useState('');
  const [phone, setPhone] = useState('');
  const [errors, setErrors] = useState<FieldErrors>(noErrors);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    const found: FieldErrors = {
      ...(looksLikeCode(bhxhCode) ? {} : { bhxhCode: faults.bhxhCode }),
      ...(phone.trim() === '' ? { phone: faults.missing } : {}),
    };
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const given = { bhxhCode, phone };
    const { data, failure: cause } = await askSolving(ask, ForgotPasswordOperation, given, (all) => all.forgotPassword);
    setBusy(false);
    setFailure(cause);
    const answer = data?.forgotPassword;
    if (answer?.__typename === 'OtpRequired') onOtp(answer);
    else if (answer?.__typename === 'ChallengeRequired') setFailure(new ApiFailure('busy'));
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
      <BhxhCodeField error={errors['bhxhCode']} value={bhxhCode} onChange={setCode} />
      <TextField
        label={texts.registeredPhone}
        error={errors['phone']}
        value={phone}
        onChange={setPhone}
        autocomplete="tel"
        type="tel"
        inputMode="tel"
        maxLength={20}
      />
    </AccountForm>
  );
}

/** Replacing a forgotten password (quên mật khẩu): code and telephone on record, then the code that was sent. */
export function ForgotPage(): JSX.Element {
  const texts = useAccountTexts();
  const [otp, setOtp] = useState<AwaitedOtpFragment | null>(null);
  const [why, setWhy] = useState<Explanation | null>(null);
  return (
    <section class="sheet">
      {otp ? (
        <>
          <PageHeading key="reset" title={texts.chooseNewPassword} alwaysFocused />
          <ResetForm
            otp={otp}
            onRestart={(reason) => {
              setOtp(null);
              setWhy(reason ?? null);
            }}
          />
        </>
      ) : (
        <>
          <PageHeading key="who" title={texts.places.forgot} />
          <Refusal refusal={why} />
          <p>{texts.forgotHelp}</p>
          <WhoForm onOtp={setOtp} />
          <ul class="ways-out">
            <li>
              <AccountLink to="signIn">{texts.backToSignIn}</AccountLink>
            </li>
          </ul>
          <p class="hint">{texts.noPhoneHelp}</p>
        </>
      )}
    </section>
  );
}
