import { type JSX } from 'preact';
import { formatMillions, payMarks, yearMarks } from './pay-scale.rules';
import { type PayStep } from './pay-steps.rules';

/** Room around the drawing for the marks of the axes, in CSS pixels. */
const room = { left: 44, right: 12, top: 26, bottom: 26 };
/** Two marks of years need this much room. */
const pixelsOfYear = 52;

/** Properties of the drawing; `width` in CSS pixels. */
export interface PayDrawingProps {
  steps: readonly PayStep[];
  gaps: readonly { from: number; to: number }[];
  width: number;
  label: string;
  axis: string;
}

/** The steps of pay as an SVG picture: a line that jumps and never slopes, and nothing where nothing was paid. */
export function PayDrawing({ steps, gaps, width, label, axis }: PayDrawingProps): JSX.Element {
  const height = width < 500 ? 200 : 260;
  const from = steps[0]?.from ?? 0;
  const end = (steps.at(-1)?.to ?? from) + 1;
  const marks = payMarks(Math.max(...steps.map(({ payVnd }) => payVnd)));
  const top = marks.at(-1) ?? 1;
  const floor = height - room.bottom;
  const x = (month: number): number => room.left + ((month - from) / (end - from)) * (width - room.left - room.right);
  const y = (payVnd: number): number => floor - (payVnd / top) * (floor - room.top);
  const years = yearMarks(from, end, Math.floor((width - room.left - room.right) / pixelsOfYear));
  return (
    <svg class="pay-drawing" role="img" aria-label={label} width={width} height={height}>
      <text class="pay-axis" x={4} y={14}>
        {axis}
      </text>
      {marks.map((mark) => (
        <g key={mark}>
          <line class="pay-grid" x1={room.left} x2={width - room.right} y1={y(mark)} y2={y(mark)} />
          <text class="pay-mark" x={room.left - 6} y={y(mark) + 4} text-anchor="end">
            {formatMillions(mark)}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <g key={year}>
          <line class="pay-tick" x1={x(year * 12)} x2={x(year * 12)} y1={floor} y2={floor + 5} />
          <text class="pay-mark" x={x(year * 12)} y={height - 6} text-anchor={yearAnchor(x(year * 12), width)}>
            {year}
          </text>
        </g>
      ))}
      {gaps.map((gap) => (
        <rect
          key={gap.from}
          class="pay-gap"
          x={x(gap.from)}
          y={room.top}
          width={Math.max(1, x(gap.to + 1) - x(gap.from))}
          height={floor - room.top}
        />
      ))}
      {steps.map((step) => (
        <rect
          key={step.from}
          class="pay-area"
          x={x(step.from)}
          y={y(step.payVnd)}
          width={x(step.to + 1) - x(step.from)}
          height={floor - y(step.payVnd)}
        />
      ))}
      <path class="pay-line" d={outline(steps, x, y)} />
    </svg>
  );
}

/** A year at the very edge is written inwards, so that it is not cut off. */
function yearAnchor(position: number, width: number): 'start' | 'middle' | 'end' {
  if (position > width - 28) return 'end';
  return position < room.left + 8 ? 'start' : 'middle';
}

/** One stroke along the steps; it is lifted over a gap. */
function outline(steps: readonly PayStep[], x: (month: number) => number, y: (payVnd: number) => number): string {
  return steps
    .map((step, index) => {
      const joined = steps[index - 1]?.to === step.from - 1;
      return `${joined ? 'V' : `M${x(step.from)} `}${y(step.payVnd)}H${x(step.to + 1)}`;
    })
    .join('');
}
