import { registerEnumType } from 'type-graphql';
import { badInput } from '../../../shared/errors';
import type { KindDefinition } from '../lists/kind-definition';
import { type KnownKind, LISTING_KINDS } from './listing-kinds';

/** The enum of the schema, made of the list of kinds. */
export const ListingKind = Object.fromEntries(LISTING_KINDS.map(({ kind }) => [kind, kind])) as {
  readonly [Kind in ListingKind]: Kind;
};
export type ListingKind = KnownKind['kind'];
registerEnumType(ListingKind, {
  name: 'ListingKind',
  description: 'The kinds of public entries of the directory.',
  valuesConfig: Object.fromEntries(
    LISTING_KINDS.map(({ kind, oneDescription: description }) => [kind, { description }]),
  ),
});

/** The kind of a name that the schema or a snapshot gave. */
export function kindNamed(name: string): KindDefinition {
  const kind = LISTING_KINDS.find((each) => each.kind === name);
  if (!kind) throw new Error(`There is no kind of listings with the name ${name}.`);
  return kind;
}

/** The kinds that an argument `kinds` asks for, in the order of all; all of them without one. Throws BAD_USER_INPUT. */
export function askedKinds(names: readonly string[] | null | undefined): readonly KindDefinition[] {
  if (!names) return LISTING_KINDS;
  if (names.length > 0) return LISTING_KINDS.filter(({ kind }) => names.includes(kind));
  throw badInput('kinds', {
    en: '`kinds` is empty, so nothing could be found; leave it out for all kinds.',
    vi: '`kinds` đang trống nên không thể tìm thấy gì; hãy bỏ đi để tìm mọi loại.',
  });
}
