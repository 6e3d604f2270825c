import { type JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type Explanation } from '../../api/failure';
import { type AwaitedOtpFragment, ConfirmPasswordChangeOperation } from '../../generated/account-operations';
import { formatDate } from '../../language/formats';
import { useAccount } from '../account-store';
import { useAskAccount } from '../ask-account';
import { type CodeOutcome, OtpForm } from '../form/otp-form';
import { Refusal } from '../form/refusal';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { ReasonNotice } from '../sign-in/reason-notice';
import { PasswordForm } from './password-form';

type Step =
  | { name: 'form'; why: Explanation | null }
  | { name: 'code'; otp: AwaitedOtpFragment }
  | { name: 'done'; expiresAt: string };

function CodeStep(props: {
  otp: AwaitedOtpFragment;
  onDone: (expiresAt: string) => void;
  onRestart: (why?: Explanation) => void;
}): JSX.Element {
  const texts = useAccountTexts();
  const ask = useAskAccount();
  const confirm = async (code: string): Promise<CodeOutcome> => {
    const { data, failure } = await ask(ConfirmPasswordChangeOperation, { otpId: props.otp.otpId, code });
    const answer = data?.confirmPasswordChange;
    if (!answer) return { failure };
    if (answer.__typename === 'OtpRefused') {
      return { refused: { vi: answer.message, en: answer.messageEn, attemptsLeft: answer.attemptsLeft } };
    }
    props.onDone(answer.passwordExpiresAt);
    return {};
  };
  return (
    <section class="sheet">
      <PageHeading title={texts.confirmPassword} alwaysFocused />
      <OtpForm otp={props.otp} submitLabel={texts.places.password} onCode={confirm} onRestart={props.onRestart} />
    </section>
  );
}

/** Changing the password (đổi mật khẩu): at the first sign-in, every six months, and whenever one wishes. */
export function PasswordPage(): JSX.Element {
  const texts = useAccountTexts();
  const { store } = useAccount();
  const reasonId = useId();
  const [step, setStep] = useState<Step>({ name: 'form', why: null });
  if (step.name === 'code') {
    return (
      <CodeStep
        otp={step.otp}
        onDone={(expiresAt) => setStep({ name: 'done', expiresAt })}
        onRestart={(why) => setStep({ name: 'form', why: why ?? null })}
      />
    );
  }
  if (step.name === 'done') {
    return (
      <section class="sheet">
        <PageHeading title={texts.passwordChanged} alwaysFocused />
        <p>{texts.passwordCountsUntil(formatDate(step.expiresAt))}</p>
        <button type="button" class="strong" onClick={() => store.passwordChanged()}>
          {texts.goOn}
        </button>
      </section>
    );
  }
  return (
    <section class="sheet">
      <PageHeading title={texts.places.password} describedBy={reasonId} />
      <ReasonNotice id={reasonId} />
      <Refusal refusal={step.why} />
      <PasswordForm onOtp={(otp) => setStep({ name: 'code', otp })} />
    </section>
  );
}
