import type { StatutoryData } from '../../src/imports/statutory/import-statutory';
import type { ImportSession } from '../../src/imports/import-manifest';

/** Personal data of nobody, for imports of the directory alone. */
export const NO_PERSONAL_DATA: ImportSession['personal'] = {
  begin: () => Promise.reject(new Error('no personal rows were expected')),
  onRecord: () => Promise.resolve(new Set()),
  count: () => Promise.resolve(0),
  otherHolders: () => Promise.resolve([]),
  otherDocumentHolders: () => Promise.resolve([]),
  knownIds: () => Promise.resolve(new Set<number>()),
};

/** For imports of the directory, which touch no statutory values. */
export const NO_STATUTORY_DATA: StatutoryData = {
  write: () => Promise.reject(new Error('This test imports no statutory values.')),
};
