import { type JSX } from 'preact';
import { AccountFailure } from './account-failure';
import { type AccountAnswer } from './ask-account';
import { useAccountTexts } from './language/account-texts';

/** What stands in the place of an answer that is awaited or did not come; nothing once it is there. */
export function Problem({ answer, title }: { answer: AccountAnswer<unknown>; title?: string }): JSX.Element | null {
  const texts = useAccountTexts();
  if (answer.failure) {
    return <AccountFailure title={title ?? texts.answerFailed} failure={answer.failure} onRetry={answer.retry} />;
  }
  if (answer.data !== null || !answer.loading) return null;
  return (
    <div class="awaited" role="status">
      <span class="only-heard">{texts.awaited}</span>
      <div />
      <div />
      <div />
    </div>
  );
}
