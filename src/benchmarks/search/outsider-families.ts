import { foldMarks, lowered, withoutTones } from '../../shared/vietnamese/marks';
import { below, chance, oneOf, type RandomSource } from '../../seeding/random';
import { type QueryFamily } from './query-families';
import { telexKeys } from './typing-noise';

/**
 * Queries as someone would make them who knows nothing of this search: slips fall on any character, and only listings
 * of the very same name (in the same province, where one is given) are right answers.
 */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** The phrases that everyone shortens. */
const SHORTS: readonly (readonly [string, string])[] = [
  ['phòng khám đa khoa', 'PKĐK'],
  ['bệnh viện đa khoa', 'BVĐK'],
  ['trung tâm y tế', 'TTYT'],
  ['trạm y tế', 'TYT'],
  ['bệnh viện', 'BV'],
  ['phòng khám', 'PK'],
  ['thành phố', 'TP'],
  ['thị trấn', 'TT'],
  ['đa khoa', 'ĐK'],
  ['khu vực', 'KV'],
  ['công ty', 'CTY'],
];

function edited(text: string, edits: number, random: RandomSource): string {
  let result = text;
  for (let edit = 0; edit < edits; edit++) {
    const at = below(random, result.length);
    const [before, after] = [result.slice(0, at), result.slice(at + 1)];
    const roll = below(random, 4);
    if (roll === 0) result = before + after;
    else if (roll === 1) result = before + oneOf(random, LETTERS) + result.slice(at);
    else if (roll === 2) result = before + oneOf(random, LETTERS) + after;
    else result = before + after.slice(0, 1) + result.charAt(at) + after.slice(1);
  }
  return result;
}

function shortened(name: string): string | null {
  let text = lowered(name);
  for (const [phrase, short] of SHORTS) text = text.replaceAll(phrase, short);
  return text === lowered(name) ? null : text;
}

/** A family whose only right answers are the listings of the same name. */
function strict(make: (name: string, random: RandomSource) => string | null): QueryFamily {
  return ({ name, random, names, target }) => {
    const text = make(name, random);
    return text === null ? null : { text, accepted: names.ofSameName(target) };
  };
}

/** A family that names the province or the district (of today or of before) too. */
function placed(edits: number): QueryFamily {
  return ({ name, random, names, target, listings, data }) => {
    const unit = data.units.get(listings[target]?.unitKey ?? null);
    const province = unit && data.units.province(unit);
    if (!province) return null;
    const above = data.units.predecessors(unit).map((old) => data.units.parent(old));
    const place = oneOf(random, [province, ...above.filter((each) => each !== undefined)]);
    const covered = data.units.coverage(province);
    const text = `${edited(foldMarks(name), edits, random)} ${foldMarks(place.name)}`;
    return { text, accepted: names.ofSameName(target).filter((each) => covered.has(listings[each]?.unitKey ?? '')) };
  };
}

/** The families of the outsider, by name. */
export const OUTSIDER_FAMILIES: Readonly<Record<string, QueryFamily>> = {
  'one edit': strict((name, random) => edited(foldMarks(name), 1, random)),
  'two edits': strict((name, random) => edited(foldMarks(name), 2, random)),
  'one edit, marked': strict((name, random) => edited(lowered(name), 1, random)),
  'two edits, marked': strict((name, random) => edited(lowered(name), 2, random)),
  'without tones': strict((name) => withoutTones(lowered(name))),
  'shortened, marked': strict((name) => shortened(name)),
  'shortened, edit': strict((name, random) => {
    const text = shortened(name);
    return text === null ? null : edited(foldMarks(text), 1, random);
  }),
  'keys of telex': strict((name) =>
    lowered(name)
      .split(' ')
      .map((word) => telexKeys(word, true))
      .join(' '),
  ),
  'first 60-80 %': strict((name, random) => foldMarks(name).slice(0, Math.ceil(name.length * (0.6 + random() * 0.2)))),
  shuffled: strict((name, random) =>
    foldMarks(name)
      .split(' ')
      .map((word) => ({ word, place: random() }))
      .sort((left, right) => left.place - right.place)
      .map(({ word }) => word)
      .join(' '),
  ),
  'without a word': strict((name, random) => {
    const words = lowered(name).split(' ');
    if (words.length < 4) return null;
    const gone = below(random, words.length);
    const left = words.filter((_, at) => at !== gone).join(' ');
    return chance(random, 0.5) ? foldMarks(left) : left;
  }),
  'name and place': placed(0),
  'edit, name and place': placed(1),
};
