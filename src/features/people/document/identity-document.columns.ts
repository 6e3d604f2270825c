import {
  choice,
  codeLike,
  day,
  type FieldMisfit,
  Misfit,
  optional,
  type RecordColumns,
  required,
  words,
} from '../../../shared/columns';
import { personKey } from '../personal.columns';
import { comparedNumber, isNumberOf } from './identity-document.rules';
import type { OpenDocument } from './identity-document.store';
import { IdentityDocumentKind } from './identity-document.types';

const someNumber = codeLike(/^[A-Z0-9]{6,12}$/, { en: '6 to 12 letters and digits', vi: '6 đến 12 chữ, số' });
const WRONG_FORM: Readonly<Record<IdentityDocumentKind, Misfit>> = {
  CMND: wrongForm('a CMND: it has 9 digits', 'CMND: cần 9 chữ số'),
  CCCD: wrongForm('a CCCD: it has 12 digits', 'CCCD: cần 12 chữ số'),
  PASSPORT: wrongForm('a passport: it has 6 to 9 letters and digits', 'hộ chiếu: cần 6 đến 9 chữ, số'),
};

/** Which column of a list of identity papers means what. */
export const IDENTITY_DOCUMENT_COLUMNS: RecordColumns<OpenDocument> = {
  fields: {
    personId: required(personKey, { en: 'Key of the person in the files', vi: 'Khóa của người trong các tệp' }),
    kind: required(choice(IdentityDocumentKind), { en: 'CMND, CCCD or PASSPORT', vi: 'CMND, CCCD hoặc PASSPORT' }),
    number: required((text: string) => someNumber(comparedNumber(text)), { en: 'Its number', vi: 'Số giấy tờ' }, true),
    issuedOn: optional(day, null, { en: 'Day of issue', vi: 'Ngày cấp' }),
    issuedBy: optional(words(200), null, { en: 'Who issued it', vi: 'Nơi cấp' }),
  },
  check: ({ kind, number }): FieldMisfit<OpenDocument>[] =>
    isNumberOf(kind, number) ? [] : [{ field: 'number', misfit: WRONG_FORM[kind], doubt: false }],
};

function wrongForm(en: string, vi: string): Misfit {
  return new Misfit(
    'BAD_DOCUMENT_NUMBER',
    { en: `is not the number of ${en}`, vi: `không phải số ${vi}` },
    {
      en: 'Check the kind, and for lost leading zeros.',
      vi: 'Kiểm tra loại giấy tờ và xem có mất số 0 ở đầu không.',
    },
  );
}
