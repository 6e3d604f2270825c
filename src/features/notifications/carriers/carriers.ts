import type { Carrier, Channel } from '../message';
import type { NotificationOptions } from '../notification-options';
import { MailboxCarrier } from './mailbox.carrier';
import { SmsHttpCarrier } from './sms-http.carrier';
import { SmtpCarrier } from './smtp.carrier';

/** The carrier of each way to reach a person. */
export type Carriers = Readonly<Record<Channel, Carrier>>;

/** The carriers that are configured; what is not goes to the local mailbox. */
export function openCarriers({ smtpUrl, mailFrom, smsUrl, smsToken, mailboxFile }: NotificationOptions): Carriers {
  const mailbox = new MailboxCarrier(mailboxFile);
  return {
    EMAIL: smtpUrl === undefined ? mailbox : new SmtpCarrier(smtpUrl, mailFrom),
    SMS: smsUrl === undefined ? mailbox : new SmsHttpCarrier(smsUrl, smsToken),
  };
}
