import { Sex } from '../../features/people/person.entity';
import { chance, type RandomSource, weightedChoice } from '../random';

interface Weighted {
  readonly name: string;
  readonly weight: number;
}

/** Reads `Nguyễn 38 Trần 12 …`: names with how many of a hundred bear them. */
function weighted(text: string): Weighted[] {
  return text
    .trim()
    .split(/(?<=\d)\s+/)
    .map((entry) => {
      const [, name = '', weight] = /^(.+?)\s+(\d+)$/.exec(entry) ?? [];
      return { name, weight: Number(weight) };
    });
}

const chooser = (text: string): ((random: RandomSource) => string) => {
  const pick = weightedChoice(weighted(text));
  return (random) => pick(random).name;
};

/** Nearly four of ten Vietnamese are called Nguyễn; ten names make up most of the rest. */
const surname = chooser(`
  Nguyễn 380 Trần 120 Lê 95 Phạm 70 Hoàng 30 Huỳnh 28 Phan 45 Vũ 25 Võ 24 Đặng 21 Bùi 20 Đỗ 14 Hồ 13 Ngô 13 Dương 10
  Lý 5 Đoàn 7 Đinh 7 Trịnh 7 Lâm 5 Mai 5 Đào 6 Cao 5 Hà 4 Lương 5 Trương 10 Tạ 3 Châu 3 Thái 2 Tô 2 La 1 Kiều 1 Quách 1
  Phùng 3 Chu 3 Tống 1 Nông 2 Hứa 1 Vương 2 Lưu 3 Triệu 1 Nghiêm 1 Giang 1
`);
/** Born before 1985: `Văn` and `Thị` are the rule; later they give way to names that mean something. */
const olderMiddle = {
  [Sex.MALE]: chooser(
    'Văn 50 Đình 8 Hữu 8 Đức 6 Xuân 5 Quang 5 Ngọc 4 Minh 4 Công 4 Bá 3 Thanh 3 Trọng 2 Viết 2 Duy 2',
  ),
  [Sex.FEMALE]: chooser('Thị 82 Thị Thu 3 Thị Thanh 3 Thị Ngọc 3 Ngọc 3 Thị Kim 2 Thanh 2 Kim 1 Thị Bích 1'),
};
const youngerMiddle = {
  [Sex.MALE]: chooser(
    'Văn 15 Minh 14 Đức 9 Quang 7 Gia 8 Hoàng 7 Tuấn 6 Anh 5 Hữu 5 Thành 5 Quốc 5 Ngọc 4 Bảo 4 Tiến 3 Duy 3',
  ),
  [Sex.FEMALE]: chooser(
    'Thị 28 Thị Thu 6 Ngọc 12 Thị Thanh 4 Khánh 6 Bảo 6 Phương 6 Minh 6 Thùy 5 Thanh 5 Quỳnh 4 Kim 4 Hà 4 Gia 4',
  ),
};
const olderGiven = {
  [Sex.MALE]: chooser(`
    Hùng 9 Dũng 8 Cường 6 Sơn 6 Hải 6 Thành 6 Hòa 5 Bình 5 Minh 5 Thắng 5 Tuấn 8 Long 4 Nam 4 Trung 4 Tùng 3 Toàn 3 Tâm 3
    Hiếu 3 Phúc 3 Quang 3 Lâm 2 Đông 2 Chiến 3 Mạnh 3 Thanh 3 Vinh 2 Khánh 2 Lộc 2 Phong 2 Việt 2 Tiến 3 Hưng 3 Quân 2
  `),
  [Sex.FEMALE]: chooser(`
    Hương 8 Lan 7 Hoa 7 Hằng 6 Hà 6 Thủy 6 Nga 5 Hạnh 5 Thu 5 Hồng 5 Mai 5 Dung 4 Tuyết 4 Loan 4 Liên 4 Yến 3 Phượng 3
    Vân 4 Nhung 3 Oanh 2 Xuân 2 Cúc 2 Bích 2 Hiền 5 Thảo 3 Tâm 3 Lý 1 Huệ 3 Thơm 1 Bình 2 Minh 1
  `),
};
const youngerGiven = {
  [Sex.MALE]: chooser(`
    Anh 8 Minh 7 Huy 7 Khang 4 Khôi 4 Bảo 4 Phúc 4 Đạt 5 Nam 5 Long 5 Hiếu 4 Kiên 3 Quân 4 Tuấn 4 Duy 4 Hoàng 4 Khoa 3
    Phong 3 Thịnh 2 Đức 4 Hưng 3 An 3 Nguyên 2 Khánh 2 Trí 2 Tùng 2 Việt 2 Thành 2 Dương 2 Lâm 2
  `),
  [Sex.FEMALE]: chooser(`
    Anh 10 Linh 9 Trang 6 Ngọc 5 Hà 4 Chi 5 Vy 5 Nhi 5 My 4 Thảo 4 Phương 4 Quỳnh 3 Hân 4 Ngân 3 Thư 4 Châu 3 Như 3 Mai 3
    An 3 Giang 2 Uyên 2 Trâm 2 Yến 2 Huyền 3 Hương 2 Nhung 1 Dung 1 Duyên 1 Vân 2 Diệp 1
  `),
};
const FASHION_TURNED = 1985;

/** A surname, as often as it is borne. */
export const pickSurname: (random: RandomSource) => string = surname;

/** Middle and given name of a made-up person, by sex and year of birth. */
export function givenNames(random: RandomSource, sex: Sex, birthYear: number): string {
  // A few parents of every time name their children like the other generation.
  const isOlder = chance(random, 0.08) ? birthYear >= FASHION_TURNED : birthYear < FASHION_TURNED;
  const middle = (isOlder ? olderMiddle : youngerMiddle)[sex](random);
  return `${middle} ${(isOlder ? olderGiven : youngerGiven)[sex](random)}`;
}
