import { AccessPurpose } from '../../../people/access.types';
import { IdentityDocumentKind } from '../../../people/document/identity-document.types';
import { Sex } from '../../../people/sex.types';
import { BenefitKind, InsuranceKind } from '../../insurance-kind.types';

/** The words for values on paper, as the manual of the app writes them. */
export const SEX_NAMES: Readonly<Record<Sex, string>> = { [Sex.FEMALE]: 'Nữ', [Sex.MALE]: 'Nam' };

export const DOCUMENT_NAMES: Readonly<Record<IdentityDocumentKind, string>> = {
  [IdentityDocumentKind.CMND]: 'Chứng minh nhân dân',
  [IdentityDocumentKind.CCCD]: 'Căn cước công dân',
  [IdentityDocumentKind.PASSPORT]: 'Hộ chiếu',
};

export const INSURANCE_NAMES: Readonly<Record<InsuranceKind, string>> = {
  [InsuranceKind.SOCIAL]: 'Bảo hiểm xã hội (BHXH)',
  [InsuranceKind.UNEMPLOYMENT]: 'Bảo hiểm thất nghiệp (BHTN)',
  [InsuranceKind.OCCUPATIONAL]: 'Bảo hiểm tai nạn lao động, bệnh nghề nghiệp (BHTNLĐ-BNN)',
  [InsuranceKind.HEALTH]: 'Bảo hiểm y tế (BHYT)',
};

export const BENEFIT_NAMES: Readonly<Record<BenefitKind, string>> = {
  [BenefitKind.LUMP_SUM]: 'Một lần',
  [BenefitKind.SICKNESS_MATERNITY]: 'Ốm đau, thai sản, dưỡng sức (ÔĐTS)',
  [BenefitKind.MONTHLY]: 'Hàng tháng',
  [BenefitKind.HEALTH]: 'Bảo hiểm y tế (BHYT)',
};

export const PURPOSE_NAMES: Readonly<Record<AccessPurpose, string>> = {
  [AccessPurpose.FIND_CODE]: 'Tra cứu mã số BHXH',
  [AccessPurpose.VERIFY_CODE]: 'Xác minh mã số',
  [AccessPurpose.CHECK_CARD]: 'Kiểm tra thẻ BHYT',
  [AccessPurpose.GUARDIAN]: 'Cha mẹ, người giám hộ xem',
  [AccessPurpose.REGISTRATION]: 'Xử lý hồ sơ đăng ký',
  [AccessPurpose.EXPORT]: 'Tự tải dữ liệu về',
};

export const MESSAGE_STATUS: Readonly<Record<string, string>> = {
  WAITING: 'Chờ gửi',
  SENT: 'Đã gửi',
  GIVEN_UP: 'Không gửi được',
};
