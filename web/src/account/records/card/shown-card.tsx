import { type JSX } from 'preact';
import { type ShownCardFragment } from '../../../generated/records-operations';
import { today } from '../../../language/formats';
import { type AccountAnswer } from '../../ask-account';
import { useRecordTexts } from '../language/record-texts';
import { CardFaces } from './card-faces';
import { factsOf, type Holder } from './card-facts';
import { CodePanel } from './code-panel';
import { useLivingCode } from './living-code';

/** Properties of a card that came from the gateway; `answer` brings a new code. */
export interface ShownCardProps {
  holder: Holder;
  card: ShownCardFragment;
  answer: AccountAnswer<unknown>;
  /** Whether the code is renewed before it ends, or only when the person asks. */
  renewsItself: boolean;
}

/** A card with its code to show. */
export function ShownCard({ holder, card, answer, renewsItself }: ShownCardProps): JSX.Element {
  const texts = useRecordTexts();
  const hasEnded = useLivingCode(card.inForce ? card.token : null, renewsItself ? answer.retry : null);
  const code = { svg: card.qrCodeSvg, holderName: holder.fullName, endsAt: card.tokenExpiresAt, hasEnded };
  return (
    <div class="card-and-code">
      <CardFaces card={factsOf(holder, card)} asOf={today()} />
      <CodePanel
        code={code}
        help={renewsItself ? texts.qrHelp : texts.qrHelpOnce}
        inForce={card.inForce}
        loading={answer.loading}
        onRenew={answer.retry}
      />
    </div>
  );
}
