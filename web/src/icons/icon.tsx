import { type JSX } from 'preact';

/** Strokes on a 24 × 24 grid, drawn with round ends. */
const strokes = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  clear: 'M6 6l12 12M18 6 6 18',
  locate: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM12 2v4M12 18v4M2 12h4M18 12h4',
  phone: 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z',
  directions: 'M12 2.5 21.5 12 12 21.5 2.5 12ZM9 14v-3h6M12.5 8.5 15 11l-2.5 2.5',
  place: 'M12 21c-4-4.5-6-7.5-6-10.5a6 6 0 0 1 12 0c0 3-2 6-6 10.5ZM12 8.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  share: 'M12 15V3M8 6.5 12 3l4 3.5M6 11H5v10h14V11h-1',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7Z',
  flag: 'M5 21V4h13l-3 4 3 4H5',
  back: 'M15 5 8 12l7 7',
  filter: 'M4 6h16M7 12h10M10 18h4',
  expand: 'M4 9V4h5M20 15v5h-5M4 4l6 6M20 20l-6-6',
  warning: 'M12 4 2.5 20h19L12 4ZM12 10v5M12 17.5v.5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  zoom: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20M10.5 8v5M8 10.5h5',
} as const;

/** Names of the page's icons. */
export type IconName = keyof typeof strokes;

/** A decorative icon in the colour of the text. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon stroke" viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes[name]} />
    </svg>
  );
}
