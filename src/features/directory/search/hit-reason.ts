import { registerEnumType } from 'type-graphql';

/** Why a listing is among the hits of a search. */
export enum HitReason {
  CODE = 'CODE',
  SIMILAR_CODE = 'SIMILAR_CODE',
  FORMER = 'FORMER',
  NAME = 'NAME',
  FORMER_NAME = 'FORMER_NAME',
  ADDRESS = 'ADDRESS',
  UNIT = 'UNIT',
  ABBREVIATION = 'ABBREVIATION',
  PREFIX = 'PREFIX',
  SPELLING = 'SPELLING',
  NEAR = 'NEAR',
}
registerEnumType(HitReason, {
  name: 'HitReason',
  description: 'Why a listing is among the hits of a search (lý do khớp).',
  valuesConfig: {
    CODE: { description: 'The text is its code or a part of it (mã).' },
    SIMILAR_CODE: {
      description: 'No entry has the code of the text; that of this one differs in one digit (mã gần giống).',
    },
    FORMER: {
      description:
        'What the text names has ended, and this entry serves in its place, or it has ended itself (đã sáp nhập, chấm dứt).',
    },
    NAME: { description: 'Words of the text are words of its name (tên).' },
    FORMER_NAME: { description: 'Words of the text are words of a name it had before (tên cũ).' },
    ADDRESS: { description: 'Words of the text are words of its address (địa chỉ).' },
    UNIT: { description: 'The text names an administrative unit, old or new, that it lies in (đơn vị hành chính).' },
    ABBREVIATION: {
      description: 'An abbreviation was read as the words it stands for, or the other way round (viết tắt).',
    },
    PREFIX: { description: 'An unfinished word of the text begins a word of the listing (từ gõ dở).' },
    SPELLING: { description: 'It matches after a slip of typing was mended (lỗi gõ).' },
    NEAR: { description: 'It lies near the position that was given (ở gần).' },
  },
});
