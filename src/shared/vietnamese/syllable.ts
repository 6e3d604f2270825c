import { foldMarks, toneOfWord, withoutTones, withTone, type Tone } from './marks';

const ONSETS = new Set(',b,c,ch,d,g,gh,gi,h,k,kh,l,m,n,ng,ngh,nh,p,ph,qu,r,s,t,th,tr,v,x'.split(','));
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im
  in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong oong op ot u ua uan
  uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt
  uyu y yem yen yeng yet yeu`.split(/\s+/),
);
const CANDIDATE_ONSETS = /^(?:ngh|gh|gi|kh|ng|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?/;

/** Whether letters without marks can be one Vietnamese syllable: `nghieng`, `quoc`; not `bv`, `tech`. */
export function isSyllable(folded: string): boolean {
  const onset = CANDIDATE_ONSETS.exec(folded)?.[0] ?? '';
  if (ONSETS.has(onset) && RIMES.has(folded.slice(onset.length))) return true;
  // `gi` is both an onset and an onset with its rime: gì, gìn.
  return onset === 'gi' && RIMES.has(folded.slice(1));
}

/** Position of the letter of a toneless syllable that bears the tone, in the older placement (`hòa`, `thủy`); -1 for none. */
function toneSeat(word: string): number {
  const folded = foldMarks(word);
  let start = 0;
  if (folded.startsWith('qu') || (folded.startsWith('gi') && /^gi[aeouy]/.test(folded))) start = 2;
  while (start < folded.length && !/[aeiouy]/.test(folded.charAt(start))) start++;
  let end = start;
  while (end < folded.length && /[aeiouy]/.test(folded.charAt(end))) end++;
  if (end === start) return -1;
  for (let at = end - 1; at >= start; at--)
    if ('ăâêôơư'.includes(word.charAt(at)) && word.charAt(at) !== 'ư') return at;
  for (let at = end - 1; at >= start; at--) if (word.charAt(at) === 'ư') return at;
  const vowels = end - start;
  if (vowels === 1) return start;
  if (vowels === 2) return end < folded.length ? start + 1 : start;
  return start + 1;
}

/** A toneless lowered syllable with a tone in the older placement. */
export function placeTone(syllable: string, tone: Tone): string {
  const seat = tone === 0 ? -1 : toneSeat(syllable);
  return seat < 0
    ? syllable
    : syllable.slice(0, seat) + withTone(syllable.charAt(seat), tone) + syllable.slice(seat + 1);
}

/** One spelling for both tone placements: `hoà`, `hòa` → `hòa`; `thuỷ` → `thủy`; `hòan` → `hoàn`. Takes a lowered word. */
export function canonicalTone(word: string): string {
  const tone = toneOfWord(word);
  if (tone === 0) return word;
  const bare = withoutTones(word);
  return isSyllable(foldMarks(bare)) ? placeTone(bare, tone) : word;
}

const FINAL_Y = /^([bcdghklmnprstvx]|ch|kh|nh|ph|th|tr|qu)y$/;

/**
 * What words are compared by: letters without marks, a final `y` after a consonant as `i` (Lý, Lí; Mỹ, Mĩ), numbers
 * without leading zeros.
 */
export function wordKey(word: string): string {
  const folded = foldMarks(word);
  if (/^0+[0-9]/.test(folded)) return folded.replace(/^0+(?=[0-9])/, '');
  return folded.replace(FINAL_Y, '$1i');
}
