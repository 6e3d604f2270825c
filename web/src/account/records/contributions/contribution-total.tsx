import { type JSX } from 'preact';
import { useRecordTexts } from '../language/record-texts';
import { monthsBetween } from '../pay/month.rules';
import { formatMonth } from '../record-formats';

/** How long someone has taken part, as the gateway counts it. */
export interface Total {
  readonly months: number;
  readonly years: number;
  readonly remainingMonths: number;
  readonly gaps: readonly { readonly fromMonth: string; readonly toMonth: string }[];
}

/** More gaps than these are folded up. */
const gapsAtSight = 4;

/** The total time ("Tổng thời gian tham gia: 12 năm 2 tháng") with the gaps in it. */
export function ContributionTotal({ total }: { total: Total }): JSX.Element {
  const texts = useRecordTexts();
  const gaps = (
    <ul class="gaps">
      {total.gaps.map(({ fromMonth, toMonth }) => (
        <li key={fromMonth}>
          {fromMonth === toMonth ? formatMonth(fromMonth) : `${formatMonth(fromMonth)} – ${formatMonth(toMonth)}`}
          <small>{texts.months(monthsBetween(fromMonth, toMonth))}</small>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="total">
      <p class="total-time">
        <span>{texts.totalTime}</span>
        <strong>{texts.duration(total.years, total.remainingMonths)}</strong>
      </p>
      <p class="hint">{texts.totalHelp}</p>
      {total.gaps.length === 0 && <p class="hint">{texts.noGaps}</p>}
      {total.gaps.length > 0 && (
        <details open={total.gaps.length <= gapsAtSight}>
          <summary>{texts.gaps(total.gaps.length)}</summary>
          {gaps}
        </details>
      )}
    </section>
  );
}
