import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useAccountTexts } from '../language/account-texts';
import { PageHeading } from '../page-heading';
import { FindCodeForm } from './find-code-form';
import { FoundCode, type Finding } from './found-code';

/** Finding one's own BHXH code (tra cứu mã số BHXH): enough exact facts, or nothing. */
export function FindCodePage(): JSX.Element {
  const texts = useAccountTexts();
  const [finding, setFinding] = useState<Finding | null>(null);
  return (
    <section class="sheet">
      <PageHeading key={finding ? 'found' : 'form'} title={texts.places.findCode} alwaysFocused={finding !== null} />
      {finding ? (
        <FoundCode finding={finding} onAgain={() => setFinding(null)} />
      ) : (
        <>
          <p class="lead">{texts.findCodeHelp}</p>
          <FindCodeForm onFinding={setFinding} />
          <p class="hint">{texts.findCodeLogged}</p>
        </>
      )}
    </section>
  );
}
