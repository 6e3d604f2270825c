import { alternatives, formsOf, PhraseTable, readTable } from './phrase-tables';
import { queryWord, type QueryWord } from './words';

const ENGLISH = new PhraseTable<readonly (readonly string[])[]>();
for (const { english = '', vietnamese = '' } of readTable('english')) {
  const readings = vietnamese.split('|').map(formsOf);
  for (const each of alternatives(english)) ENGLISH.add(each, readings);
}

const MOST_READINGS = 3;
/** Words that link others and say nothing themselves. */
const LINKING = new Set(['of', 'the', 'in', 'at']);

/** Words that belong together: of one English phrase, or those between two. */
interface Group {
  readonly words: readonly QueryWord[];
  readonly readings: readonly (readonly string[])[] | null;
}

/**
 * A text with English words for the kind of place in the order of Vietnamese names: `Cho Ray general hospital` → bệnh viện
 * đa khoa Cho Ray. The likeliest first; none when no such word is in the text.
 */
export function readEnglish(words: readonly QueryWord[]): QueryWord[][] {
  const groups = groupsOf(words.filter(({ form }) => !LINKING.has(form)));
  if (groups.every(({ readings }) => readings === null)) return [];
  // English puts the kind last; where it comes first the order is that of Vietnamese already.
  const ordered = groups[0]?.readings ? groups : groups.toReversed();
  let texts: QueryWord[][] = [[]];
  for (const { words: own, readings } of ordered) {
    const options = readings ? readings.map((reading) => spelled(reading, own)) : [own];
    texts = options.flatMap((option) => texts.map((text) => [...text, ...option])).slice(0, MOST_READINGS);
  }
  return texts;
}

function groupsOf(words: readonly QueryWord[]): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = ENGLISH.at(words, at)[0];
    const next = phrase?.to ?? at + 1;
    const own = words.slice(at, next);
    const before = groups.at(-1);
    const numbered = before?.readings && !phrase && /^\d+$/.test(words[at]?.form ?? '');
    if (numbered) {
      // `District 1`: the number stays with its kind.
      const readings = before.readings?.map((reading) => [...reading, words[at]?.form ?? '']) ?? null;
      groups[groups.length - 1] = { words: [...before.words, ...own], readings };
    } else if (!phrase && before?.readings === null) {
      groups[groups.length - 1] = { words: [...before.words, ...own], readings: null };
    } else groups.push({ words: own, readings: phrase?.value ?? null });
    at = next;
  }
  return groups;
}

/** Vietnamese words in the place of English ones; the text shows what was typed. */
function spelled(reading: readonly string[], own: readonly QueryWord[]): QueryWord[] {
  const [first, last] = [own[0], own.at(-1)];
  const typed = own.map((word) => word.text).join(' ');
  return reading.map((text) =>
    queryWord({ text, typed, start: first?.start ?? 0, end: last?.end ?? 0, dotted: false }),
  );
}
