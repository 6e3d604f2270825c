import { type JSX } from 'preact';
import { useTexts } from '../language/language-context';

/** Says that an entry is demonstration data, not a real place. */
export function DemonstrationMark(): JSX.Element {
  return <span class="mark-demonstration">{useTexts().demonstration}</span>;
}
