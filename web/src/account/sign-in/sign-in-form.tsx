import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ApiFailure, type Explanation } from '../../api/failure';
import { type AwaitedOtpFragment, SignInOperation } from '../../generated/account-operations';
import { AccountLink } from '../account-link';
import { useAccount } from '../account-store';
import { askSolving, useAskAccount } from '../ask-account';
import { AccountForm } from '../form/account-form';
import { BhxhCodeField } from '../form/bhxh-code-field';
import { faults, looksLikeCode } from '../form/faults';
import { type FieldErrors, noErrors } from '../form/field-errors';
import { PasswordField } from '../form/password-field';
import { TextField } from '../form/text-field';
import { useAccountTexts } from '../language/account-texts';
import { Refusal } from '../form/refusal';
import { DemonstrationHint } from './demonstration-hint';
import { deviceId, guessDeviceName } from './device';

/** Properties of the form. */
export interface SignInFormProps {
  /** Why the last try came to nothing. */
  refusal: Explanation | null;
  onRefused: (refusal: Explanation | null) => void;
  onOtp: (otp: AwaitedOtpFragment) => void;
}

function faultsOf(code: string, password: string): FieldErrors {
  return {
    ...(looksLikeCode(code) ? {} : { bhxhCode: faults.bhxhCode }),
    ...(password === '' ? { password: faults.missing } : {}),
  };
}

/** Asks for code and password. What is refused is refused in one way: it never tells whether the code is known. */
export function SignInForm({ refusal, onRefused, onOtp }: SignInFormProps): JSX.Element {
  const texts = useAccountTexts();
  const { store } = useAccount();
  const ask = useAskAccount();
  const [bhxhCode, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [deviceName, setDeviceName] = useState(() => guessDeviceName(navigator.userAgent));
  const [errors, setErrors] = useState<FieldErrors>(noErrors);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (): Promise<void> => {
    const found = faultsOf(bhxhCode, password);
    setErrors(found);
    onRefused(null);
    setFailure(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const name = deviceName.trim() || guessDeviceName(navigator.userAgent);
    const device = { id: deviceId(), name, keepSessionIn: 'COOKIE' as const };
    const given = { bhxhCode, password, device };
    const { data, failure: cause } = await askSolving(ask, SignInOperation, given, ({ signIn }) => signIn);
    setBusy(false);
    setFailure(cause);
    const answer = data?.signIn;
    if (answer?.__typename === 'SignedIn') store.signedIn(answer.mustChangePassword);
    else if (answer?.__typename === 'OtpRequired') onOtp(answer);
    else if (answer?.__typename === 'ChallengeRequired') setFailure(new ApiFailure('busy'));
    else if (answer) onRefused({ vi: answer.message, en: answer.messageEn });
  };

  return (
    <>
      <AccountForm
        errors={errors}
        failure={failure}
        busy={busy}
        submitLabel={texts.places.signIn}
        onSubmit={() => void submit()}
      >
        <Refusal refusal={refusal} />
        <BhxhCodeField error={errors['bhxhCode']} value={bhxhCode} onChange={setCode} />
        <PasswordField
          label={texts.password}
          error={errors['password']}
          value={password}
          onChange={setPassword}
          autocomplete="current-password"
        />
        <details class="device-name">
          <summary>{texts.deviceIs(deviceName)}</summary>
          <TextField
            label={texts.deviceName}
            hint={texts.deviceNameHint}
            value={deviceName}
            onChange={setDeviceName}
            autocomplete="off"
            maxLength={80}
          />
        </details>
      </AccountForm>
      <ul class="ways-out">
        <li>
          <AccountLink to="forgot">{texts.forgotLink}</AccountLink>
        </li>
        <li>
          <AccountLink to="findCode">{texts.findCodeLink}</AccountLink>
        </li>
      </ul>
      <p class="hint">{texts.neverAsked}</p>
      <DemonstrationHint />
    </>
  );
}
