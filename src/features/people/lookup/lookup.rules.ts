import type { FieldFault } from '../../../shared/input-faults.types';
import { readCardNumber } from '../card-number.rules';
import { readPhone } from '../phone.rules';
import { comparedNumber, kindsOfNumber } from '../document/identity-document.rules';
import type { LookupField, OpenPerson } from '../person-sealing';
import { BhxhCodeStatus, type FindBhxhCodeInput } from './lookup.types';
import { isSameName } from './person-name.rules';

/** How a lookup finds candidates: by the blind index of one value, and what else must agree. */
export interface LookupWay {
  readonly field: LookupField;
  readonly value: string;
  /** Set with a telephone number: the province on record. */
  readonly provinceCode: string | null;
  /** Set with a full card number: the letters and digits before the code. */
  readonly card: { readonly objectCode: string; readonly benefitLevel: number; readonly provinceCode: string } | null;
}

const LONGEST_NAME = 200;
const ID_NUMBER = /^\d{12}$/;
/** Since this day the personal identity number takes the place of the code (Law 41/2024/QH15). */
const CODES_REPLACED_ON = '2025-08-01';

/** The way that an input takes, or all that is wrong with it. */
export function lookupWay(input: FindBhxhCodeInput): LookupWay | FieldFault[] {
  const name = input.fullName.trim();
  const faults =
    name === '' || name.length > LONGEST_NAME ? [fault('fullName', 'Cần họ và tên.', 'Give the full name.')] : [];
  const way = wayOf(input);
  if ('path' in way) return [...faults, way];
  return faults.length > 0 ? faults : way;
}

function wayOf(input: FindBhxhCodeInput): LookupWay | FieldFault {
  const given = [input.personalIdNumber, input.documentNumber, input.healthCardNumber, input.phone].filter(Boolean);
  if (given.length !== 1) {
    return fault(
      'personalIdNumber',
      'Chọn một cách: số định danh hoặc giấy tờ tùy thân, số thẻ BHYT, hoặc mã tỉnh cùng số điện thoại.',
      'Choose one way: number of an identity paper, health card number, or province and telephone number.',
    );
  }
  if (input.personalIdNumber) return byIdNumber(input.personalIdNumber);
  if (input.documentNumber) return byDocument(input.documentNumber);
  if (input.healthCardNumber) return byCard(input.healthCardNumber);
  return byPhone(input.phone ?? '', input.provinceCode ?? '');
}

function byIdNumber(typed: string): LookupWay | FieldFault {
  const value = typed.replace(/\s/g, '');
  if (!ID_NUMBER.test(value)) return fault('personalIdNumber', 'Số định danh có 12 chữ số.', 'It has 12 digits.');
  return { field: 'personalIdNumber', value, provinceCode: null, card: null };
}

/** The 12 digits of a CCCD are the personal identity number, so that their tries are counted as one. */
function byDocument(typed: string): LookupWay | FieldFault {
  const value = comparedNumber(typed);
  if (kindsOfNumber(value).length === 0) {
    return fault(
      'documentNumber',
      'Số CMND có 9 chữ số, CCCD 12 chữ số, hộ chiếu 6 đến 9 chữ, số.',
      'A CMND has 9 digits, a CCCD 12 digits, a passport 6 to 9 letters and digits.',
    );
  }
  const field = ID_NUMBER.test(value) ? 'personalIdNumber' : 'documentNumber';
  return { field, value, provinceCode: null, card: null };
}

function byCard(typed: string): LookupWay | FieldFault {
  const number = readCardNumber(typed);
  if (!number) {
    return fault('healthCardNumber', 'Số thẻ có 10, 12 hoặc 15 ký tự.', 'It has 10, 12 or 15 characters.');
  }
  if ('full' in number)
    return { field: 'bhxhCode', value: number.full.bhxhCode, provinceCode: null, card: number.full };
  const field = number.code.length === 12 ? 'personalIdNumber' : 'bhxhCode';
  return { field, value: number.code, provinceCode: null, card: null };
}

function byPhone(typed: string, provinceCode: string): LookupWay | FieldFault {
  const value = readPhone(typed);
  if (value === null) return fault('phone', 'Số điện thoại chưa đúng.', 'This is no telephone number of Vietnam.');
  if (!/^\d{2}$/.test(provinceCode)) {
    return fault('provinceCode', 'Mã tỉnh có 2 chữ số.', 'Give the province with the telephone number, 2 digits.');
  }
  return { field: 'phone', value, provinceCode, card: null };
}

/** Whether a candidate agrees with everything that was given besides the card; `isSameName` says what is one name. */
export function agrees(
  person: OpenPerson,
  given: { readonly fullName: string; readonly dateOfBirth: string },
  { field, provinceCode }: Pick<LookupWay, 'field' | 'provinceCode'>,
): boolean {
  if (provinceCode !== null && person.provinceCode !== provinceCode) return false;
  const takesPlain = field === 'personalIdNumber' || field === 'documentNumber';
  return person.dateOfBirth === given.dateOfBirth && isSameName(given.fullName, person.fullName, { takesPlain });
}

/** What became of a person's code on a day. */
export function codeStatus(person: OpenPerson, today: string): BhxhCodeStatus {
  const isReplaced = person.personalIdNumber !== null && today >= CODES_REPLACED_ON;
  return isReplaced ? BhxhCodeStatus.REPLACED : BhxhCodeStatus.IN_USE;
}

function fault(path: string, message: string, messageEn: string): FieldFault {
  return { path, message, messageEn };
}
