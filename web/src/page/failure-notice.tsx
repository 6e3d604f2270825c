import { type JSX } from 'preact';
import { type ApiFailure, type FailureReason } from '../api/failure';
import { Icon } from '../icons/icon';
import { useLanguage, useTexts } from '../language/language-context';

/** Properties of the notice; the title says what did not work. */
export interface FailureNoticeProps {
  title?: string;
  failure: ApiFailure;
  onRetry: () => void;
  /** Other words for some reasons, where the usual ones would not be true. */
  explained?: Partial<Record<FailureReason, string>>;
}

/** Says what went wrong, what a person can do, and offers to try again. */
export function FailureNotice({ title, failure, onRetry, explained }: FailureNoticeProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const explanations = {
    offline: texts.errorOffline,
    unreachable: texts.errorUnreachable,
    starting: texts.errorStarting,
    timeout: texts.errorTimeout,
    busy: failure.retryAfterSeconds === null ? texts.errorBusy : texts.errorBusyFor(failure.retryAfterSeconds),
    refused: texts.errorRefused,
    revisionGone: texts.errorUnknown,
    unknown: texts.errorUnknown,
    ...explained,
  };
  return (
    <div class="notice failure" role="alert">
      <h3>
        <Icon name="warning" />
        {title ?? texts.errorTitle}
      </h3>
      <p>{explanations[failure.reason]}</p>
      {failure.explanation && failure.reason !== 'starting' && <p>{failure.explanation[language]}</p>}
      {failure.faultId !== null && <p class="hint">{texts.errorId(failure.faultId)}</p>}
      <button type="button" class="strong" onClick={onRetry}>
        {texts.retry}
      </button>
    </div>
  );
}
