const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const WORDS: Readonly<Record<string, number>> = {
  nhat: 1,
  mot: 1,
  hai: 2,
  nhi: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};

/** The number a Roman numeral up to twelve stands for, in figures, or null. Takes folded text. */
export function romanToFigures(word: string): string | null {
  const at = ROMAN.indexOf(word);
  return at < 0 ? null : String(at + 1);
}

/** The Roman numeral for figures up to twelve, or null. */
export function figuresToRoman(figures: string): string | null {
  return /^\d{1,2}$/.test(figures) ? (ROMAN[Number(figures) - 1] ?? null) : null;
}

/** The number that a folded word can say after words like "quận" (`quận nhất`), in figures, or null. */
export function numberWordToFigures(word: string): string | null {
  const number = WORDS[word];
  return number === undefined ? null : String(number);
}
