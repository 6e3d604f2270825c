import { registerEnumType } from 'type-graphql';

/** What a question around a name asks for. */
export enum SearchIntent {
  ADDRESS = 'ADDRESS',
  PHONE = 'PHONE',
  HOURS = 'HOURS',
  CONTRACT = 'CONTRACT',
  DIRECTIONS = 'DIRECTIONS',
  NEAREST = 'NEAREST',
}
registerEnumType(SearchIntent, {
  name: 'SearchIntent',
  description: 'What a question in a searched text asks for (người tìm muốn biết gì).',
  valuesConfig: {
    ADDRESS: { description: 'Where it is (địa chỉ, ở đâu).' },
    PHONE: { description: 'How to call it (số điện thoại).' },
    HOURS: { description: 'When it is open (giờ làm việc).' },
    CONTRACT: { description: 'Whether it takes health insurance (có khám BHYT không).' },
    DIRECTIONS: { description: 'How to get there (đường đi).' },
    NEAREST: { description: 'Which one is nearest (gần nhất, gần đây).' },
  },
});
