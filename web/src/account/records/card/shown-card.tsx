import { type JSX } from 'preact';
import { type ShownCardFragment } from '../../../generated/records-operations';
import { today } from '../../../language/formats';
import { type AccountAnswer } from '../../ask-account';
import { CardFaces } from './card-faces';
import { factsOf, type Holder } from './card-facts';
import { CodePanel } from './code-panel';
import { useLivingCode } from './living-code';

/** Properties of a card that came from the gateway; `answer` brings a new code. */
export interface ShownCardProps {
  holder: Holder;
  card: ShownCardFragment;
  answer: AccountAnswer<unknown>;
}

/** A card with its code, which is renewed before it ends. */
export function ShownCard({ holder, card, answer }: ShownCardProps): JSX.Element {
  const hasEnded = useLivingCode(card.inForce ? card.token : null, answer.retry);
  const code = { svg: card.qrCodeSvg, holderName: holder.fullName, endsAt: card.tokenExpiresAt, hasEnded };
  return (
    <div class="card-and-code">
      <CardFaces card={factsOf(holder, card)} asOf={today()} />
      <CodePanel code={code} inForce={card.inForce} loading={answer.loading} onRenew={answer.retry} />
    </div>
  );
}
