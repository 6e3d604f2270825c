import { type JSX } from 'preact';
import { useRecordTexts } from '../language/record-texts';
import { formatDong, formatMonth } from '../record-formats';
import { monthText } from './month.rules';
import { type PayStep } from './pay-steps.rules';

/** The chart of pay in numbers, for everyone who does not see it. */
export function PayTable({ steps }: { steps: readonly PayStep[] }): JSX.Element {
  const texts = useRecordTexts();
  return (
    <details class="pay-table">
      <summary>{texts.payTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.fromMonth}</th>
            <th scope="col">{texts.toMonth}</th>
            <th scope="col" class="money">
              {texts.payPerMonth}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ from, to, payVnd }) => (
            <tr key={from}>
              <td>{formatMonth(monthText(from))}</td>
              <td>{formatMonth(monthText(to))}</td>
              <td class="money">{formatDong(payVnd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
