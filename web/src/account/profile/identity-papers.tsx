import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiFailure } from '../../api/failure';
import { IdentityNumbersOperation, type ProfileQuery } from '../../generated/account-operations';
import { formatDate } from '../../language/formats';
import { Fact } from '../../listing/fact';
import { AccountFailure } from '../account-failure';
import { useAskAccount } from '../ask-account';
import { useAccountTexts } from '../language/account-texts';

type Paper = NonNullable<ProfileQuery['viewer']>['profile']['identityDocuments'][number];

/** The identity papers on record, with their numbers hidden but for the end until the person asks to see them. */
export function IdentityPapers({ papers }: { papers: readonly Paper[] }): JSX.Element | null {
  const texts = useAccountTexts();
  const ask = useAskAccount();
  const [numbers, setNumbers] = useState<ReadonlyMap<string, string> | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const show = async (): Promise<void> => {
    const answer = await ask(IdentityNumbersOperation, {});
    setFailure(answer.failure);
    const whole = answer.data?.viewer?.profile.identityDocuments;
    if (whole) setNumbers(new Map(whole.map(({ kind, number }) => [kind, number])));
  };
  if (papers.length === 0) return null;
  return (
    <section class="part" aria-labelledby="papers-part">
      <h2 id="papers-part">{texts.papers}</h2>
      <dl class="facts">
        {papers.map(({ kind, numberMasked, issuedOn, issuedBy }) => (
          <Fact key={kind} label={texts.paperKinds[kind]}>
            {numbers?.get(kind) ?? numberMasked}
            {issuedOn !== null && <small> · {texts.issuedOn(formatDate(issuedOn))}</small>}
            {issuedBy !== null && <small lang="vi"> · {issuedBy}</small>}
          </Fact>
        ))}
      </dl>
      <button
        type="button"
        class="plain"
        aria-pressed={numbers !== null}
        onClick={() => (numbers === null ? void show() : setNumbers(null))}
      >
        {numbers === null ? texts.showNumbers : texts.hideNumbers}
      </button>
      {failure && <AccountFailure title={texts.answerFailed} failure={failure} onRetry={() => void show()} />}
    </section>
  );
}
