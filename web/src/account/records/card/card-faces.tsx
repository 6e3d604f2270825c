import { type ComponentChildren, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate, today } from '../../../language/formats';
import { type RecordTexts } from '../language/catalogue';
import { useRecordTexts } from '../language/record-texts';
import { formatCardNumber } from '../record-formats';
import { type CardFacts, stateOn } from './card-facts';

function CardFact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="card-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const validityOf = ({ validFrom, validUntil }: CardFacts, texts: RecordTexts): string =>
  validUntil === null
    ? texts.validFrom(formatDate(validFrom))
    : texts.validFromTo(formatDate(validFrom), formatDate(validUntil));

function Front({ card }: { card: CardFacts }): JSX.Element {
  const texts = useRecordTexts();
  const state = stateOn(card, today());
  return (
    <section class="card-face front" aria-label={texts.cardFront}>
      <header class="card-head">
        <h2>{texts.cardHeading}</h2>
        <span class={`card-state ${state}`}>{texts[state]}</span>
      </header>
      <dl>
        <CardFact name={texts.cardNumber}>
          <span class="card-number">{formatCardNumber(card.number)}</span>
        </CardFact>
        <CardFact name={texts.holderName}>
          <strong>{card.fullName}</strong>
        </CardFact>
        <CardFact name={texts.dateOfBirth}>{formatDate(card.dateOfBirth)}</CardFact>
        <CardFact name={texts.sex}>{texts.sexes[card.sex]}</CardFact>
        <CardFact name={texts.registeredClinic}>
          {card.registeredClinic ? `${card.registeredClinic.name} (${card.registeredClinic.code})` : texts.unknown}
        </CardFact>
        <CardFact name={texts.validity}>{validityOf(card, texts)}</CardFact>
      </dl>
    </section>
  );
}

function Back({ card, asOf }: { card: CardFacts; asOf: string }): JSX.Element {
  const texts = useRecordTexts();
  const objects: Readonly<Record<string, string | undefined>> = texts.objects;
  const object = objects[card.objectCode];
  const day = today();
  return (
    <section class="card-face back" aria-label={texts.cardBack}>
      <dl>
        <CardFact name={texts.object}>{object ? `${card.objectCode} – ${object}` : card.objectCode}</CardFact>
        <CardFact name={texts.level}>
          {card.coveragePercent === null ? (
            texts.levelOnly(card.benefitLevel)
          ) : (
            <>
              {texts.coverage(card.benefitLevel, card.coveragePercent)}{' '}
              <small>{texts.coverageDay(formatDate(asOf))}</small>
            </>
          )}
        </CardFact>
        <CardFact name={texts.fiveYears}>
          {card.fiveYearsFrom === null ? (
            texts.unknown
          ) : (
            <>
              {formatDate(card.fiveYearsFrom)}{' '}
              <small>{card.fiveYearsFrom <= day ? texts.fiveYearsReached : texts.fiveYearsAhead}</small>
            </>
          )}
        </CardFact>
        <CardFact name={texts.bhxhCode}>{card.bhxhCode}</CardFact>
        <CardFact name={texts.clinicAddress}>{card.registeredClinic?.address ?? texts.unknown}</CardFact>
      </dl>
      <p class="card-note">{texts.independentCard}</p>
    </section>
  );
}

/** Properties of the card; `asOf` is the day or instant at which its facts held. */
export interface CardFacesProps {
  card: CardFacts;
  asOf: string;
}

/** The card as a picture that can be turned. Who cannot see it gets both sides in order, whichever lies on top. */
export function CardFaces({ card, asOf }: CardFacesProps): JSX.Element {
  const texts = useRecordTexts();
  const [turned, setTurned] = useState(false);
  return (
    <div class="health-card">
      <div class={turned ? 'card-stage turned' : 'card-stage'} onClick={() => setTurned(!turned)}>
        <Front card={card} />
        <Back card={card} asOf={asOf} />
      </div>
      <button type="button" class="plain turn" onClick={() => setTurned(!turned)}>
        {turned ? texts.turnToFront : texts.turnToBack}
      </button>
    </div>
  );
}
