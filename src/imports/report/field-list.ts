import { IMPORT_KINDS } from '../import-kind';
import { fieldsOf } from '../kind-columns';

/** The fields of every kind that a manifest can map columns to, one a line; `*` marks those that every row must have. */
export function fieldList(): string {
  return IMPORT_KINDS.flatMap((kind) => [
    kind,
    ...Object.entries(fieldsOf(kind)).map(([name, { required, doc }]) => {
      return `  ${required ? '*' : ' '} ${name.padEnd(22)} ${doc.en} / ${doc.vi}`;
    }),
    '',
  ]).join('\n');
}
