import { type z } from 'zod';
import { type BilingualMessage } from '../../shared/errors';
import { type ImportIssue } from '../report/issue';
import { type ManifestDocument, type ManifestPath } from './manifest-document';

type FormIssue = z.core.$ZodIssue;

const SEE_FORMAT: BilingualMessage = {
  en: 'Compare with the manifest format in the README; `npm run import -- --describe` lists the fields.',
  vi: 'Đối chiếu định dạng tệp kê khai trong README; `npm run import -- --describe` liệt kê các trường.',
};

/** The faults of a manifest's form, in both languages, each at its place. */
export function formFaults(document: ManifestDocument, value: unknown, issues: readonly FormIssue[]): ImportIssue[] {
  return issues.flatMap((issue) => {
    const path = issue.path as ManifestPath;
    if (issue.code !== 'unrecognized_keys') {
      return [
        document.fault(
          path,
          isMissing(value, path) ? 'MANIFEST_MISSING' : 'MANIFEST_FORM',
          describe(issue, value),
          SEE_FORMAT,
        ),
      ];
    }
    return issue.keys.map((key) =>
      document.fault(
        [...path, key],
        'MANIFEST_UNKNOWN_NAME',
        { en: `"${key}" is not known here`, vi: `"${key}" không được dùng ở đây` },
        SEE_FORMAT,
      ),
    );
  });
}

function isMissing(value: unknown, path: ManifestPath): boolean {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return true;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at === undefined;
}

function describe(issue: FormIssue, value: unknown): BilingualMessage {
  if (isMissing(value, issue.path as ManifestPath)) return { en: 'is missing', vi: 'bị thiếu' };
  switch (issue.code) {
    case 'invalid_type':
      return { en: `has the wrong type; expected ${issue.expected}`, vi: `sai kiểu; cần ${issue.expected}` };
    case 'invalid_value': {
      const allowed = issue.values.map((allowedValue) => JSON.stringify(allowedValue)).join(', ');
      return { en: `is not one of ${allowed}`, vi: `không nằm trong ${allowed}` };
    }
    case 'too_small':
      return { en: 'is empty or too small', vi: 'trống hoặc quá nhỏ' };
    case 'too_big':
      return {
        en: `is too long or too large; at most ${issue.maximum}`,
        vi: `quá dài hoặc quá lớn; tối đa ${issue.maximum}`,
      };
    case 'invalid_union':
      return {
        en: 'has the wrong type; expected a text, or a list of texts where several are allowed',
        vi: 'sai kiểu; cần một chuỗi, hoặc danh sách chuỗi nếu được phép',
      };
    default:
      return { en: 'does not have the expected form', vi: 'không đúng dạng quy định' };
  }
}
