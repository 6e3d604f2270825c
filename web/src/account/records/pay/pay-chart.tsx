import { type JSX } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import { useRecordTexts } from '../language/record-texts';
import { formatDong, formatMonth } from '../record-formats';
import { monthText } from './month.rules';
import { PayDrawing } from './pay-drawing';
import { payGaps, type PaySpan, type PayStep, paySteps, sharesMonths } from './pay-steps.rules';
import { PayTable } from './pay-table';
import { useWidth } from './use-width';

const month = (number: number): string => formatMonth(monthText(number));

/** The pay that was paid for, month by month, as steps; the same as words and as a table. Nothing without any pay. */
export function PayChart({ spans }: { spans: readonly PaySpan[] }): JSX.Element | null {
  const texts = useRecordTexts();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const steps = useMemo(() => paySteps(spans), [spans]);
  const gaps = payGaps(steps);
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last) return null;
  const pays = steps.map(({ payVnd }: PayStep) => payVnd);
  return (
    <figure class="pay">
      <figcaption>
        <h2 id={id}>{texts.payChart}</h2>
        <p class="hint">
          {texts.paySummary(
            month(first.from),
            month(last.to),
            formatDong(Math.min(...pays)),
            formatDong(Math.max(...pays)),
            formatDong(last.payVnd),
          )}{' '}
          {sharesMonths(spans) && `${texts.paySummed} `}
          {gaps.length > 0 && texts.payGapsDrawn(gaps.length)}
        </p>
      </figcaption>
      <div ref={frame} class="pay-frame">
        {width !== null && width > 0 && (
          <PayDrawing steps={steps} gaps={gaps} width={width} label={texts.payChart} axis={texts.payAxis} />
        )}
      </div>
      <PayTable steps={steps} />
    </figure>
  );
}
