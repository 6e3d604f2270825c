/**
 * Words that passwords are made of again and again, in lower case without marks. A password is common when nothing
 * else is left of it but digits and signs: `Matkhau2026!` is `matkhau`.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  password passwd passw0rd p@ssword p@ssw0rd pass passcode passphrase pwd secret default admin administrator root user
  username guest login signin welcome hello changeme change letmein letmeinnow access master trustno trustnoone test
  testing tester demo temp temporary system server computer internet windows samsung iphone android google facebook
  zalo youtube tiktok qwerty qwertyuiop qwertyu qwert asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc
  qweasd qweasdzxc wasd abc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghij abcabc aabbcc xyz iloveyou
  iloveu loveyou love lovely loveme mylove forever sunshine princess dragon monkey football baseball basketball
  superman batman spiderman pokemon naruto starwars hunter killer shadow michael jordan jennifer jessica charlie
  daniel thomas robert andrew ashley nicole summer winter spring autumn monday friday sunday january december freedom
  whatever computer flower angel angels babygirl chocolate cookie cheese butterfly diamond golden silver blessed jesus
  money rich lucky happy family mother father sister brother baby nothing
  matkhau matkhaumoi matkhaucu matkhau@ mk mkmoi matma taikhoan dangnhap xinchao chaoban toiyeuem toiyeuvietnam
  anhyeuem emyeuanh yeuem yeuanh yeu yeunhau nhoem nhoanh anhnhoem conyeume conyeubo yeugiadinh giadinh giadinhtoi
  bome bomeyeu mebe concai vochong vietnam vietnamvodich vodich hanoi saigon hochiminh danang haiphong cantho hue
  tphcm tphochiminh bacho hoaphuong hoahong hoasen maimai mai lan hoa hong huong thanh thang tuan minh dung hung nam
  linh ngoc anh trang nguyen nguyenvan nguyenthi tran tranvan tranthi le levan lethi pham phamvan phamthi hoang vu vo
  dang bui do ho ngo duong ly khongbiet khongco khongnho quenroi quenmatkhau bimat bimatnhe motminh hanhphuc
  maymanloc taiphat phatloc phatdat loctai locphat sinhnhat tinhyeu tinhban hocsinh sinhvien giaovien congnhan
  bhxh vssid bhxhvietnam baohiem baohiemxahoi baohiemyte bhyt bhtn thebhyt baohiemvietnam bhxhvn vneid dichvucong
  viettel vinaphone mobifone vnpt fpt
  `
    .split(/\s+/)
    .filter(Boolean),
);

/** Rows of keys and orders of signs that fingers run along. */
export const RUNS: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
];
