import { wordKey } from '../../../shared/vietnamese/syllable';
import { formsOf, PhraseTable, readTable } from './tables';

/** Names that people use for places, as what a text may hold, with the words of the name of today. */
export const OTHER_NAMES = new PhraseTable<readonly string[]>();

/** Keys of a place's bare name, joined by blanks → further names, each as a list of keys. */
export const PLACE_ALIASES = new Map<string, (readonly string[])[]>();

for (const { name = '', other = '' } of readTable('place-names')) {
  const [forms, others] = [formsOf(name), formsOf(other)];
  OTHER_NAMES.add(other, forms);
  const key = forms.map(wordKey).join(' ');
  const known = PLACE_ALIASES.get(key);
  if (known) known.push(others.map(wordKey));
  else PLACE_ALIASES.set(key, [others.map(wordKey)]);
}
