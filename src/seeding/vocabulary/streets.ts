import { below, chance, oneOf, type RandomSource } from '../random';

/** Street names that nearly every town of Vietnam has. */
const STREETS: readonly string[] = `
Lê Lợi|Nguyễn Huệ|Trần Hưng Đạo|Lý Thường Kiệt|Hai Bà Trưng|Quang Trung|Nguyễn Trãi|Lê Duẩn|Hùng Vương|Điện Biên Phủ|
Phan Đình Phùng|Phan Bội Châu|Phan Chu Trinh|Nguyễn Văn Cừ|Trường Chinh|Hoàng Diệu|Nguyễn Du|Bà Triệu|Ngô Quyền|
Lê Hồng Phong|Nguyễn Thị Minh Khai|Trần Phú|Hoàng Văn Thụ|Lê Thánh Tông|Đinh Tiên Hoàng|Nguyễn Công Trứ|Tôn Đức Thắng|
Võ Thị Sáu|Cách Mạng Tháng Tám|Nguyễn Văn Linh|Võ Nguyên Giáp|Phạm Văn Đồng|Nguyễn Tất Thành|Lê Quý Đôn|Chu Văn An|
Phạm Ngũ Lão|Lý Tự Trọng|Nguyễn Đình Chiểu|Trần Quốc Toản|Yết Kiêu|Hàm Nghi|Lạc Long Quân|Âu Cơ|Tô Hiến Thành|
Hồ Xuân Hương|Xuân Diệu|Nguyễn Khuyến|Phan Đăng Lưu|Nguyễn Viết Xuân|Trần Cao Vân|Mai Thúc Loan|Đào Duy Từ|Bạch Đằng|
Thống Nhất|Giải Phóng|Độc Lập|Hòa Bình|Nguyễn Chí Thanh|Huỳnh Thúc Kháng|Trần Nhân Tông|Lê Đại Hành|Nguyễn Bỉnh Khiêm
`
  .replaceAll('\n', '')
  .split('|');

/** A made-up address line: number, street or industrial estate, town. */
export function addressIn(random: RandomSource, town: string): string {
  if (chance(random, 0.08))
    return `Lô ${oneOf(random, LOT_LETTERS)}${1 + below(random, 30)}, Khu công nghiệp ${oneOf(random, ESTATES)}, ${town}`;
  const number = 1 + Math.floor(400 * random() ** 2);
  const lane = chance(random, 0.2) ? `${1 + below(random, 60)}/` : '';
  return `${lane}${number} ${oneOf(random, STREETS)}, ${town}`;
}

const LOT_LETTERS = ['A', 'B', 'C', 'D', 'E', 'CN', 'K', 'M'] as const;
const ESTATES = ['Đông', 'Tây', 'Nam', 'Bắc', 'số 1', 'số 2', 'số 3', 'Trung tâm'] as const;
