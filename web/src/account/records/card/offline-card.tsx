import { type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { today } from '../../../language/formats';
import { type AccountAnswer } from '../../ask-account';
import { Problem } from '../../problem';
import { forgetKeptCard, type KeptCard, keptCard } from '../kept-card';
import { useRecordTexts } from '../language/record-texts';
import { formatMoment } from '../record-formats';
import { CardFaces } from './card-faces';
import { stateOn } from './card-facts';
import { CodePanel } from './code-panel';

/** The card that this device keeps, with the time at which it was kept, and without a code. */
export function OfflineCard({ answer }: { answer: AccountAnswer<unknown> }): JSX.Element | null {
  const texts = useRecordTexts();
  const [card, setCard] = useState<KeptCard | null | undefined>(undefined);
  useEffect(() => {
    void keptCard().then(setCard);
    addEventListener('online', answer.retry);
    return () => removeEventListener('online', answer.retry);
  }, [answer.retry]);
  if (card === undefined) return null;
  if (card === null) return <Problem answer={answer} title={texts.offlineNoCard} />;
  const forget = async (): Promise<void> => {
    await forgetKeptCard();
    setCard(null);
  };
  const { keptAt } = card;
  const inForce = stateOn(card, today()) === 'inForce';
  return (
    <>
      <p class="stored" role="status">
        {texts.keptCard(formatMoment(keptAt))}
      </p>
      <div class="card-and-code">
        <CardFaces card={card} asOf={new Date(keptAt).toISOString()} />
        <CodePanel code={null} inForce={inForce} loading={answer.loading} onRenew={answer.retry} />
      </div>
      <button type="button" class="plain forget-card" onClick={() => void forget()}>
        {texts.forgetCard}
      </button>
    </>
  );
}
