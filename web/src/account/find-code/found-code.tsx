import { type JSX } from 'preact';
import { type FindBhxhCodeMutation } from '../../generated/account-operations';
import { useLanguage } from '../../language/language-context';
import { AccountLink } from '../account-link';
import { useAccountTexts } from '../language/account-texts';

/** The two answers that are shown in the place of the form. */
export type Finding = Extract<
  FindBhxhCodeMutation['findBhxhCode'],
  { __typename: 'BhxhCodeFound' | 'BhxhCodeNotConfirmed' }
>;

function Answer({ finding }: { finding: Finding }): JSX.Element {
  const texts = useAccountTexts();
  const language = useLanguage();
  if (finding.__typename === 'BhxhCodeFound') {
    return (
      <>
        <p>{texts.codeIs}</p>
        <p class="code-found">{finding.bhxhCode}</p>
        <p>{texts.codeStatuses[finding.status]}</p>
      </>
    );
  }
  return (
    <>
      <p>{language === 'vi' ? finding.message : finding.messageEn}</p>
      <ul class="next-steps">
        {(language === 'vi' ? finding.nextSteps : finding.nextStepsEn).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </>
  );
}

/** What a lookup led to. */
export function FoundCode({ finding, onAgain }: { finding: Finding; onAgain: () => void }): JSX.Element {
  const texts = useAccountTexts();
  return (
    <>
      <div class="finding" role="status">
        <Answer finding={finding} />
      </div>
      <div class="buttons">
        <button type="button" class="plain" onClick={onAgain}>
          {texts.findAgain}
        </button>
        <AccountLink to="signIn" class="plain">
          {texts.places.signIn}
        </AccountLink>
      </div>
    </>
  );
}
