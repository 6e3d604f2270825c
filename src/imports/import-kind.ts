import { PUBLISHED_KINDS, type PublishedKind } from '../features/directory/kinds/published-kinds';
import { PERSONAL_KINDS, type PersonalKind } from '../features/records/personal-kinds';

/** What the rows of a file are: entries of the public directory, or personal data. */
export type ImportKind = PublishedKind | PersonalKind;
export const IMPORT_KINDS: readonly ImportKind[] = [...PUBLISHED_KINDS, ...PERSONAL_KINDS];

const personal: ReadonlySet<string> = new Set(PERSONAL_KINDS);

/** Whether rows of the kind are about persons: then no report, list or log shows what stands in them. */
export function isPersonal(kind: ImportKind | null): kind is PersonalKind {
  return kind !== null && personal.has(kind);
}

/** Whether rows of the kind are published as part of a revision of the directory. */
export function isPublished(kind: ImportKind): kind is PublishedKind {
  return !isPersonal(kind);
}
