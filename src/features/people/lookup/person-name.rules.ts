import { lowered } from '../../../shared/vietnamese/marks';
import { canonicalTone } from '../../../shared/vietnamese/syllable';

/** Whether two spellings are one name: case, blanks and the place of a tone (`Hòa`, `Hoà`) do not matter; all else does. */
export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

function nameKey(name: string): string {
  return lowered(name).trim().split(/\s+/).map(canonicalTone).join(' ');
}
