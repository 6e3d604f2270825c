import { lowered } from '../../shared/vietnamese/marks';
import { wordKey } from '../../shared/vietnamese/syllable';
import { readAbbreviation } from '../../features/directory/search/read/abbreviations';
import { wordsOf } from '../../features/directory/search/read/words';
import { type BenchmarkListing } from './benchmark-data';

/** A name as words that are compared: without marks, abbreviations written out the likeliest way. */
export function normalWords(name: string): string[] {
  return wordsOf(name.normalize('NFC')).flatMap((word) => {
    const reading = readAbbreviation(word.text, word.dotted)[0];
    return (reading ?? [lowered(word.text)]).map(wordKey);
  });
}

/** Which listings a query may rightly find: those whose normal name is the same as the target's. */
export class NormalNames {
  private readonly byName = new Map<string, number[]>();
  private readonly names: string[];
  private readonly byFullName = new Map<string, number[]>();

  constructor(private readonly listings: readonly BenchmarkListing[]) {
    this.names = listings.map((listing) => normalWords(listing.name).join(' '));
    for (const [at, name] of this.names.entries()) {
      if (!listings[at]?.current) continue;
      put(this.byName, name, at);
      put(this.byFullName, lowered(listings[at].name), at);
    }
  }

  nameOf(at: number): string {
    return this.names[at] ?? '';
  }

  /** All current listings whose name is written the same, but for capitals. */
  ofSameName(at: number): readonly number[] {
    return this.byFullName.get(lowered(this.listings[at]?.name ?? '')) ?? [];
  }

  /** All current listings of this normal name. */
  named(name: string): readonly number[] {
    return this.byName.get(name) ?? [];
  }

  /** All current listings whose normal name passes. */
  where(accepts: (name: string) => boolean): number[] {
    return [...this.byName].filter(([name]) => accepts(name)).flatMap(([, listings]) => listings);
  }
}

function put(lists: Map<string, number[]>, name: string, at: number): void {
  const known = lists.get(name);
  if (known) known.push(at);
  else lists.set(name, [at]);
}
