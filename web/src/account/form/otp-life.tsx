import { type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiFailure, type Explanation, tooMany } from '../../api/failure';
import { sendPrivately } from '../../api/transport';
import { type AwaitedOtpFragment, ResendOtpOperation } from '../../generated/account-operations';
import { useAccountTexts } from '../language/account-texts';
import { waitText } from '../language/wait-text';

/** Properties of what is told about a code on its way. */
export interface OtpLifeProps {
  otp: AwaitedOtpFragment;
  onRenewed: (otp: AwaitedOtpFragment) => void;
  /** The code is worth nothing any more and can't be sent again. */
  onEnded: (why: Explanation) => void;
}

const secondsUntil = (instant: string): number => Math.round((Date.parse(instant) - Date.now()) / 1000);

/** Seconds that are left, told anew each second. */
function useSecondsLeft(instant: string): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(instant));
  useEffect(() => {
    setSeconds(secondsUntil(instant));
    const timer = setInterval(() => setSeconds(secondsUntil(instant)), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return seconds;
}

/** Says how long the code counts, and has the same code sent again, which renews its life. */
export function OtpLife({ otp, onRenewed, onEnded }: OtpLifeProps): JSX.Element {
  const texts = useAccountTexts();
  const seconds = useSecondsLeft(otp.expiresAt);
  const [state, setState] = useState<'waiting' | 'sending' | 'sent' | ApiFailure>('waiting');

  const resend = async (): Promise<void> => {
    setState('sending');
    try {
      const { resendOtp } = await sendPrivately(ResendOtpOperation, { otpId: otp.otpId });
      if (resendOtp.__typename === 'OtpRequired') {
        onRenewed(resendOtp);
        setState('sent');
      } else if (resendOtp.__typename === 'OtpRefused') {
        onEnded({ vi: resendOtp.message, en: resendOtp.messageEn });
      } else setState(tooMany(resendOtp));
    } catch (cause) {
      setState(cause instanceof ApiFailure ? cause : new ApiFailure('unknown'));
    }
  };
  const retryAfter = state instanceof ApiFailure ? state.retryAfterSeconds : null;

  return (
    <div class="otp-life">
      <p class="hint">{seconds > 0 ? texts.codeLives(waitText(seconds, texts)) : texts.codeMayHaveEnded}</p>
      <button type="button" class="link" disabled={state === 'sending'} onClick={() => void resend()}>
        {texts.resend}
      </button>
      <p role="status" class="hint">
        {state === 'sent' && texts.resent}
        {retryAfter !== null && texts.waitBefore(waitText(retryAfter, texts))}
        {state instanceof ApiFailure && retryAfter === null && texts.notResent}
      </p>
    </div>
  );
}
