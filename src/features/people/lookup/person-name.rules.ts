import { comparedForm } from '../../../shared/vietnamese/look-alikes';
import { foldMarks, lowered } from '../../../shared/vietnamese/marks';
import { canonicalTone } from '../../../shared/vietnamese/syllable';

/**
 * Whether what was typed is the name on record. What keyboards differ in does not matter: case, kinds of blanks, hyphens
 * and apostrophes, letters that only look like Đ, characters that show nothing, how marks are composed, and on which
 * vowel a tone stands (`Hòa`, `Hoà`). All else does: it is part of the proof that one knows the person.
 *
 * With `takesPlain` a name that was typed without a single mark is compared without marks. It is for those who have
 * proved more with an identity number; a name with a wrong mark (`Thứ` for `Thử`) is never right.
 */
export function isSameName(typed: string, onRecord: string, { takesPlain = false } = {}): boolean {
  const given = nameKey(typed);
  const name = nameKey(onRecord);
  return given === name || (takesPlain && given === foldMarks(given) && given === foldMarks(name));
}

function nameKey(name: string): string {
  const words = lowered(comparedForm(name)).replaceAll("'", '').replaceAll('-', ' ').trim().split(/\s+/);
  return words.map(canonicalTone).join(' ');
}
