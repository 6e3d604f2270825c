import { type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chooseCardKept, keepCard, keptCard, wantsCardKept } from '../kept-card';
import { useRecordTexts } from '../language/record-texts';
import { formatMoment } from '../record-formats';
import { type CardFacts } from './card-facts';

/** Keeps the card that is shown for times without a network, says so, and lets the person have it not kept. */
export function KeepPanel({ card, shownAt }: { card: CardFacts; shownAt: string }): JSX.Element {
  const texts = useRecordTexts();
  const [wanted, setWanted] = useState(true);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  useEffect(() => {
    let isShown = true;
    const keep = async (): Promise<void> => {
      const isWanted = await wantsCardKept();
      if (!isShown) return;
      setWanted(isWanted);
      if (isWanted) await keepCard({ ...card, keptAt: Date.now() });
      const kept = await keptCard();
      if (isShown) setKeptAt(kept?.keptAt ?? null);
    };
    void keep();
    return () => {
      isShown = false;
    };
  }, [shownAt, wanted]);
  const choose = async (isWanted: boolean): Promise<void> => {
    await chooseCardKept(isWanted);
    setWanted(isWanted);
  };
  return (
    <section class="keep-panel">
      <h2>{texts.keepTitle}</h2>
      <label class="switch">
        <input type="checkbox" checked={wanted} onChange={(event) => void choose(event.currentTarget.checked)} />
        {texts.keepSwitch}
      </label>
      <p class="hint">{texts.keepHelp}</p>
      <p class="hint" role="status">
        {keptAt === null ? texts.notKept : texts.keptNow(formatMoment(keptAt))}
      </p>
    </section>
  );
}
