import { type KindChange } from '../../features/directory/publication/publication.types';
import { type PublishedKind } from '../../features/directory/kinds/published-kinds';
import { type ImportKind } from '../import-kind';
import { type ImportIssue, NOWHERE } from '../report/issue';

/** Share of a kind's live rows that may vanish in one import without `--allow-shrink`. */
const MAX_VANISHING_SHARE = 0.2;

/** The fault of an import in which more than a fifth of a kind's live rows vanish. */
export function shrinkFault(kind: PublishedKind, liveRows: number, change: KindChange): ImportIssue | null {
  if (change.removed <= liveRows * MAX_VANISHING_SHARE) return null;
  const percent = Math.round((change.removed / liveRows) * 100);
  return bulkFault(kind, 'BULK_REMOVAL', `${change.removed} of ${liveRows}`, {
    message: {
      en: `${change.removed} of ${liveRows} live ${kind} (${percent} %) would vanish; at most 20 % may without --allow-shrink`,
      vi: `${change.removed} trên ${liveRows} ${kind} hiện có (${percent} %) sẽ biến mất; tối đa 20 % nếu không có --allow-shrink`,
    },
    mend: {
      en: 'Check whether the files are whole; a manifest replaces the kinds it names. If it is meant, add --allow-shrink.',
      vi: 'Kiểm tra tệp có đầy đủ không; tệp kê khai thay thế toàn bộ loại đã khai. Nếu đúng ý, thêm --allow-shrink.',
    },
  });
}

/** The fault of an import that withdraws more than a fifth of what is on record of a personal kind. */
export function withdrawalFault(kind: ImportKind, onRecord: number, withdrawn: number): ImportIssue | null {
  if (withdrawn <= onRecord * MAX_VANISHING_SHARE) return null;
  return bulkFault(kind, 'BULK_REMOVAL', `${withdrawn} of ${onRecord}`, {
    message: {
      en: `${withdrawn} of ${onRecord} rows of ${kind} would be withdrawn; at most 20 % may without --allow-shrink`,
      vi: `${withdrawn} trên ${onRecord} dòng ${kind} sẽ bị rút; tối đa 20 % nếu không có --allow-shrink`,
    },
    mend: {
      en: 'Check which rows the files name. If it is meant, add --allow-shrink.',
      vi: 'Kiểm tra các dòng trong tệp. Nếu đúng ý, thêm --allow-shrink.',
    },
  });
}

/** The fault of a kind for which no row came. */
export function emptyKindFault(kind: PublishedKind): ImportIssue {
  return bulkFault(kind, 'KIND_EMPTY', null, {
    message: {
      en: `no row of ${kind} came from the files that the manifest names`,
      vi: `không có dòng ${kind} nào từ các tệp đã khai`,
    },
    mend: {
      en: 'Check the files, or take the kind out of the manifest to leave it as it is.',
      vi: 'Kiểm tra các tệp, hoặc bỏ loại này khỏi tệp kê khai để giữ nguyên.',
    },
  });
}

function bulkFault(
  kind: ImportKind,
  code: string,
  value: string | null,
  words: Pick<ImportIssue, 'message' | 'mend'>,
): ImportIssue {
  return { ...NOWHERE, kind, value, severity: 'FAULT', code, ...words, record: null };
}
