import type { StagedRevision } from './publication.types';
import type { PublishedRowsStore, StagedRow } from './published-rows.store';
import type { Revision } from './revision.entity';

/** Stages what revision `target` showed, for the kinds that changed since, so that publishing makes it current again. */
export async function restoreRevision(
  staged: StagedRevision,
  stores: readonly PublishedRowsStore[],
  target: Revision,
  current: Revision | null,
): Promise<void> {
  for (const store of stores) {
    if (current?.kindRevisions[store.name] === target.kindRevisions[store.name]) continue;
    for await (const rows of store.visibleAt(target.number)) {
      await staged.stage(store.name, rows.map(contentOf));
    }
    await staged.complete(store.name);
  }
}

/** The row without its place in the revisions; its digest stays, so that equal rows are recognised. */
function contentOf(row: StagedRow): object {
  const { rowId: _rowId, revisionFrom: _from, revisionUntil: _until, ...content } = row;
  return content;
}
