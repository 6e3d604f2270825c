import { GraphQLError } from 'graphql';

/** What went wrong in both languages of the service, and how to mend it. */
export interface BilingualMessage {
  readonly en: string;
  readonly vi: string;
}

/**
 * The stable codes that features throw, and what each means; clients may branch on them. The transport adds its own
 * (see `http/error-codes.ts`).
 */
export const domainErrorCodes = {
  BAD_USER_INPUT: { en: 'A value cannot be used.', vi: 'Giá trị đầu vào không hợp lệ.' },
  BAD_CURSOR: { en: 'A cursor belongs to another list, or to none.', vi: 'Con trỏ không thuộc danh sách này.' },
  REVISION_GONE: {
    en: 'The revision in which a walk began is kept no longer; start again without a cursor.',
    vi: 'Phiên bản lúc bắt đầu sang trang không còn được lưu; hãy bắt đầu lại, không dùng con trỏ.',
  },
  NOT_READY: { en: 'The directory is being prepared.', vi: 'Danh mục đang được chuẩn bị.' },
  BUSY: { en: 'Others write at the moment; try again soon.', vi: 'Hệ thống đang bận ghi; xin thử lại sau ít giây.' },
  UNAUTHENTICATED: { en: 'Sign in first.', vi: 'Cần đăng nhập trước.' },
  FORBIDDEN: { en: 'Whoever asks may not do this.', vi: 'Người yêu cầu không có quyền này.' },
  PASSWORD_CHANGE_REQUIRED: { en: 'Choose a new password first.', vi: 'Cần đổi mật khẩu trước.' },
  TOO_MANY_ATTEMPTS: {
    en: 'Tried too often; `retryAfterSeconds` says when to come again.',
    vi: 'Thử quá nhiều lần; `retryAfterSeconds` cho biết khi nào được thử lại.',
  },
} as const satisfies Record<string, BilingualMessage>;

/** A code of a feature. */
export type DomainErrorCode = keyof typeof domainErrorCodes;

/** A fault of the caller or of the moment that the caller may be told about, under a stable code. */
export class DomainError extends GraphQLError {
  constructor(code: DomainErrorCode, message: BilingualMessage, details: Readonly<Record<string, unknown>> = {}) {
    super(message.en, { extensions: { ...details, code, messageVi: message.vi } });
    this.name = 'DomainError';
  }
}

/** An argument that cannot be used: names the argument, so that a form can point at it. */
export function badInput(argument: string, message: BilingualMessage): DomainError {
  return new DomainError('BAD_USER_INPUT', message, { argument });
}
