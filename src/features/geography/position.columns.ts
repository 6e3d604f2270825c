import { decimal, Misfit, optional, choice, type FieldMisfit } from '../../shared/columns';
import { PositionPrecision } from './position.types';
import { canLieInVietnam } from './territory.rules';

/** The fields of a position. */
export interface PositionDraft {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Columns of a position: decimal degrees, WGS 84. Latitudes up to 180 pass here, so that exchanged columns are told as such. */
export const POSITION_FIELDS = {
  latitude: optional(decimal(-180, 180), null, {
    en: 'Degrees north, WGS 84, for example 21.0154',
    vi: 'Vĩ độ, WGS 84, ví dụ 21.0154',
  }),
  longitude: optional(decimal(-180, 180), null, {
    en: 'Degrees east, WGS 84, for example 105.8617',
    vi: 'Kinh độ, WGS 84, ví dụ 105.8617',
  }),
};

/** How exactly the position is known. */
export const PRECISION_FIELD = optional(choice(PositionPrecision), null, {
  en: 'How exactly the position is known; required with a position',
  vi: 'Độ chính xác của vị trí; bắt buộc khi có vị trí',
});

const HALF = new Misfit(
  'HALF_POSITION',
  {
    en: 'a position needs both latitude and longitude; one is empty',
    vi: 'vị trí cần cả vĩ độ và kinh độ; một trong hai đang trống',
  },
  { en: 'Fill in the other one or empty both.', vi: 'Điền giá trị còn lại hoặc để trống cả hai.' },
);
const SWAPPED = new Misfit(
  'POSITION_SWAPPED',
  {
    en: 'latitude and longitude are exchanged: the other way round the position lies in Vietnam',
    vi: 'vĩ độ và kinh độ bị đổi chỗ: đổi lại thì vị trí nằm trong Việt Nam',
  },
  {
    en: 'Exchange the two columns in the manifest or the two cells.',
    vi: 'Đổi chỗ hai cột trong tệp kê khai hoặc hai ô.',
  },
);
const OUTSIDE = new Misfit(
  'POSITION_OUTSIDE_VIETNAM',
  {
    en: 'the position lies outside Vietnam (Hoàng Sa and Trường Sa included)',
    vi: 'vị trí nằm ngoài lãnh thổ Việt Nam (kể cả Hoàng Sa và Trường Sa)',
  },
  { en: 'Correct the position or empty it.', vi: 'Sửa vị trí hoặc để trống.' },
);

/** Whether latitude and longitude come together and lie in Vietnam. */
export function checkPosition<Draft extends PositionDraft>(draft: Draft): readonly FieldMisfit<Draft>[] {
  const { latitude, longitude } = draft;
  if (latitude === null && longitude === null) return [];
  if (latitude === null) return [{ field: 'latitude', misfit: HALF, doubt: false }];
  if (longitude === null) return [{ field: 'longitude', misfit: HALF, doubt: false }];
  if (canLieInVietnam(latitude, longitude)) return [];
  const misfit = canLieInVietnam(longitude, latitude) ? SWAPPED : OUTSIDE;
  return [{ field: 'latitude', misfit, doubt: false }];
}
