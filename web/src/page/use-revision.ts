import { useEffect, useMemo, useState } from 'preact/hooks';
import { ask } from '../api/ask';
import { RevisionOperation, type RevisionQuery } from '../generated/operations';

type Revision = RevisionQuery['directoryRevision'];

function boundaryRevision(revision: Revision | null): number | null {
  const boundaries = revision?.counts.find(({ kind }) => kind === 'UNIT_BOUNDARY');
  return revision && boundaries && boundaries.total > 0 ? revision.number : null;
}

/**
 * The published state of the directory: its facts once known, and for the map the number by which
 * to fetch the boundaries of provinces, or null when the directory has none.
 */
export function useRevision(): { boundaries: Promise<number | null>; revision: Revision | null } {
  const [revision, setRevision] = useState<Revision | null>(null);
  const asked = useMemo(
    () =>
      ask(RevisionOperation, {}).then(
        ({ data }) => data.directoryRevision,
        () => null,
      ),
    [],
  );
  const boundaries = useMemo(() => asked.then(boundaryRevision), [asked]);
  useEffect(() => void asked.then(setRevision), [asked]);
  return { boundaries, revision };
}
