import { Field, Int, ObjectType } from 'type-graphql';
import { Problem } from './problem.types';

@ObjectType({ description: 'What is wrong with one field of an input, and how to mend it.' })
export class FieldFault {
  @Field(() => String, { description: 'Path of the field within the input, for example `message`.' })
  path: string;

  @Field(() => String, { description: 'What is wrong and how to mend it, in Vietnamese.' })
  message: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn: string;
}

@ObjectType({
  implements: Problem,
  description: 'Returned when fields of the input cannot be used; nothing was done.',
})
export class InvalidInput extends Problem {
  @Field(() => [FieldFault], { description: 'All faults at once.' })
  fields: FieldFault[];
}

@ObjectType({ implements: Problem, description: 'Returned when nothing answers to what was given.' })
export class NotFound extends Problem {}

@ObjectType({ implements: Problem, description: 'Returned when the caller has to wait before the next try.' })
export class TooManyAttempts extends Problem {
  @Field(() => Int, { description: 'Seconds to wait.' })
  retryAfterSeconds: number;
}

/** The refusal of an input with these faults. */
export function invalidInput(fields: FieldFault[]): InvalidInput {
  const [only, ...others] = fields;
  if (only && others.length === 0) return { fields, message: only.message, messageEn: only.messageEn };
  return {
    fields,
    message: `Có ${fields.length} ô chưa đúng: sửa từng ô theo \`fields\` rồi gửi lại.`,
    messageEn: `${fields.length} fields are not right: mend each as \`fields\` says, then send it again.`,
  };
}

/** The refusal of whoever has used up a budget. */
export function tooManyAttempts(retryAfterSeconds: number): TooManyAttempts {
  return {
    retryAfterSeconds,
    message: `Đã thử quá nhiều lần: chờ ${waitInVietnamese(retryAfterSeconds)} rồi thử lại.`,
    messageEn: `Too many tries: wait ${waitInEnglish(retryAfterSeconds)}, then try again.`,
  };
}

const SECONDS_OF_MINUTE = 60;
const SECONDS_OF_HOUR = 3_600;

function waitInVietnamese(seconds: number): string {
  if (seconds < SECONDS_OF_MINUTE) return `${seconds} giây`;
  if (seconds < SECONDS_OF_HOUR) return `${Math.ceil(seconds / SECONDS_OF_MINUTE)} phút`;
  return `${Math.ceil(seconds / SECONDS_OF_HOUR)} giờ`;
}

function waitInEnglish(seconds: number): string {
  if (seconds < SECONDS_OF_MINUTE) return counted(seconds, 'second');
  if (seconds < SECONDS_OF_HOUR) return counted(Math.ceil(seconds / SECONDS_OF_MINUTE), 'minute');
  return counted(Math.ceil(seconds / SECONDS_OF_HOUR), 'hour');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
