import { foldMarks, lowered } from '../../shared/vietnamese/marks';
import { below, chance, oneOf, type RandomSource } from '../../seeding/random';
import { officesInPlaceOf } from './offices-in-place';
import { normalWords } from './normal-names';
import { type QueryFamily } from './query-families';
import { slipped } from './typing-noise';

/**
 * Queries as people put them to a box for everything: questions around a name, English words for the kind of place, what
 * ended, a code in a sentence. Made over all kinds at once.
 */
const OPENINGS = ['', '', '', 'cho em hỏi ', 'xin hỏi ', 'cho mình hỏi ', 'ad ơi ', 'cho tôi hỏi '];
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['', ' ở chỗ nào'],
  ['', ' nằm ở đâu'],
  ['đường tới ', ''],
  ['chỉ đường đến ', ''],
  ['cách đi ', ''],
  ['sđt ', ''],
  ['số điện thoại của ', ''],
  ['', ' số điện thoại bao nhiêu'],
  ['hotline ', ''],
  ['giờ làm việc của ', ''],
  ['', ' mở cửa lúc mấy giờ'],
  ['', ' có làm việc thứ 7 không'],
  ['', ' có nhận bảo hiểm y tế không'],
  ['', ' có khám bhyt không'],
  ['khám bảo hiểm ở ', ' được không'],
  ['địa chỉ ', ''],
  ['địa chỉ của ', ' ở đâu'],
  ['tìm ', ''],
  ['', ' gần đây'],
  ['where is ', ''],
  ['phone number of ', ''],
];

const HEADS: readonly (readonly [string, readonly string[]])[] = [
  ['bệnh viện đa khoa', ['general hospital']],
  ['bệnh viện', ['hospital']],
  ['phòng khám đa khoa', ['polyclinic', 'general clinic']],
  ['phòng khám', ['clinic']],
  ['trạm y tế xã', ['commune health station', 'commune health center']],
  ['trạm y tế phường', ['ward health station']],
  ['trung tâm y tế', ['medical center', 'health center']],
  ['bưu điện', ['post office']],
];

/** The name in another voice: small letters, half of the time without marks. */
function typed(name: string, random: RandomSource): string {
  return chance(random, 0.5) ? foldMarks(name) : lowered(name);
}

/** One slip in one of the longer words. */
function withOneSlip(text: string, random: RandomSource): string {
  const words = text.split(' ');
  const able = words.flatMap((word, at) => (word.length > 3 && /^\p{L}+$/u.test(word) ? [at] : []));
  if (able.length === 0) return text;
  const at = oneOf(random, able);
  return words.map((word, place) => (place === at ? slipped(word, random) : word)).join(' ');
}

/** The families of askers, by name. */
export const ASKING_FAMILIES: Readonly<Record<string, QueryFamily>> = {
  question: ({ name, random }) => {
    const [before, after] = oneOf(random, QUESTIONS);
    const text = `${oneOf(random, OPENINGS)}${before}${lowered(name)}${after}`;
    return { text: `${chance(random, 0.5) ? foldMarks(text) : text}${chance(random, 0.2) ? '?' : ''}` };
  },
  'question, slip': ({ name, random }) => {
    const [before, after] = oneOf(random, QUESTIONS);
    return { text: `${foldMarks(before)}${withOneSlip(foldMarks(name), random)}${foldMarks(after)}` };
  },
  'English kind': ({ name, random, names }) => {
    const small = lowered(name);
    const head = HEADS.find(([phrase]) => small.startsWith(`${phrase} `));
    if (!head) return null;
    const [phrase, english] = head;
    const rest = foldMarks(small.slice(phrase.length + 1));
    if (/[^a-z ]/.test(rest)) return null;
    const kind = oneOf(random, english);
    const text = chance(random, 0.75) ? `${rest} ${kind}` : `${kind} ${rest}`;
    // "health station", "clinic" and "hospital" do not tell which of their kinds is meant.
    const [stem, own] = [normalWords(phrase).slice(0, 2).join(' '), normalWords(rest).join(' ')];
    return { text, accepted: names.where((each) => each.startsWith(`${stem} `) && each.endsWith(` ${own}`)) };
  },
  'code in a sentence': ({ target, listings, random }) => {
    const code = listings[target]?.code ?? '';
    if (!/^[0-9A-Z]{5,}$/.test(code) || !/\d{3}/.test(code)) return null;
    const form = oneOf(random, [
      'mã % là ở đâu',
      'cho hỏi mã số %',
      'ma % o dau',
      '% là bệnh viện nào',
      'tra cứu mã %',
    ]);
    return { text: form.replace('%', chance(random, 0.5) ? code : code.toLowerCase()), accepted: [target] };
  },
  'former office': ({ listings, random, data }) => {
    const offices = data.listings.get('offices') ?? [];
    const old = offices.flatMap(({ current, name, formerName }, at) =>
      current && !formerName ? [] : [{ at, name, formerName }],
    );
    const { at, name, formerName } = oneOf(random, old);
    const text = formerOfficeQuery(formerName ?? name, random);
    const words = normalWords(formerName ?? name).join(' ');
    const renamed = listings.flatMap((listing, place) =>
      listing.current && listing.formerName && normalWords(listing.formerName).join(' ') === words ? [place] : [],
    );
    const serving = offices[at]?.current ? [] : officesInPlaceOf(offices, at, data);
    // The offices come first in the list of all kinds.
    return {
      text,
      accepted: [
        ...renamed,
        ...serving,
        ...listings.flatMap((each, place) => (each === offices[at] && each.current ? [place] : [])),
      ],
    };
  },
  'kind and last words': ({ words, random, names, target }) => {
    if (words.length < 5) return null;
    const kept = [...words.slice(0, 2), ...words.slice(-2)].map(lowered);
    const normal = normalWords(kept.join(' '));
    const [head, tail] = [normal.slice(0, -2).join(' '), normal.slice(-2).join(' ')];
    const whole = names.named(normal.join(' '));
    const accepted =
      whole.length > 0 ? whole : names.where((name) => name.startsWith(`${head} `) && `${name} `.includes(` ${tail} `));
    return { text: typed(kept.join(' '), random), accepted: accepted.length > 0 ? accepted : [target] };
  },
};

/** How people write the old name of an office: `BHXH quận Đống Đa`, `cơ quan bảo hiểm Đống Đa`. */
function formerOfficeQuery(name: string, random: RandomSource): string {
  const small = lowered(name).replace(/^bảo hiểm xã hội/, 'bhxh');
  const place = small.replace(/^bhxh /, '');
  const form = oneOf(random, [
    '%',
    'bhxh %',
    'bảo hiểm xã hội %',
    'cơ quan bhxh %',
    'địa chỉ bhxh %',
    'văn phòng bảo hiểm xã hội %',
    'bhxh % ở đâu',
  ]);
  const text = form === '%' ? small : form.replace('%', place);
  const said = chance(random, 0.5) ? foldMarks(text) : text;
  return below(random, 4) === 0 ? withOneSlip(said, random) : said;
}
