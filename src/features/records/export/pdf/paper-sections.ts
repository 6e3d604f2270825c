import type { Content } from 'pdfmake';
import { agencyTime } from '../../../../shared/calendar';
import { Sex } from '../../../people/sex.types';
import type { ExportedRecord } from '../personal-export.types';
import { DOCUMENT_NAMES, MESSAGE_STATUS, PURPOSE_NAMES, SEX_NAMES } from './paper-labels';
import { recordSections } from './paper-records';
import { paperFacts, paperTable } from './paper-tables';
import { dayText } from './paper-words.rules';
import { PRINTED_ENTRIES, type PrintedExport } from './printed-export';

/** Everything that stands on the paper, in order. */
export function paperSections(content: PrintedExport, printedAt: string): Content[] {
  return [
    { text: 'DỮ LIỆU CÁ NHÂN VỀ BẢO HIỂM XÃ HỘI', style: 'title' },
    { text: `Thời điểm trích xuất: ${printedAt} (giờ Việt Nam)`, style: 'remark' },
    ...content.remarks.map(({ vi }, index) => ({
      text: vi,
      style: content.demonstration && index === 0 ? 'demonstration' : 'remark',
    })),
    section('1. Quản lý cá nhân', profileFacts(content)),
    section('2. Tài khoản', accountFacts(content)),
    ...recordSections(content as ExportedRecord, 3),
    section('7. Con, người được giám hộ', ...childParts(content)),
    section('8. Thiết bị đang đăng nhập', sessionTable(content)),
    section('9. Thông báo', noticeTable(content), newestOnly(content.notices)),
    section('10. Tin nhắn đã gửi', messageTable(content)),
    section('11. Ai đã xem dữ liệu của tôi', accessTable(content), newestOnly(content.accessLog)),
    section('12. Những gì không có trong tài liệu này', { ul: content.withheld.map(({ vi }) => vi) }),
  ].flat();
}

function section(title: string, ...parts: readonly Content[]): Content[] {
  return [{ text: title, style: 'section' }, ...parts];
}

function part(text: string): Content {
  return { text, style: 'part' };
}

function profileFacts({ profile, identityDocuments }: PrintedExport): Content {
  return paperFacts([
    ['Mã số BHXH', profile.bhxhCode],
    ['Họ và tên', profile.fullName],
    ['Ngày sinh', dayText(profile.dateOfBirth)],
    ['Giới tính', SEX_NAMES[profile.sex]],
    ['Số định danh cá nhân', profile.personalIdNumberMasked],
    ...identityDocuments.map((document) => [DOCUMENT_NAMES[document.kind], paperWords(document)] as const),
    ['Số điện thoại', profile.phone],
    ['Thư điện tử', profile.email],
    ['Địa chỉ', profile.address],
    ['Mã tỉnh của địa chỉ', profile.provinceCode],
    ['Nơi đăng ký KCB ban đầu', profile.registeredClinicCode],
  ]);
}

/** `•••••••••017, cấp ngày 05/03/2022, Cục …`. */
function paperWords({ numberMasked, issuedOn, issuedBy }: PrintedExport['identityDocuments'][number]): string {
  const issued = issuedOn === null ? null : `cấp ngày ${dayText(issuedOn)}`;
  return [numberMasked, issued, issuedBy].filter((word) => word !== null).join(', ');
}

function accountFacts({ account }: PrintedExport): Content {
  return paperFacts([
    ['Kích hoạt lúc', agencyTime(account.createdAt)],
    ['Đổi mật khẩu lần cuối', agencyTime(account.passwordSetAt)],
    ['Hạn đổi mật khẩu', agencyTime(account.passwordExpiresAt)],
  ]);
}

function childParts({ children }: PrintedExport): Content[] {
  if (children.length === 0) return [{ text: 'Không có.', style: 'remark' }];
  return children.flatMap((child) => [
    part(`${child.fullName} (${child.sex === Sex.FEMALE ? 'con gái' : 'con trai'})`),
    paperFacts([
      ['Mã số BHXH', child.bhxhCode],
      ['Ngày sinh', dayText(child.dateOfBirth)],
    ]),
    ...recordSections(child, null),
  ]);
}

function sessionTable({ sessions }: PrintedExport): Content {
  return paperTable(sessions, [
    {
      heading: 'Thiết bị',
      width: '*',
      text: ({ deviceName, current }) => (current ? `${deviceName} (đang dùng)` : deviceName),
    },
    { heading: 'Đăng nhập lúc', width: 90, text: ({ createdAt }) => agencyTime(createdAt) },
    { heading: 'Dùng lần cuối', width: 90, text: ({ lastUsedAt }) => agencyTime(lastUsedAt) },
    { heading: 'Hết hạn', width: 90, text: ({ expiresAt }) => agencyTime(expiresAt) },
  ]);
}

function noticeTable({ notices }: PrintedExport): Content {
  return paperTable(notices, [
    { heading: 'Thời điểm', width: 90, text: ({ at }) => agencyTime(at) },
    { heading: 'Nội dung', width: '*', text: ({ text }) => text },
    { heading: 'Đã đọc', width: 50, text: ({ read }) => (read ? 'Rồi' : 'Chưa') },
  ]);
}

function messageTable({ messages }: PrintedExport): Content {
  return paperTable(messages, [
    { heading: 'Tạo lúc', width: 90, text: ({ createdAt }) => agencyTime(createdAt) },
    { heading: 'Kênh', width: 60, text: ({ channel }) => channel },
    { heading: 'Tình trạng', width: '*', text: ({ status }) => MESSAGE_STATUS[status] ?? status },
    { heading: 'Gửi lúc', width: 90, text: ({ sentAt }) => (sentAt === null ? '' : agencyTime(sentAt)) },
  ]);
}

function accessTable({ accessLog }: PrintedExport): Content {
  return paperTable(accessLog, [
    { heading: 'Thời điểm', width: 90, text: ({ at }) => agencyTime(at) },
    { heading: 'Ai', width: '*', text: ({ who }) => who },
    { heading: 'Mục đích', width: 130, text: ({ purpose }) => PURPOSE_NAMES[purpose] },
    { heading: 'Dữ liệu', width: 100, text: ({ fields }) => fields.join(', ') },
  ]);
}

function newestOnly(entries: readonly unknown[]): Content {
  const isCut = entries.length >= PRINTED_ENTRIES;
  return { text: isCut ? `Chỉ in ${PRINTED_ENTRIES} mục mới nhất; tệp JSON có đầy đủ.` : '', style: 'remark' };
}
