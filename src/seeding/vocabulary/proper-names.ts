import { below, chance, oneOf, type RandomSource } from '../random';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Sino-Vietnamese syllables that firms like to bear. */
const SYLLABLES = words(`
  An Anh Bách Bảo Bình Cát Châu Chí Cường Danh Diệp Dũng Duy Dương Đại Đạt Đăng Đông Đồng Đức Gia Giang Hà Hải Hạnh Hào
  Hiệp Hiếu Hiển Hòa Hoàng Hoành Hồng Hùng Huy Hưng Hương Hữu Kha Khải Khang Khánh Khoa Khởi Khôi Kiên Kiệt Kim Kỳ Lâm
  Lam Lan Lập Linh Lộc Long Lợi Luân Lương Mai Mạnh Minh Mộc Mỹ Nam Nghi Nghĩa Ngân Ngọc Nguyên Nhân Nhật Nhất Nhơn Ninh
  Phát Phong Phú Phúc Phước Phương Quang Quân Quốc Quý Quyết Sáng Sao Sinh Song Sơn Tài Tâm Tân Tấn Tây Thạch Thái Thành
  Thảo Thắng Thanh Thế Thiên Thiện Thịnh Thọ Thống Thuận Thủy Thy Tiên Tiến Tín Toàn Trà Trang Trí Triệu Trọng Trung
  Trúc Trường Tuấn Tùng Tú Tuyết Tường Uyên Vạn Văn Vân Việt Vinh Vĩnh Vũ Vương Vượng Xuân Yên Yến
`);
const LATIN_HEADS = words('Vi Ta No Lu Ka Mi Ro Sa De Bi Fa Gi Hu Jo Le Mo Ne Po Ri So Te Va Vo Xa Za An El In Or Un');
const LATIN_MIDDLES = words('na ri lo ta mi va do ne ko sa ra li ma no te xi bo du fe go');
const LATIN_TAILS = words(
  'tech pro mex co plus pack food soft med green link steel wood tex lab max cons fast home trans',
);
const LUCKY_NUMBERS = words('1 2 3 5 6 7 8 9 10 18 24 36 39 56 66 68 79 86 88 99 168 268 368 579 686 868 888 999');

const SURNAMES = words(`
  Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương
  Lý Đoàn Đinh Trịnh Lâm Mai Đào Cao Hà Lương Trương Tạ Châu Quách Thái Từ Tô La Kiều
`);
const MALE_GIVEN = words(`
  An Bình Cường Dũng Duy Đạt Đức Giang Hải Hiếu Hòa Hùng Huy Hưng Khánh Kiên Lâm Long Lực Mạnh Minh Nam Nghĩa Phong Phúc
  Phương Quang Quân Sơn Tài Tâm Tân Thắng Thành Thịnh Tiến Toàn Trung Tuấn Tùng Việt Vinh
`);
const FEMALE_GIVEN = words(`
  An Anh Bích Chi Cúc Dung Duyên Hà Hằng Hạnh Hiền Hoa Hồng Huệ Hương Lan Liên Linh Loan Lý Mai My Nga Ngân Ngọc Nhung
  Oanh Phượng Quyên Tâm Thảo Thơm Thu Thúy Thủy Trang Trinh Tuyết Uyên Vân Xuân Yến
`);
const MIDDLE_NAMES = words(
  'Văn Hữu Đức Minh Quang Ngọc Thanh Xuân Đình Công Bá Gia Anh Tuấn Hoàng Quốc Trọng Viết Thành Kim',
);

/** The proper name of a firm: `Minh Phát`, `Hoàng Gia Long`, `Lunatech`, `Đại Thịnh 68`. */
export function firmName(random: RandomSource): string {
  if (chance(random, 0.12)) {
    const middle = chance(random, 0.6) ? oneOf(random, LATIN_MIDDLES) : '';
    return `${oneOf(random, LATIN_HEADS)}${middle}${oneOf(random, LATIN_TAILS)}`;
  }
  const name = placeName(random);
  const roll = random();
  if (roll < 0.25) return `${name} ${oneOf(random, SYLLABLES)}`;
  if (roll < 0.33) return `${name} ${oneOf(random, LUCKY_NUMBERS)}`;
  return name;
}

/** A made-up name of two syllables, for a firm or for a commune: `Tân Phước`. */
export function placeName(random: RandomSource): string {
  const first = below(random, SYLLABLES.length);
  // Never the same syllable twice: the step is at least 1 and less than a full turn.
  const second = (first + 1 + below(random, SYLLABLES.length - 1)) % SYLLABLES.length;
  return `${SYLLABLES[first] ?? ''} ${SYLLABLES[second] ?? ''}`;
}

/** The full name of a made-up person: `Nguyễn Thị Hoa`. */
export function personName(random: RandomSource): string {
  const surname = oneOf(random, SURNAMES);
  if (chance(random, 0.5)) {
    const middle = chance(random, 0.6) ? 'Thị' : oneOf(random, MIDDLE_NAMES);
    return `${surname} ${middle} ${oneOf(random, FEMALE_GIVEN)}`;
  }
  return `${surname} ${oneOf(random, MIDDLE_NAMES)} ${oneOf(random, MALE_GIVEN)}`;
}
