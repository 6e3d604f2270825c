import {
  DISTANCE_SHARE,
  ENDED,
  HALF_DISTANCE_METERS,
  LOST_ORDER,
  UNUSED_NAME,
  WHOLE_FROM,
  WHOLE_MOST,
} from '../tuning';
/** How the words of a name answer those of a text; all weights count words by how much they tell. */
interface WordEvidence {
  /** Weight of all words of the text. */
  readonly asked: number;
  /** Weight of the words that the listing answers, each times how well it does. */
  readonly answered: number;
  /** Weight of the words of the name, and of those that the text uses. */
  readonly nameWeight: number;
  readonly usedWeight: number;
  /** Neighbouring words of the text that are answered by the name, and those that are neighbours there too. */
  readonly pairs: number;
  readonly kept: number;
}

/**
 * The part of the score that comes from words, 0..1: the share of the text that the name answers counts most, then how
 * little else the name says, then whether the order of the words was kept.
 */
export function wordScore(evidence: WordEvidence): number {
  if (evidence.asked <= 0) return 0;
  const share = Math.min(1, evidence.answered / evidence.asked);
  const unused = evidence.nameWeight <= 0 ? 1 : 1 - Math.min(1, evidence.usedWeight / evidence.nameWeight);
  const disorder = evidence.pairs === 0 ? 0 : 1 - evidence.kept / evidence.pairs;
  return share * Math.sqrt(share) * (1 - UNUSED_NAME * unused) * (1 - LOST_ORDER * disorder);
}

/** The score of the words with what a name that is alike as a whole makes up for. */
export function madeUpFor(words: number, whole: number): number {
  return words + (1 - words) * WHOLE_MOST * (Math.max(0, whole - WHOLE_FROM) / (1 - WHOLE_FROM));
}

/** How alike a name must be as a whole to bring the score of its words to `score`: less than that makes up for too little. */
export function wholeFor(words: number, score: number): number {
  const weight = words >= 1 ? 0 : (score - words) / (1 - words) / WHOLE_MOST;
  return WHOLE_FROM + (1 - WHOLE_FROM) * Math.max(0, weight);
}

/** The best score a listing can reach that answers this share of the text and is so much alike as a whole. */
export function mostScored(share: number, whole: number): number {
  return madeUpFor(bestScoreOf(share), whole);
}

/** The best score a listing can reach when it answers this share of the text, whatever else it says. */
export function bestScoreOf(share: number): number {
  return share >= 1 ? 1 : share * Math.sqrt(share);
}

/** The share of the text that a listing must answer to reach this score; above 1 when none can. */
export function shareFor(score: number): number {
  return score <= 0 ? 0 : score ** (2 / 3);
}

/** The score with what lies outside the text: listings that have ended and far ones come behind equal ones. */
export function adjusted(textScore: number, ended: boolean, distanceMeters: number | null | undefined): number {
  const present = ended ? textScore * ENDED : textScore;
  if (distanceMeters === undefined) return present;
  const nearness = distanceMeters === null ? 0 : 1 / (1 + distanceMeters / HALF_DISTANCE_METERS);
  return present * (1 - DISTANCE_SHARE * (1 - nearness));
}
