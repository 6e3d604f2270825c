import { wordKey } from '../../../shared/vietnamese/syllable';

/** What is known of words: in how many names they are, and how often one follows another. */
export interface Lexicon {
  frequency(key: string): number;
  pairFrequency(left: string, right: string): number;
}

interface Path {
  readonly parts: readonly string[];
  readonly cost: number;
}

const MOST_PATHS = 3;
const LONGEST_PART = 9;
const LONGEST_WORD = 150;
const PART_COST = 4;

/** Words that were run together (`bachmai`, `benhvien`) taken apart into known words: the likeliest ways, best first. */
export function splitWord(text: string, lexicon: Lexicon): string[][] {
  if (text.length > LONGEST_WORD) return [];
  const reached: Path[][] = [[{ parts: [], cost: 0 }]];
  for (let end = 1; end <= text.length; end++) {
    const paths: Path[] = [];
    for (let start = Math.max(0, end - LONGEST_PART); start < end; start++) {
      const part = text.slice(start, end);
      const key = wordKey(part);
      const frequency = (reached[start]?.length ?? 0) > 0 && isPart(part) ? lexicon.frequency(key) : 0;
      if (frequency === 0) continue;
      for (const path of reached[start] ?? []) paths.push(longer(path, part, key, frequency, lexicon));
    }
    reached[end] = paths.sort((left, right) => left.cost - right.cost).slice(0, MOST_PATHS);
  }
  return (reached[text.length] ?? []).filter((path) => path.parts.length > 1).map((path) => [...path.parts]);
}

/** A single letter is a word of its own only where it is one: y tế; a number only whole. */
function isPart(part: string): boolean {
  return part.length > 1 || part === 'y' || /^\d$/.test(part);
}

function longer(path: Path, part: string, key: string, frequency: number, lexicon: Lexicon): Path {
  const before = path.parts.at(-1);
  const pair = before === undefined ? 0 : lexicon.pairFrequency(wordKey(before), key);
  // A neighbour that is known vouches for the word; else common words are likelier than rare ones.
  const cost = pair > 0 ? PART_COST / 2 / Math.log2(2 + pair) : PART_COST / Math.log2(2 + frequency) + PART_COST / 2;
  return { parts: [...path.parts, part], cost: path.cost + 1 + cost };
}
