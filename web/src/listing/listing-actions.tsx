import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/icon';
import { useLanguage, useTexts } from '../language/language-context';
import { shareAddress } from '../page/page-address';
import { kindOf } from '../results/result';
import { telephoneLink } from './links';
import { type ListingFacts } from './use-details';
import { CallFirst, WayThere } from './way-there';

type Sharing = 'idle' | 'copied' | 'failed';

/** Opens the device's own sharing where there is one, else copies the link. */
async function share(title: string, url: string): Promise<Sharing> {
  if ('share' in navigator && matchMedia('(pointer: coarse)').matches) {
    try {
      await navigator.share({ title, url });
      return 'idle';
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') return 'idle';
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'failed';
  }
}

/** The listing's own numbers, else those of the office that manages it. */
function numbersToCall(facts: ListingFacts): string[] {
  const managing = 'managingOffice' in facts ? (facts.managingOffice?.phones ?? []) : [];
  return (facts.phones.length > 0 ? facts.phones : managing).map(({ number }) => number);
}

/** What a person does with a listing: call, go, pass on, print, correct. */
export function ListingActions({ facts, onReport }: { facts: ListingFacts; onReport: () => void }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const [sharing, setSharing] = useState<Sharing>('idle');
  const [phone] = facts.phones;
  const url = new URL(shareAddress({ kind: kindOf(facts), code: facts.code }, language), location.origin).href;
  return (
    <div class="actions">
      {phone && (
        <a class="strong" href={telephoneLink(phone.number)} aria-label={texts.callNumber(phone.number)}>
          <Icon name="phone" />
          {texts.call}
        </a>
      )}
      <WayThere to={facts} strong={!phone} />
      <button type="button" class="plain" onClick={() => void share(facts.name, url).then(setSharing)}>
        <Icon name="share" />
        {texts.share}
      </button>
      <button type="button" class="plain" onClick={() => print()}>
        <Icon name="print" />
        {texts.print}
      </button>
      <button type="button" class="plain" onClick={onReport}>
        <Icon name="flag" />
        {texts.reportMistake}
      </button>
      <p class="action-answer" role="status">
        {sharing === 'copied' && texts.linkCopied}
        {sharing === 'failed' && texts.linkNotCopied}
      </p>
      <CallFirst to={facts} numbers={numbersToCall(facts)} />
    </div>
  );
}
