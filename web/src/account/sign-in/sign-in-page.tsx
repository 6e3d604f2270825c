import { type JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type Explanation } from '../../api/failure';
import { type AwaitedOtpFragment, ConfirmSignInOperation } from '../../generated/account-operations';
import { useAccount } from '../account-store';
import { useAskAccount } from '../ask-account';
import { type CodeOutcome, OtpForm } from '../form/otp-form';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { ReasonNotice } from './reason-notice';
import { SignInForm } from './sign-in-form';

function OtherDevice(props: { otp: AwaitedOtpFragment; onRestart: (why?: Explanation) => void }): JSX.Element {
  const texts = useAccountTexts();
  const { store } = useAccount();
  const ask = useAskAccount();
  const confirm = async (code: string): Promise<CodeOutcome> => {
    const { data, failure } = await ask(ConfirmSignInOperation, { otpId: props.otp.otpId, code });
    const answer = data?.confirmSignIn;
    if (!answer) return { failure };
    if (answer.__typename === 'SignedIn') {
      store.signedIn(answer.mustChangePassword);
      return {};
    }
    return { refused: { vi: answer.message, en: answer.messageEn, attemptsLeft: answer.attemptsLeft } };
  };
  return (
    <section class="sheet">
      <PageHeading title={texts.otherDevice} alwaysFocused />
      <OtpForm otp={props.otp} submitLabel={texts.signInHere} onCode={confirm} onRestart={props.onRestart} />
    </section>
  );
}

/** Signing in (đăng nhập); a second device needs a code. */
export function SignInPage(): JSX.Element {
  const texts = useAccountTexts();
  const reasonId = useId();
  const [otp, setOtp] = useState<AwaitedOtpFragment | null>(null);
  const [refusal, setRefusal] = useState<Explanation | null>(null);
  if (otp) {
    const restart = (why?: Explanation): void => {
      setOtp(null);
      setRefusal(why ?? null);
    };
    return <OtherDevice otp={otp} onRestart={restart} />;
  }
  return (
    <section class="sheet">
      <PageHeading title={texts.places.signIn} describedBy={reasonId} />
      <ReasonNotice id={reasonId} />
      <SignInForm refusal={refusal} onRefused={setRefusal} onOtp={setOtp} />
    </section>
  );
}
