import type { BilingualMessage } from '../../../shared/errors';
import { COMMON_WORDS, RUNS } from './common-passwords';

/** Length is what makes a password hard to guess; kinds of characters are nobody's business (NIST SP 800-63B). */
const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 128;
const FEWEST_CHARACTERS = 4;
/** A shorter piece of a name or a number stands in many good passwords. */
const SHORTEST_PERSONAL = 5;
const SHORTEST_RUN = 4;

/** What a password must not be made of: what anyone can know of the person. */
export interface PersonalFacts {
  readonly bhxhCode: string;
  readonly personalIdNumber: string | null;
  /** Numbers of identity papers, as they are compared. */
  readonly documentNumbers: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
  readonly fullName: string;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
}

/** A password in the one spelling that is hashed: keyboards write `ế` in several ways. */
export function spelledPassword(password: string): string {
  return password.normalize('NFKC');
}

/** What is wrong with a new password, or null. */
export function passwordFault(password: string, person: PersonalFacts): BilingualMessage | null {
  const spelled = spelledPassword(password);
  const { length } = [...spelled];
  if (length < SHORTEST_PASSWORD) {
    return {
      vi: `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự; một câu ngắn dễ nhớ là tốt nhất.`,
      en: `A password needs at least ${SHORTEST_PASSWORD} characters; a short sentence is best.`,
    };
  }
  if (length > LONGEST_PASSWORD) {
    return {
      vi: `Mật khẩu dài nhất ${LONGEST_PASSWORD} ký tự.`,
      en: `A password has at most ${LONGEST_PASSWORD} characters.`,
    };
  }
  if (isCommon(spelled)) {
    return {
      vi: 'Mật khẩu này quá phổ biến, dễ bị đoán; hãy chọn mật khẩu khác.',
      en: 'This password is too common and easy to guess; choose another.',
    };
  }
  if (holdsPersonal(spelled, person)) {
    return {
      vi: 'Mật khẩu không được chứa mã số, số điện thoại, họ tên hoặc ngày sinh của bạn.',
      en: 'A password must not hold your code, numbers, name or date of birth.',
    };
  }
  return null;
}

/** Whether a password is made of few characters, of runs along the keyboard, or of the words everyone takes. */
export function isCommon(password: string): boolean {
  const plain = withoutMarks(password);
  const dense = plain.replaceAll(/\s/g, '');
  if (new Set(dense).size < FEWEST_CHARACTERS || isRepeated(dense)) return true;
  const left = withoutRuns(dense).replaceAll(/[^a-z]/g, '');
  if (left === '') return !/[a-z]/.test(dense) || isOnlyRuns(dense);
  return [dense, ...spellings(dense)].some((text) => {
    const letters = withoutRuns(text).replaceAll(/[^a-z]/g, '');
    const core = text.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
    return isOfCommonWords(letters) || COMMON_WORDS.has(core);
  });
}

/** One common word, or two or more of them in a row. */
function isOfCommonWords(letters: string): boolean {
  const reachable = new Set([0]);
  for (let end = 1; end <= letters.length; end++) {
    for (const start of reachable) {
      if (COMMON_WORDS.has(letters.slice(start, end))) {
        reachable.add(end);
        break;
      }
    }
  }
  return letters.length > 0 && reachable.has(letters.length);
}

function isOnlyRuns(text: string): boolean {
  return withoutRuns(text).replaceAll(/[^a-z0-9]/g, '').length < SHORTEST_RUN;
}

/** The text without pieces of four and more characters that run along the keyboard, forwards or backwards. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    const length = runLengthAt(text, at);
    if (length < SHORTEST_RUN) left += text[at];
    at += length < SHORTEST_RUN ? 1 : length;
  }
  return left;
}

function runLengthAt(text: string, at: number): number {
  let longest = 0;
  for (const run of RUNS) {
    for (const row of [run, [...run].reverse().join('')]) {
      let length = 0;
      while (at + length < text.length && row.includes(text.slice(at, at + length + 1))) length++;
      longest = Math.max(longest, length);
    }
  }
  return longest;
}

/** A piece of up to half the length, again and again. */
function isRepeated(text: string): boolean {
  return /^(.{1,6})\1+$/.test(text);
}

/** The text with the digits and signs that stand for letters put back: `p@ssw0rd`. */
function spellings(text: string): string[] {
  const letters: Readonly<Record<string, string>> = {
    '@': 'a',
    '4': 'a',
    '0': 'o',
    '3': 'e',
    $: 's',
    '5': 's',
    '!': 'i',
  };
  const inner = text.replaceAll(/[^a-z@$]+$/g, '');
  const replaced = (one: string): string =>
    [...inner].map((sign) => letters[sign] ?? (sign === '1' ? one : sign)).join('');
  return [replaced('i'), replaced('l')];
}

function holdsPersonal(password: string, person: PersonalFacts): boolean {
  const text = withoutMarks(password).replaceAll(/[^a-z0-9]/g, '');
  const [year = '', month = '', day = ''] = person.dateOfBirth.split('-');
  const name = withoutMarks(person.fullName).replaceAll(/[^a-z]/g, '');
  const mailName = withoutMarks(person.email?.split('@')[0] ?? '').replaceAll(/[^a-z0-9]/g, '');
  const known = [
    person.bhxhCode,
    person.personalIdNumber ?? '',
    ...person.documentNumbers.map((number) => number.toLowerCase()),
    person.phone?.replaceAll(/\D/g, '') ?? '',
    name,
    mailName,
    `${day}${month}${year}`,
    `${year}${month}${day}`,
  ];
  return known.some((fact) => fact.length >= SHORTEST_PERSONAL && text.includes(fact));
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
