import { SearchIntent } from './search-intent';
import { alternatives, PhraseTable, readTable } from './tables';

/** A phrase that asks: what for, when it says so, and where in a text it asks. */
interface Asking {
  readonly intent: SearchIntent | null;
  readonly where: string;
}

const INTENTS: ReadonlyMap<string, SearchIntent> = new Map(Object.entries(SearchIntent));
const PHRASES = new PhraseTable<Asking>();
for (const { phrase = '', intent = '', where = '' } of readTable('phrases')) {
  for (const each of alternatives(phrase)) PHRASES.add(each, { intent: INTENTS.get(intent) ?? null, where });
}

/** What a text asks for, and which of its words do the asking. */
export interface Asked {
  readonly intents: readonly SearchIntent[];
  /** For each word whether it is part of a phrase that asks. */
  readonly asking: readonly boolean[];
}

/** Finds the phrases that ask, longer ones first. Takes small words with their tones in canonical place. */
export function readIntents(forms: readonly string[]): Asked {
  const asking = forms.map(() => false);
  const intents = new Set<SearchIntent>();
  const mark = (from: number, to: number, { intent }: Asking): void => {
    asking.fill(true, from, to);
    if (intent !== null) intents.add(intent);
  };
  for (let at = 0; at < forms.length;) {
    const phrase = PHRASES.at(forms, at).find(
      ({ value }) => value.where === '' || (value.where === 'START' && asking.slice(0, at).every(Boolean)),
    );
    if (phrase) mark(phrase.from, phrase.to, phrase.value);
    at = phrase?.to ?? at + 1;
  }
  for (let end = forms.length; end > 0;) {
    const last = asking[end - 1] === true ? end - 1 : trailing(forms, end, mark);
    if (last === end) break;
    end = last;
  }
  return { intents: [...intents], asking };
}

/** Marks the longest phrase that ends a text at `end`; returns where it begins, `end` for none. */
function trailing(
  forms: readonly string[],
  end: number,
  mark: (from: number, to: number, asking: Asking) => void,
): number {
  for (let from = 0; from < end; from++) {
    const phrase = PHRASES.at(forms, from).find(({ to, value }) => to === end && value.where === 'END');
    if (!phrase) continue;
    mark(from, end, phrase.value);
    return from;
  }
  return end;
}
