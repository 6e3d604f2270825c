import { PUBLISHED_KINDS, type PublishedKind } from '../features/directory/kinds/published-kinds';
import { PERSONAL_KINDS, type PersonalKind } from '../features/records/personal-kinds';

/** The kind of rows that say what laws and decrees set. */
export const STATUTORY_KIND = 'statutoryValues';

/** What the rows of a file are: entries of the public directory, personal data, or what laws and decrees set. */
export type ImportKind = PublishedKind | PersonalKind | typeof STATUTORY_KIND;
export const IMPORT_KINDS: readonly ImportKind[] = [...PUBLISHED_KINDS, ...PERSONAL_KINDS, STATUTORY_KIND];

const personal: ReadonlySet<string> = new Set(PERSONAL_KINDS);

/** Whether rows of the kind are about persons: then no report, list or log shows what stands in them. */
export function isPersonal(kind: ImportKind | null): kind is PersonalKind {
  return kind !== null && personal.has(kind);
}

/** Whether rows of the kind say what laws and decrees set. */
export function isStatutory(kind: ImportKind): kind is typeof STATUTORY_KIND {
  return kind === STATUTORY_KIND;
}

/** Whether rows of the kind are published as part of a revision of the directory. */
export function isPublished(kind: ImportKind): kind is PublishedKind {
  return !isPersonal(kind) && !isStatutory(kind);
}

/** What a manifest of this kind of rows changes; one manifest changes one of these. */
export function realmOf(kind: ImportKind): 'directory' | 'personal' | 'statutory' {
  if (isPersonal(kind)) return 'personal';
  return isStatutory(kind) ? 'statutory' : 'directory';
}
