import type { FieldFault } from '../../../shared/input-faults.types';
import type { ReportListingInput } from './listing-report.types';

const SHORTEST_MESSAGE = 5;
const LONGEST_MESSAGE = 2_000;
const LONGEST_CODE = 40;

/** The text without control characters, which steer the operator's terminal and which PostgreSQL does not take. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** What is wrong with the fields of a report, all at once. */
export function reportFaults(input: Pick<ReportListingInput, 'message' | 'latitude' | 'longitude'>): FieldFault[] {
  const faults: FieldFault[] = [];
  const { length } = plainText(input.message);
  if (length < SHORTEST_MESSAGE || length > LONGEST_MESSAGE) {
    faults.push({
      path: 'message',
      message: `Nội dung cần từ ${SHORTEST_MESSAGE} đến ${LONGEST_MESSAGE} ký tự; hiện có ${length}.`,
      messageEn: `The message needs ${SHORTEST_MESSAGE} to ${LONGEST_MESSAGE} characters; it has ${length}.`,
    });
  }
  faults.push(...degreeFaults('latitude', input.latitude, 90), ...degreeFaults('longitude', input.longitude, 180));
  const given = (value: number | null | undefined): boolean => value !== null && value !== undefined;
  if (given(input.latitude) !== given(input.longitude)) {
    faults.push({
      path: given(input.latitude) ? 'longitude' : 'latitude',
      message: 'Vị trí cần cả vĩ độ và kinh độ.',
      messageEn: 'A position needs both latitude and longitude.',
    });
  }
  return faults;
}

/** Whether a place that is missing can have this code: short and in plain characters. */
export function isPossibleCode(code: string): boolean {
  return code.length <= LONGEST_CODE && /^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u.test(code);
}

function degreeFaults(path: string, value: number | null | undefined, limit: number): FieldFault[] {
  if (value === null || value === undefined || Math.abs(value) <= limit) return [];
  return [
    {
      path,
      message: `Giá trị phải từ -${limit} đến ${limit} độ.`,
      messageEn: `The value must be between -${limit} and ${limit} degrees.`,
    },
  ];
}
