import { type JSX } from 'preact';
import { FailureNotice, type FailureNoticeProps } from '../page/failure-notice';
import { useAccountTexts } from './language/account-texts';

/** Says what went wrong with something personal: unlike the directory, nothing of it is kept for times without a network. */
export function AccountFailure(props: FailureNoticeProps): JSX.Element {
  const texts = useAccountTexts();
  return <FailureNotice {...props} explained={{ offline: texts.offline, refused: texts.refused }} />;
}
