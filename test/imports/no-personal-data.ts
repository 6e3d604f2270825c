import type { ImportSession } from '../../src/imports/import-manifest';

/** Personal data of nobody, for imports of the directory alone. */
export const NO_PERSONAL_DATA: ImportSession['personal'] = {
  take: () => Promise.reject(new Error('no personal rows were expected')),
  knownIds: () => Promise.resolve(new Set<number>()),
};
