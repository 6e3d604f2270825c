import { toneOf, withoutTones, foldMarks } from '../../../shared/vietnamese/marks';

const COSTS = {
  toneLeftOut: 0.015,
  shapeLeftOut: 0.015,
  toneDiffers: 0.07,
  shapeDiffers: 0.06,
  markAdded: 0.08,
} as const;
const UNMARKED = 0.985;
const LEAST = 0.75;

/**
 * How well the marks of a typed word agree with those of a word with the same letters: 1 for the same, a little less
 * when no marks were typed at all (then every word with these letters is as good), less for each mark that differs.
 */
export function marksAgreement(typed: string, meant: string): number {
  if (typed === meant) return 1;
  const folded = foldMarks(typed);
  if (folded === typed) return folded === meant ? 1 : UNMARKED;
  if (typed.length !== meant.length) return UNMARKED;
  let cost = 0;
  const [typedShapes, meantShapes] = [withoutTones(typed), withoutTones(meant)];
  let [typedTone, meantTone] = [0, 0];
  for (let at = 0; at < typed.length; at++) {
    typedTone ||= toneOf(typed.charAt(at));
    meantTone ||= toneOf(meant.charAt(at));
    const [shape, other] = [typedShapes.charAt(at), meantShapes.charAt(at)];
    if (shape === other || folded.charAt(at) === 'y' || folded.charAt(at) === 'i') continue;
    if (shape === folded.charAt(at)) cost += COSTS.shapeLeftOut;
    else cost += other === folded.charAt(at) ? COSTS.markAdded : COSTS.shapeDiffers;
  }
  if (typedTone !== meantTone) {
    if (typedTone === 0) cost += COSTS.toneLeftOut;
    else cost += meantTone === 0 ? COSTS.markAdded : COSTS.toneDiffers;
  }
  return Math.max(LEAST, 1 - cost);
}
