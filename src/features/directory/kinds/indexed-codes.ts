import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { SnapshotKind } from '../snapshot/snapshot-kind';

/**
 * Codes of the entries of a kind that search engines may find, from one ordinal up to another: neither what has ended
 * nor what is one person's, such as an employer who is a sole trader.
 */
export function* indexedCodes(
  snapshot: DirectorySnapshot,
  { kind, hiddenPlace }: Pick<SnapshotKind, 'kind' | 'hiddenPlace'>,
  { from, to }: { readonly from: number; readonly to: number },
): Generator<string> {
  const index = snapshot.listings(kind);
  const { ends } = index.packed;
  const hidden = hiddenPlace === null ? null : index.column(hiddenPlace);
  for (let ordinal = from; ordinal < Math.min(to, index.size); ordinal += 1) {
    if ((ends[ordinal] ?? 0) >= snapshot.day && hidden?.[ordinal] !== 1) yield index.codeOf(ordinal);
  }
}
