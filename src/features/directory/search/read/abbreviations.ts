import { foldMarks } from '../../../../shared/vietnamese/marks';
import { isSyllable } from '../../../../shared/vietnamese/syllable';

/**
 * Abbreviations of the field, each with what it stands for. Several readings are separated by `|`, the likelier first:
 * all of them are tried. Shorts are written without marks, capitals and dots; `đ` is `d`. Longer chains that are made of
 * these (`BVĐKKV`, `CTTNHH`) need no line of their own.
 */
const TABLE = `
bv        bệnh viện
bvdk      bệnh viện đa khoa
dk        đa khoa
ttyt      trung tâm y tế
tyt       trạm y tế
yt        y tế
pk        phòng khám
pkdk      phòng khám đa khoa
kv        khu vực
qt        quốc tế
tw        trung ương
yhct      y học cổ truyền
ydct      y dược cổ truyền
yd        y dược
phcn      phục hồi chức năng
vltl      vật lý trị liệu
rhm       răng hàm mặt
tmh       tai mũi họng
sn        sản nhi
hhtm      huyết học truyền máu
ck        chuyên khoa
bs        bác sĩ
ths       thạc sĩ
ts        tiến sĩ | thủy sản
nhs       nhà hộ sinh
ksbt      kiểm soát bệnh tật
cdc       trung tâm kiểm soát bệnh tật
ytdp      y tế dự phòng
kcb       khám chữa bệnh
cskcb     cơ sở khám chữa bệnh
clc       chất lượng cao
qy        quân y
qdy       quân dân y
qd        quân đội
cand      công an nhân dân
bqp       bộ quốc phòng
bca       bộ công an
chqs      chỉ huy quân sự
bch       ban chỉ huy
bhxh      bảo hiểm xã hội
bhyt      bảo hiểm y tế
bhtn      bảo hiểm thất nghiệp
bh        bảo hiểm | biên hòa
tp        thành phố
tphcm     thành phố hồ chí minh
hcm       hồ chí minh
hn        hà nội
sg        sài gòn
hp        hải phòng
dn        doanh nghiệp | đà nẵng | đồng nai
vn        việt nam
tx        thị xã
tt        trung tâm | thị trấn
kp        khu phố
tdp       tổ dân phố
ql        quốc lộ | quản lý
tl        tỉnh lộ
ub        ung bướu | ủy ban
ubnd      ủy ban nhân dân
hdnd      hội đồng nhân dân
cty       công ty
cti       công ty
ct        công ty | công trình
tct       tổng công ty
td        tập đoàn
ctcp      công ty cổ phần
tnhh      trách nhiệm hữu hạn
mtv       một thành viên
tv        thành viên
cp        cổ phần | chính phủ
dntn      doanh nghiệp tư nhân
hkd       hộ kinh doanh
htx       hợp tác xã
cn        chi nhánh | công nghiệp | công nghệ
vp        văn phòng
vpdd      văn phòng đại diện
kcn       khu công nghiệp
ccn       cụm công nghiệp
kcx       khu chế xuất
kdc       khu dân cư
kdt       khu đô thị
nm        nhà máy
xn        xí nghiệp
ks        khách sạn
nh        ngân hàng | nhà hàng
xd        xây dựng
tm        thương mại
dv        dịch vụ
sx        sản xuất
xnk       xuất nhập khẩu
dt        đầu tư
vlxd      vật liệu xây dựng
vt        vận tải | viễn thông | vũng tàu
gtvt      giao thông vận tải
ptnt      phát triển nông thôn
tnmt      tài nguyên môi trường
ldtbxh    lao động thương binh xã hội
cntt      công nghệ thông tin
khkt      khoa học kỹ thuật
kt        kỹ thuật | kinh tế
qlda      quản lý dự án
bql       ban quản lý
vhtt      văn hóa thông tin
mn        mầm non
mg        mẫu giáo
th        tiểu học | trung học | tổng hợp
thcs      trung học cơ sở
thpt      trung học phổ thông
ptdt      phổ thông dân tộc
ptdtnt    phổ thông dân tộc nội trú
ptdtbt    phổ thông dân tộc bán trú
gdtx      giáo dục thường xuyên
gd        giáo dục | giao dịch | giám định
dh        đại học
cd        cao đẳng
bd        bưu điện | bình dương | bình định
bdvhx     bưu điện văn hóa xã
vhx       văn hóa xã
bc        bưu cục
cs        cơ sở
`;

/**
 * Short for a kind of place or thing when a number or a name follows (`Q.5`, `P 3`, `H. Sóc Sơn`); alone they are letters.
 */
