import { choice, codeLike, day, Misfit, optional, required, type RecordColumns, words } from '../../shared/columns';
import { readPhone } from './phone.rules';
import { clinicCode, personKey, provinceCode } from './personal.columns';
import { Sex } from './person.entity';
import type { OpenPerson } from './person.store';

const bhxhCode = codeLike(/^\d{10}$/, { en: '10 digits', vi: '10 chữ số' });
const personalIdNumber = codeLike(/^\d{12}$/, { en: '12 digits', vi: '12 chữ số' });
const email = codeLike(/^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/, { en: 'name@domain', vi: 'tên@miền' });
const BAD_PHONE = new Misfit(
  'BAD_PHONE',
  { en: 'is not a telephone number of Vietnam', vi: 'không phải là số điện thoại của Việt Nam' },
  { en: 'Write for example 0912345678.', vi: 'Viết ví dụ 0912345678.' },
);
const OWN_GUARDIAN = new Misfit(
  'OWN_GUARDIAN',
  { en: 'names the person itself', vi: 'trùng với chính người này' },
  { en: 'Give the key of the parent or guardian.', vi: 'Nhập khóa của cha mẹ hoặc người giám hộ.' },
);

/** Which column of a list of persons means what. */
export const PERSON_COLUMNS: RecordColumns<OpenPerson> = {
  fields: {
    personId: required(personKey, { en: 'Key of the person in the files', vi: 'Khóa của người trong các tệp' }),
    fullName: required(words(200), { en: 'Full name', vi: 'Họ và tên' }),
    dateOfBirth: required(day, { en: 'Date of birth', vi: 'Ngày sinh' }),
    sex: required(choice(Sex), { en: 'Sex', vi: 'Giới tính' }),
    bhxhCode: required(bhxhCode, { en: 'BHXH code, 10 digits', vi: 'Mã số BHXH, 10 chữ số' }, true),
    personalIdNumber: optional(
      personalIdNumber,
      null,
      { en: 'Personal identity number, 12 digits', vi: 'Số định danh cá nhân, 12 chữ số' },
      true,
    ),
    phone: optional<string, null>(
      (text) => readPhone(text) ?? BAD_PHONE,
      null,
      { en: 'Registered telephone number', vi: 'Số điện thoại đã đăng ký' },
      true,
    ),
    email: optional(email, null, { en: 'E-mail address', vi: 'Địa chỉ thư điện tử' }),
    address: optional(words(400), null, { en: 'Address', vi: 'Địa chỉ' }),
    provinceCode: optional(
      provinceCode,
      null,
      { en: 'Code of the province of the address', vi: 'Mã tỉnh của địa chỉ' },
      true,
    ),
    registeredClinicCode: optional(
      clinicCode,
      null,
      { en: 'Clinic of initial registration', vi: 'Nơi đăng ký KCB ban đầu' },
      true,
    ),
    guardianId: optional(personKey, null, {
      en: 'Key of the approved parent or guardian',
      vi: 'Khóa của cha mẹ hoặc người giám hộ đã được duyệt',
    }),
  },
  check: ({ personId, guardianId }) =>
    personId === guardianId ? [{ field: 'guardianId', misfit: OWN_GUARDIAN, doubt: false }] : [],
};
