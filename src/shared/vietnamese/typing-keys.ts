import { foldMarks, type Tone } from './marks';
import { isSyllable, placeTone } from './syllable';

const TELEX_TONES: Readonly<Record<string, Tone>> = { z: 0, s: 1, f: 2, r: 3, x: 4, j: 5 };
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HORN: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' };

/** Letters of a syllable while its keys are read one by one. */
class KeyReader {
  private letters: string[] = [];
  private tone: Tone = 0;
  /** Whether any key was read as a mark. */
  marked = false;

  put(letter: string): void {
    this.letters.push(letter);
  }

  setTone(tone: Tone): boolean {
    if (!this.letters.some((letter) => 'aăâeêioôơuưy'.includes(letter))) return false;
    this.tone = tone;
    return (this.marked = true);
  }

  circumflex(letter: string): boolean {
    return this.replaceLast(letter, CIRCUMFLEX[letter] ?? letter);
  }

  horn(): boolean {
    const uo = this.letters.join('').lastIndexOf('uo');
    if (uo >= 0 && this.letters[uo - 1] !== 'q') {
      this.letters.splice(uo, 2, 'ư', 'ơ');
      return (this.marked = true);
    }
    const at = this.letters.findLastIndex((letter) => letter in HORN);
    return at >= 0 && this.replaceLast(this.letters[at] ?? '', HORN[this.letters[at] ?? ''] ?? '');
  }

  shape(from: string, to: string): boolean {
    return this.replaceLast(from, to);
  }

  stroke(): boolean {
    if (this.letters[0] !== 'd') return false;
    this.letters[0] = 'đ';
    return (this.marked = true);
  }

  /** The syllable, or null when no key was a mark or the letters are no syllable. */
  result(): string | null {
    const bare = this.letters.join('');
    return this.marked && isSyllable(foldMarks(bare)) ? placeTone(bare, this.tone) : null;
  }

  private replaceLast(from: string, to: string): boolean {
    const at = this.letters.lastIndexOf(from);
    if (at < 0) return false;
    this.letters[at] = to;
    return (this.marked = true);
  }
}

function telexKey(reader: KeyReader, key: string): boolean {
  const tone = TELEX_TONES[key];
  if (tone !== undefined) return reader.setTone(tone);
  if (key in CIRCUMFLEX) return reader.circumflex(key);
  if (key === 'w') return reader.horn();
  return key === 'd' && reader.stroke();
}

function vniKey(reader: KeyReader, key: string): boolean {
  if (key >= '0' && key <= '5') return reader.setTone(Number(key) as Tone);
  if (key === '6') return reader.circumflex('a') || reader.circumflex('e') || reader.circumflex('o');
  if (key === '7') return reader.horn();
  if (key === '8') return reader.shape('a', 'ă');
  return key === '9' && reader.stroke();
}

function read(word: string, keys: (reader: KeyReader, key: string) => boolean): string | null {
  const reader = new KeyReader();
  for (const key of word) if (!keys(reader, key)) reader.put(key);
  return reader.result();
}

/** The syllable that keys of the Telex method were meant to give (`beenhj`, `benhej` → `bệnh`), or null. Takes lowered text. */
export function readTelex(word: string): string | null {
  return /^[a-z]{2,9}$/.test(word) ? read(word, telexKey) : null;
}

/** The syllable that keys of the VNI method were meant to give (`be65nh` → `bệnh`), or null. Takes lowered text. */
export function readVni(word: string): string | null {
  return /^[a-z]+[0-9][a-z0-9]*$/.test(word) && word.length <= 10 ? read(word, vniKey) : null;
}
