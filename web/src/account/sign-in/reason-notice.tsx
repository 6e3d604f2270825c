import { type JSX } from 'preact';
import { useAccount } from '../account-store';
import { useAccountTexts } from '../language/account-texts';

/** Says why the person stands here without having asked to; nothing when they did. */
export function ReasonNotice({ id }: { id: string }): JSX.Element | null {
  const texts = useAccountTexts();
  const { reason } = useAccount().state;
  if (reason === null) return null;
  return (
    <p id={id} class={reason === 'sessionEnded' || reason === 'passwordDue' ? 'told warning' : 'told'}>
      {texts.reasons[reason]}
    </p>
  );
}
