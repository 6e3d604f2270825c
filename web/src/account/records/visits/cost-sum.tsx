import { type JSX } from 'preact';
import { useRecordTexts } from '../language/record-texts';
import { formatDong } from '../record-formats';

/** What a visit cost each side, whole đồng. */
export interface Cost {
  readonly coveredVnd: number;
  readonly ownVnd: number;
}

/** What insurance and the patient paid for all these visits together. */
export function CostSum({ visits }: { visits: readonly Cost[] }): JSX.Element {
  const texts = useRecordTexts();
  const covered = visits.reduce((sum, { coveredVnd }) => sum + coveredVnd, 0);
  const own = visits.reduce((sum, { ownVnd }) => sum + ownVnd, 0);
  return (
    <dl class="cost-sum">
      <div>
        <dt>{texts.covered}</dt>
        <dd>{formatDong(covered)}</dd>
      </div>
      <div>
        <dt>{texts.own}</dt>
        <dd>{formatDong(own)}</dd>
      </div>
    </dl>
  );
}
