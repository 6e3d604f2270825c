import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailboxCarrier, readMailbox } from '../../src/features/notifications/carriers/mailbox.carrier';
import { SmsHttpCarrier } from '../../src/features/notifications/carriers/sms-http.carrier';
import { SmtpCarrier } from '../../src/features/notifications/carriers/smtp.carrier';
import { CarrierError, type OutgoingMessage } from '../../src/features/notifications/message';

const MESSAGE: OutgoingMessage = { id: 'm1', channel: 'SMS', to: '0912345678', subject: 'Chào', text: 'Mã: 123456' };

describe('the SMS gateway', () => {
  let server: Server;
  let status: number;
  let seen: { headers: IncomingMessage['headers']; body: string }[];
  let url: string;

  beforeEach(async () => {
    status = 202;
    seen = [];
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('text of the gateway');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?key=1`;
  });
  afterEach(() => void server.close());

  it('gets the message with its name and our token', async () => {
    await new SmsHttpCarrier(url, 'secret').send(MESSAGE);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ id: 'm1', to: '0912345678', text: 'Mã: 123456' });
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'idempotency-key': 'm1' });
  });

  it.each([302, 400, 429, 500])('has not taken a message when it answers %i', async (answered) => {
    status = answered;
    await expect(new SmsHttpCarrier(url, undefined).send(MESSAGE)).rejects.toThrow(CarrierError);
  });

  it('that is down is a fault without a word of the message', async () => {
    server.close();
    const fault: unknown = await new SmsHttpCarrier('http://127.0.0.1:1/', 't')
      .send(MESSAGE)
      .catch((error: unknown) => error);
    expect(String(fault)).not.toMatch(/0912345678|123456/);
  });
});

describe('the mail server', () => {
  it('gets the message in UTF-8 for one recipient', async () => {
    const lines: string[] = [];
    const server = createSocketServer((socket) => {
      let isData = false;
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          lines.push(line);
          if (isData) {
            if (line !== '.') continue;
            isData = false;
          }
          if (line === 'DATA') isData = true;
          socket.write(line === 'DATA' ? '354 go on\r\n' : line.startsWith('EHLO') ? '250 test\r\n' : '250 ok\r\n');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const carrier = new SmtpCarrier(
      `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
      'BHXH <no-reply@example.org>',
    );
    await carrier.send({ ...MESSAGE, channel: 'EMAIL', to: 'lan@example.org, eve@example.org' });
    carrier.close();
    server.close();
    expect(lines.filter((line) => line.startsWith('RCPT')).length).toBeLessThanOrEqual(1);
    expect(lines.join('\n')).toContain('Message-ID: <m1@bhxh-gateway>');
  });

  it('that is down is a fault without a word of the message', async () => {
    const carrier = new SmtpCarrier('smtp://127.0.0.1:1', 'no-reply@example.org');
    const fault: unknown = await carrier.send(MESSAGE).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(CarrierError);
    expect(String(fault)).not.toMatch(/0912345678|123456/);
    carrier.close();
  });
});

describe('the local mailbox', () => {
  it('keeps messages for its owner alone and shows the latest', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bhxh-mailbox-'));
    try {
      const file = join(folder, 'data', 'mailbox.jsonl');
      expect(await readMailbox(file, 5)).toEqual([]);
      const mailbox = new MailboxCarrier(file);
      for (const to of ['1', '2', '1']) await mailbox.send({ ...MESSAGE, to });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect((await readMailbox(file, 2)).map(({ to }) => to)).toEqual(['2', '1']);
      expect(await readMailbox(file, 9, '1')).toHaveLength(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
