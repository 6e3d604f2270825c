import { registerEnumType } from 'type-graphql';
import type { ListingKind } from '../listing/listing.types';

/** What the search knows of a listing. Documents are added in the order of their codes: the ordinal is the position. */
export interface SearchDocument {
  readonly code: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly address: string | null;
  /** Key of the unit the listing lies in, old or new. Names of units are looked up when a search runs, not here. */
  readonly unitKey: string | null;
}

/** What is known of a place that was given with a search. */
export interface SearchNear {
  /** Distance of a listing, or null when its position is not known. */
  distanceMeters(kind: ListingKind, ordinal: number): number | null;
  /** The nearest listings of a kind, nearest first; for texts that say little more than "near me". */
  nearest?(kind: ListingKind, count: number): readonly number[];
}

/** One search over one or several kinds. */
export interface SearchQuery {
  readonly text: string;
  readonly kinds: readonly ListingKind[];
  /** Leaves out listings for which it says false (a filter, an area). */
  accepts?(kind: ListingKind, ordinal: number): boolean;
  /** Listings that have ended come behind equal ones that have not. */
  hasEnded?(kind: ListingKind, ordinal: number): boolean;
  /**
   * Ordinals of what serves in the place of a listing of a kind that has ended, best first; empty when nothing is known.
   * Without this function what has ended is a hit like others.
   */
  servingNow?(kind: ListingKind, ordinal: number): readonly number[];
  /** Finds by the words as they are typed; no slip is mended. */
  readonly asTyped?: boolean;
  readonly near?: SearchNear | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A listing found, how well it fits (0..1) and why. */
export interface SearchHit {
  readonly kind: ListingKind;
  readonly ordinal: number;
  readonly score: number;
  /** Ordinal of the listing that has ended and that the text names: the hit serves in its place, or is it itself. */
  readonly former: number | null;
  readonly reasons: readonly HitReason[];
}

/** The answer to a search. */
export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** How many hits can be paged through. */
  readonly total: number;
  /** The text as it was understood, when a slip was mended; else null. */
  readonly correctedText: string | null;
  /** Words of the text, as typed, that the best hit does not answer. */
  readonly dropped: readonly string[];
  /** What the text asks about what it names. */
  readonly intents: readonly SearchIntent[];
  /** True when the text was longer than the search considers (`MAX_TEXT_LENGTH`). */
  readonly truncated: boolean;
}

/** One suggestion while someone types. */
export interface SearchSuggestion {
  readonly text: string;
  readonly kind: ListingKind;
  readonly ordinal: number;
  readonly code: string;
}

/** Characters of a text that a search considers; the rest is left out and `truncated` says so. */
export const MAX_TEXT_LENGTH = 200;

/** Why a listing is among the hits of a search. */
export enum HitReason {
  CODE = 'CODE',
  SIMILAR_CODE = 'SIMILAR_CODE',
  FORMER = 'FORMER',
  NAME = 'NAME',
  FORMER_NAME = 'FORMER_NAME',
  ADDRESS = 'ADDRESS',
  UNIT = 'UNIT',
  ABBREVIATION = 'ABBREVIATION',
  PREFIX = 'PREFIX',
  SPELLING = 'SPELLING',
  NEAR = 'NEAR',
}
registerEnumType(HitReason, {
  name: 'HitReason',
  description: 'Why a listing is among the hits of a search (lý do khớp).',
  valuesConfig: {
    CODE: { description: 'The text is its code or a part of it (mã).' },
    SIMILAR_CODE: {
      description: 'No entry has the code of the text; that of this one differs in one digit (mã gần giống).',
    },
    FORMER: {
      description:
        'What the text names has ended, and this entry serves in its place, or it has ended itself (đã sáp nhập, chấm dứt).',
    },
    NAME: { description: 'Words of the text are words of its name (tên).' },
    FORMER_NAME: { description: 'Words of the text are words of a name it had before (tên cũ).' },
    ADDRESS: { description: 'Words of the text are words of its address (địa chỉ).' },
    UNIT: { description: 'The text names an administrative unit, old or new, that it lies in (đơn vị hành chính).' },
    ABBREVIATION: {
      description: 'An abbreviation was read as the words it stands for, or the other way round (viết tắt).',
    },
    PREFIX: { description: 'An unfinished word of the text begins a word of the listing (từ gõ dở).' },
    SPELLING: { description: 'It matches after a slip of typing was mended (lỗi gõ).' },
    NEAR: { description: 'It lies near the position that was given (ở gần).' },
  },
});

/** What a question around a name asks for. */
export enum SearchIntent {
  ADDRESS = 'ADDRESS',
  PHONE = 'PHONE',
  HOURS = 'HOURS',
  CONTRACT = 'CONTRACT',
  DIRECTIONS = 'DIRECTIONS',
  NEAREST = 'NEAREST',
}
registerEnumType(SearchIntent, {
  name: 'SearchIntent',
  description: 'What a question in a searched text asks for (người tìm muốn biết gì).',
  valuesConfig: {
    ADDRESS: { description: 'Where it is (địa chỉ, ở đâu).' },
    PHONE: { description: 'How to call it (số điện thoại).' },
    HOURS: { description: 'When it is open (giờ làm việc).' },
    CONTRACT: { description: 'Whether it takes health insurance (có khám BHYT không).' },
    DIRECTIONS: { description: 'How to get there (đường đi).' },
    NEAREST: { description: 'Which one is nearest (gần nhất, gần đây).' },
  },
});
