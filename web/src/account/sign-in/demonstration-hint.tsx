import { type JSX } from 'preact';
import { useRevision } from '../../page/use-revision';
import { useAccountTexts } from '../language/account-texts';

/** Where the gateway shows made-up data: where to find the account that opens a made-up record. */
export function DemonstrationHint(): JSX.Element | null {
  const texts = useAccountTexts();
  const { revision } = useRevision();
  return revision?.containsDemonstration ? <p class="demonstration-note">{texts.demonstrationAccount}</p> : null;
}