const SINGLE_LETTERS = `
q  quận
p  phường | phòng
f  phường
h  huyện
x  xã
t  tỉnh
k  khoa | khu
d  đường
`;

function table(text: string): ReadonlyMap<string, readonly string[][]> {
  const lines = text.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [short = '', ...rest] = line.trim().split(/\s+/);
      return [
        short,
        rest
          .join(' ')
          .split('|')
          .map((reading) => reading.trim().split(' ')),
      ];
    }),
  );
}

/** Short (folded) → readings, each a list of lowered words. */
export const ABBREVIATIONS = table(TABLE);

/** One letter (folded) → readings, for letters that are dotted or stand before a number. */
export const LETTER_ABBREVIATIONS = table(SINGLE_LETTERS);

const LONGEST_CHAIN = 10;
/** Words that numbers are written close to: `so2`, `quan5`. */
const NUMBERED_WORDS = new Set('so quan phuong khu to doi tram tuyen xa khoa vien'.split(' '));

/** Chains of abbreviations without a line of their own: `bvdkkv` → bệnh viện đa khoa khu vực; null when a rest remains. */
function readChain(short: string): string[] | null {
  if (short.length < 4 || short.length > LONGEST_CHAIN || isSyllable(short)) return null;
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= short.length; end++) {
    best[end] = null;
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start];
      const reading = ABBREVIATIONS.get(short.slice(start, end))?.[0];
      if (!before || !reading) continue;
      const words = [...before, ...reading];
      const known = best[end];
      // Fewer pieces are likelier; of as many, the one with the longer first piece, which was found first.
      if (!known || words.length < known.length) best[end] = words;
    }
  }
  return best[short.length] ?? null;
}

/** A short and a number in one word: `cs2`, `q1`, `cn03`, `p5`. */
function readNumbered(short: string): string[][] {
  const parts = /^([a-z]{1,5})(\d{1,3}[a-z]?)$/.exec(short);
  if (!parts) return [];
  const [, letters = '', number = ''] = parts;
  const readings = ABBREVIATIONS.get(letters) ?? LETTER_ABBREVIATIONS.get(letters) ?? [];
  if (readings.length > 0) return readings.map((reading) => [...reading, number]);
  return NUMBERED_WORDS.has(letters) ? [[letters, number]] : [];
}

/**
 * What a word can stand for as an abbreviation, the likeliest first; empty when it is none. `solitary` letters (dotted
 * or before a number) are read too.
 */
export function readAbbreviation(word: string, solitary: boolean): readonly (readonly string[])[] {
  const short = foldMarks(word);
  const listed = ABBREVIATIONS.get(short);
  if (listed) return listed;
  if (short.length === 1) return solitary ? (LETTER_ABBREVIATIONS.get(short) ?? []) : [];
  const numbered = readNumbered(short);
  if (numbered.length > 0) return numbered;
  const chain = readChain(short);
  return chain ? [chain] : [];
}

const SHORTEST_SIMILAR = 3;
const LONGEST_SIMILAR = 6;
const MOST_SIMILAR = 3;

/** The words of abbreviations that a word which is no syllable is one slip away from (`tyh`, `tyht` → trạm y tế). */
export function similarAbbreviations(word: string): (readonly string[])[] {
  const short = foldMarks(word);
  if (short.length < SHORTEST_SIMILAR || short.length > LONGEST_SIMILAR || /\d/.test(short) || isSyllable(short))
    return [];
  const near = [...ABBREVIATIONS].filter(([known]) => known.length >= SHORTEST_SIMILAR && isOneSlip(short, known));
  // Letters are swapped or exchanged more often than they are lost or added.
  near.sort(([left], [right]) => Math.abs(left.length - short.length) - Math.abs(right.length - short.length));
  return near.flatMap(([, readings]) => readings.slice(0, 1)).slice(0, MOST_SIMILAR);
}

/** An abbreviation that a word begins with, written out, and the rest of the word (`tytxuan` → trạm y tế xuan), or null. */
export function leadingAbbreviation(word: string): { readonly words: readonly string[]; readonly rest: string } | null {
  for (let length = word.length - 1; length >= SHORTEST_SIMILAR; length--) {
    const words = ABBREVIATIONS.get(foldMarks(word.slice(0, length)))?.[0];
    if (words) return { words, rest: word.slice(length) };
  }
  return null;
}

/** One letter put in, left out or exchanged, or two neighbours swapped. */
function isOneSlip(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left.charAt(start) === right.charAt(start)) start++;
  const [rest, other] = [left.slice(start), right.slice(start)];
  return (
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest.slice(2) === other.slice(2) && rest.charAt(0) === other.charAt(1) && rest.charAt(1) === other.charAt(0))
  );
}
