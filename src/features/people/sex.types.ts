import { registerEnumType } from 'type-graphql';
import { Sex } from './person.entity';

registerEnumType(Sex, {
  name: 'Sex',
  description: 'Sex as the insurance records it (giới tính).',
  valuesConfig: { FEMALE: { description: 'Female (nữ).' }, MALE: { description: 'Male (nam).' } },
});

export { Sex };
