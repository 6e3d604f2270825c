import { useEffect, useMemo, useState } from 'preact/hooks';
import { ask } from '../api/ask';
import { RevisionOperation, type RevisionQuery } from '../generated/operations';

type Revision = RevisionQuery['directoryRevision'];

/**
 * The published state of the directory: its facts once known, and for the map the number by which
 * to fetch the boundaries of provinces, or null when it is not known.
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
  const boundaries = useMemo(() => asked.then((known) => known?.number ?? null), [asked]);
  useEffect(() => void asked.then(setRevision), [asked]);
  return { boundaries, revision };
}
