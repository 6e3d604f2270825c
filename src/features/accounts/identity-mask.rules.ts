const SHOWN_DIGITS = 3;

/** All but the last three characters hidden: enough to recognise one's own number, of no use to anyone else. */
export function maskedIdNumber(number: string): string {
  return `${'•'.repeat(Math.max(0, number.length - SHOWN_DIGITS))}${number.slice(-SHOWN_DIGITS)}`;
}

/** A telephone number that its owner recognises: `••••••• 678`. */
export function maskedPhone(phone: string): string {
  return `••••••• ${phone.slice(-SHOWN_DIGITS)}`;
}

/** An e-mail address that its owner recognises: `m•••@example.org`. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}
