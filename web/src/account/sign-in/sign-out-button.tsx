import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SignOutOperation } from '../../generated/account-operations';
import { useAccount } from '../account-store';
import { useAskAccount } from '../ask-account';
import { useAccountTexts } from '../language/account-texts';

/** Ends the session. When the gateway can't be reached the person is told, because then the session goes on. */
export function SignOutButton(): JSX.Element {
  const texts = useAccountTexts();
  const { store } = useAccount();
  const ask = useAskAccount();
  const [state, setState] = useState<'ready' | 'asking' | 'failed'>('ready');
  const signOut = async (): Promise<void> => {
    setState('asking');
    const { data, failure } = await ask(SignOutOperation, {});
    if (data) store.signedOut();
    else setState(failure ? 'failed' : 'ready');
  };
  return (
    <div class="sign-out">
      <button type="button" class="bare head-button" disabled={state === 'asking'} onClick={() => void signOut()}>
        {texts.signOut}
      </button>
      <p class="field-error" role="alert">
        {state === 'failed' && texts.signOutFailed}
      </p>
    </div>
  );
}
